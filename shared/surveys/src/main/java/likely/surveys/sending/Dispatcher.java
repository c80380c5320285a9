package likely.surveys.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import likely.surveys.Survey;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.Timetable;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.State;
import likely.surveys.outreach.Finding;
import likely.surveys.outreach.Rule;
import likely.surveys.outreach.Rules;
import likely.surveys.people.Person;
import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Brings one due mail to its end. In the order in which it is written here: read, judge by the rules, claim, write, wait
 * for a turn, call once, settle. A process that ends anywhere leaves a mail that waits, or a claim that becomes UNKNOWN.
 */
public final class Dispatcher {
    /** How long a claim holds: writing, waiting for a turn, and one call, whose time-out is far shorter. */
    static final Duration CLAIM = Duration.ofMinutes(2);

    /** What must be left of a claim when its call begins, so that the call ends within it. */
    static final Duration ONE_CALL = Duration.ofSeconds(30);

    /** How long a mail of a campaign that is off waits before it is looked at again. */
    private static final Duration WHILE_OFF = Duration.ofHours(1);

    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(15);

    /** What a dispatcher needs. Surveys and campaigns may be some seconds old; people and addresses may not. */
    public record Parts(
            Claims claims,
            Function<String, Optional<Survey>> surveys,
            BiFunction<String, String, Optional<Campaign>> campaigns,
            Function<String, Optional<Person>> people,
            Function<String, Standing> standings,
            Function<String, String> addressKey,
            Composer composer,
            Mailer mailer,
            Clock clock) {}

    /** Whose turn it is to call. */
    public interface Turns {
        /** Waits for a turn; empty when no call may be made any more. */
        Optional<Turn> take();
    }

    /** The right to one call, of which one of the two is told. */
    public interface Turn {
        /**
         * The call has ended.
         *
         * @param mail whether a mail may have come of it, which uses up the account's quota
         */
        void ended(boolean mail);

        /** There was no call. */
        void notMade();
    }

    /** What became of a due entry. */
    public enum Result {
        SENT,
        UNKNOWN,
        REFUSED,
        SKIPPED,
        POSTPONED,
        /** Given back, and due again in a moment. */
        THROTTLED,
        /** Given back because no call may be made now. */
        NO_TURN,
        QUOTA_USED,
        ACCOUNT_BLOCKED,
        /** The index was behind: nothing was to be done. */
        STALE
    }

    private final Parts parts;

    public Dispatcher(Parts parts) {
        this.parts = parts;
    }

    /** Handles one entry of the due index. */
    public Result handle(Due due, Turns turns) {
        if (due.state() == State.SENDING) {
            parts.claims().expire(due.id(), parts.clock().instant());
            return Result.UNKNOWN;
        }
        Step step = claim(due);
        if (step instanceof Step.Over over) {
            return over.result();
        }
        return send((Step.Ready) step, turns);
    }

    /** How far a mail has come. */
    sealed interface Step {
        record Over(Result result) implements Step {}

        record Ready(Claim claim, Survey survey, @Nullable Campaign campaign, Person person) implements Step {}
    }

    /** Reads, judges and claims. */
    Step claim(Due due) {
        Optional<Planned> found = parts.claims().find(due.id());
        if (found.isEmpty() || found.get().invitation().dueAt() > now().getEpochSecond()) {
            return new Step.Over(Result.STALE);
        }
        Planned planned = found.get();
        Invitation invitation = planned.invitation();
        Optional<Survey> survey = parts.surveys().apply(invitation.survey());
        if (survey.isEmpty()) {
            return skip(invitation, Reason.SURVEY_GONE.text());
        }
        if (invitation.kind() != Kind.FOLLOW_UP && survey.get().limits().closedAt(now().getEpochSecond())) {
            return skip(invitation, Reason.SURVEY_CLOSED.text());
        }
        Campaign campaign = campaign(invitation);
        if (campaign != null && !campaign.enabled()) {
            return postpone(invitation, now().plus(WHILE_OFF));
        }
        Optional<Person> person = parts.people().apply(invitation.person());
        if (person.isEmpty()) {
            return skip(invitation, Reason.PERSON_GONE.text());
        }
        Optional<Instant> hour = hour(survey.get(), campaign, invitation, person.get());
        return hour.isPresent() && hour.get().isAfter(now())
                ? postpone(invitation, hour.get())
                : claim(planned, survey.get(), campaign, person.get());
    }

    /** When the person's hour is by now: since the mail was planned, they may have moved to where it is earlier. */
    private static Optional<Instant> hour(
            Survey survey, @Nullable Campaign campaign, Invitation invitation, Person person) {
        return campaign == null || invitation.kind() != Kind.SURVEY
                ? Optional.empty()
                : Timetable.of(survey, campaign).flatMap(timetable -> timetable.due(invitation.wave(), person));
    }

