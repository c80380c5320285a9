package likely.surveys.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import likely.surveys.Survey;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.Occasion;
import likely.surveys.outreach.Rules;
import likely.surveys.outreach.Sending;
import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What must hold in the store at the moment of a claim: the part of {@link likely.surveys.outreach.Rules} that somebody
 * else may change meanwhile, in moments instead of durations.
 *
 * @param standing of the address as it was read, which a claim that is given back is put back to
 * @param askedBefore for a survey, by occasion, the moment until which the address may last have been asked for it, in
 *     Unix seconds; empty for reminders and follow-ups, which ask nothing anew
 * @param restDays for a survey, the most days of rest that its moments allow for
 * @param ceiling how many mails the asking may have in all, this one included
 */
public record Terms(Standing standing, Map<Occasion, Long> askedBefore, int restDays, int ceiling) {
    public Terms {
        askedBefore = Map.copyOf(askedBefore);
    }

    /** The terms for a mail at a moment. */
    public static Terms of(Survey survey, Invitation invitation, Standing standing, Instant at) {
        Sending sending = survey.outreach().sending();
        int rest = Objects.requireNonNullElse(standing.restDays(), 0);
        Map<Occasion, Long> before = new EnumMap<>(Occasion.class);
        if (invitation.kind() == Kind.SURVEY) {
            Duration least = longer(sending.floor(), Duration.ofDays(rest));
            for (Occasion occasion : Occasion.values()) {
                Duration wanted =
                        occasion == invitation.occasion() ? longer(least, quarantine(sending, occasion)) : least;
                before.put(occasion, at.minus(Sending.lasting(wanted)).getEpochSecond());
            }
        }
        return new Terms(standing, before, rest, sending.ceiling());
    }

    /** Whether an address as it is now may be written to on these terms. */
    public boolean allow(Invitation invitation, @Nullable Standing now) {
        if (now == null
                || now.suppressed()
                || !invitation.person().equals(now.person())
                || now.unsubscribedFrom().contains(invitation.survey())
                || Rules.hasResponded(invitation, now)) {
            return false;
        }
        return askedBefore.isEmpty()
                || invitation.id().equals(now.askedBy())
                || (Objects.requireNonNullElse(now.restDays(), 0) <= restDays && rested(now));
    }

    private boolean rested(Standing now) {
        return askedBefore.entrySet().stream()
                .allMatch(entry -> Optional.ofNullable(now.asked().get(entry.getKey()))
                        .map(last -> last <= entry.getValue())
                        .orElse(true));
    }

    private static Duration quarantine(Sending sending, Occasion occasion) {
        return Objects.requireNonNullElse(sending.quarantine().get(occasion), Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