    private @Nullable Campaign campaign(Invitation invitation) {
        String id = invitation.campaign();
        return id == null
                ? null
                : parts.campaigns().apply(invitation.survey(), id).orElse(null);
    }

    /** The address may change between reading and claiming; then it is judged once more. */
    private Step claim(Planned planned, Survey survey, @Nullable Campaign campaign, Person person) {
        Invitation invitation = planned.invitation();
        String email = person.email();
        if (email == null) {
            return skip(invitation, Reason.text(Rule.ADDRESS));
        }
        String address = parts.addressKey().apply(email);
        Invitation addressed = address.equals(invitation.address()) ? invitation : Addressed.to(address, invitation);
        for (int attempt = 0; attempt < 2; attempt++) {
            Standing standing = parts.standings().apply(address);
            Instant at = now();
            Optional<Finding> against = against(Rules.check(survey, addressed, person, standing, at));
            if (against.isPresent()) {
                return stop(invitation, against.get());
            }
            Claim claim = new Claim(
                    addressed,
                    Terms.of(survey, addressed, standing, at),
                    UUID.randomUUID().toString(),
                    at,
                    at.plus(CLAIM),
                    planned.attempts());
            Claimed claimed = parts.claims().claim(claim);
            if (claimed instanceof Claimed.Taken) {
                return new Step.Ready(claim, survey, campaign, person);
            } else if (claimed instanceof Claimed.Refused refused) {
                return skip(invitation, refused.reason().text());
            } else if (claimed instanceof Claimed.Gone) {
                return new Step.Over(Result.STALE);
            }
        }
        return skip(invitation, Reason.ADDRESS_CHANGED.text());
    }

    /** The first rule that fails; the hours only when nothing else does, since they alone pass by themselves. */
    private static Optional<Finding> against(List<Finding> findings) {
        List<Finding> failed =
                findings.stream().filter(finding -> !finding.passes()).toList();
        return failed.stream()
                .filter(finding -> finding.rule() != Rule.HOURS)
                .findFirst()
                .or(() -> failed.stream().findFirst());
    }

    private Step stop(Invitation invitation, Finding finding) {
        Long until = finding.until();
        return finding.rule() == Rule.HOURS && until != null
                ? postpone(invitation, Instant.ofEpochSecond(until))
                : skip(invitation, Reason.text(finding.rule()));
    }

    private Step skip(Invitation invitation, String reason) {
        parts.claims().skip(invitation, reason);
        return new Step.Over(Result.SKIPPED);
    }

    private Step postpone(Invitation invitation, Instant until) {
        parts.claims().postpone(invitation, until);
        return new Step.Over(Result.POSTPONED);
    }

    /** Writes, waits for a turn, makes the call and settles. */
    private Result send(Step.Ready ready, Turns turns) {
        Claim claim = ready.claim();
        Letter letter;
        try {
            letter = parts.composer().compose(ready.survey(), ready.campaign(), claim.invitation(), ready.person());
        } catch (RuntimeException e) {
            giveBack(claim, claim.attempts() + 1); // it may be mended, and the mail is still to be sent then
            throw e;
        }
        Optional<Turn> turn = turns.take();
        if (turn.isEmpty()) {
            giveBack(claim, claim.attempts());
            return Result.NO_TURN;
        }
        if (now().plus(ONE_CALL).isAfter(claim.until())) {
            turn.get().notMade();
            giveBack(claim, claim.attempts());
            return Result.NO_TURN;
        }
        return settle(claim, call(letter, turn.get()));
    }

    private Outcome call(Letter letter, Turn turn) {
        boolean mail = true;
        try {
            Outcome outcome = parts.mailer().send(letter);
            mail = outcome instanceof Outcome.Accepted || outcome instanceof Outcome.Unknown;
            return outcome;
        } finally {
            turn.ended(mail);
        }
    }

    Result settle(Claim claim, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            parts.claims().sent(claim, accepted.messageId(), now());
            return Result.SENT;
        } else if (outcome instanceof Outcome.Unknown unknown) {
            parts.claims().unknown(claim, unknown.reason());
            return Result.UNKNOWN;
        } else if (outcome instanceof Outcome.Refused) {
            parts.claims().refused(claim, Reason.REFUSED_BY_SES);
            return Result.REFUSED;
        } else if (outcome instanceof Outcome.Blocked blocked) {
            giveBack(claim, claim.attempts());
            return switch (blocked.block()) {
                case QUOTA -> Result.QUOTA_USED;
                case ACCOUNT -> Result.ACCOUNT_BLOCKED;
            };
        }
        giveBack(claim, claim.attempts() + 1);
        return Result.THROTTLED;
    }

    /** Due again at once, or after 2, 4, 8 seconds and so on when its calls were refused. */
    private void giveBack(Claim claim, int attempts) {
        Duration wait = attempts == claim.attempts() ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(attempts, 10));
        parts.claims()
                .giveBack(claim, now().plus(wait.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : wait), attempts);
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
