package likely.surveys;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import likely.surveys.Responses.Recorded;
import likely.surveys.json.Invalid;
import likely.surveys.sources.Turnout;
import likely.surveys.sources.Vote;
import likely.surveys.sources.Vote.Standing;
import likely.surveys.widget.SignedVisitors;
import likely.surveys.widget.SignedVisitors.Visitor;
import org.jspecify.annotations.Nullable;

/** Records what a visitor says, once, however often and in whatever order its editions arrive. */
public final class ResponseRecorder {
    private final Responses responses;
    private final Identities identities;
    private final ToLongFunction<String> counted;
    private final SignedVisitors visitors;
    private final Turnout turnout;
    private final Clock clock;

    /** @param counted how many answers of a survey are counted; asked only for surveys that close after a number */
    public ResponseRecorder(
            Responses responses,
            Identities identities,
            ToLongFunction<String> counted,
            SignedVisitors visitors,
            Turnout turnout,
            Clock clock) {
        this.responses = responses;
        this.identities = identities;
        this.counted = counted;
        this.visitors = visitors;
        this.turnout = turnout;
        this.clock = clock;
    }

    /** What became of a submission: the response's id, and whether it was written. */
    public record Outcome(String id, String submissionId, Recorded recorded) {}

    /**
     * Records one edition that came from a page. The answer of somebody signed is theirs, and ends what else was to ask
     * them; a crash between the two is made up for by the resend, since the sender heard nothing.
     *
     * @param origin the web origin of the page that sends it, or null outside of browsers
     * @param address the IP address that it comes from, or null when nobody knows; neither stored nor logged
     * @throws Invalid naming what is wrong
     * @throws Closed when the survey takes no new answers
     * @throws TooMany when it takes none from this place for a while
     * @throws Unavailable when it should be sent again later
     */
    public Outcome record(Survey survey, String body, @Nullable String origin, @Nullable String address) {
        if (!survey.allows(origin)) {
            throw new OriginRefused();
        }
        Submission said = Submission.read(body, survey);
        Identities.Checked identity = check(survey, said);
        Optional<Visitor> visitor = visitors.answering(identity);
        Outcome outcome = record(
                survey, said, identity, visitor.map(Visitor::person).orElse(null), turnout.vote(survey, address));
        switch (outcome.recorded()) {
            case CREATED, EDITED, KNOWN -> visitor.ifPresent(who -> visitors.answered(survey, who, outcome.id()));
            case ERASED, TAKEN -> {}
        }
        return outcome;
    }

    /**
     * Records one edition of which it is known who gives it, from wherever.
     *
     * @param person the person's id, or null when nobody knows
     * @throws Closed when the survey takes no new answers
     * @throws Unavailable when it should be sent again later
     */
    public Outcome record(Survey survey, Submission submission, @Nullable String person) {
        return record(survey, submission, check(survey, submission), person, Vote.FREE);
    }

    private Outcome record(
            Survey survey, Submission submission, Identities.Checked identity, @Nullable String person, Vote vote) {
        String source = vote.standing() instanceof Standing.Marked marked ? marked.source() : null;
        Response edition = edition(survey, submission, identity, person, source);
        Recorded recorded = record(survey, edition, vote.standing());
        if (recorded == Recorded.CREATED) {
            vote.given();
        }
        return new Outcome(edition.id(), edition.submissionId(), recorded);
    }

    /** What was begun in time may still be completed, and sent again by whoever did not hear that it had arrived. */
    private Recorded record(Survey survey, Response edition, Standing standing) {
        if (!isOpen(survey)) {
            return responses.complete(edition).orElseThrow(Closed::new);
        } else if (standing instanceof Standing.Later later) {
            return responses.complete(edition).orElseThrow(() -> new TooMany(later.seconds()));
        }
        return responses.record(edition);
    }

    /** Whether the survey takes new answers now. */
    public boolean isOpen(Survey survey) {
        Integer most = survey.limits().responses();
        return !survey.limits().closedAt(clock.instant().getEpochSecond())
                && (most == null || counted.applyAsLong(survey.id()) < most);
    }

    private Identities.Checked check(Survey survey, Submission said) {
        return Optional.ofNullable(said.person())
                .map(claim ->
                        identities.check(claim, survey.id(), clock.instant().getEpochSecond()))
                .orElse(Identities.Checked.NOBODY);
    }

    private Response edition(
            Survey survey,
            Submission said,
            Identities.Checked identity,
            @Nullable String person,
            @Nullable String source) {
        Instant now = clock.instant();
        long seconds = now.getEpochSecond();
        Integer retention = survey.retentionDays();
        List<String> segments = Segments.of(survey, said.properties(), said.answers());
        return new Response(
                ResponseId.of(survey.id(), said.submissionId()),
                survey.id(),
                said.submissionId(),
                said.seq(),
                0,
                said.score(),
                said.comment(),
                said.answers(),
                said.properties(),
                segments,
                person,
                identity.proven(),
                identity.said(),
                said.locale(),
                said.page(),
                said.touchpoint(),
                LocalDate.ofInstant(now, survey.zone()),
                seconds,
                seconds,
                retention == null ? null : seconds + retention * 86_400L,
                survey.limits().responses() != null,
                source,
                false);
    }

    /** The survey takes no new answers. */
    public static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The survey takes no new answers from a place that has given too many, until the hour is over. */
    public static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long seconds;

        TooMany(long seconds) {
            this.seconds = seconds;
        }

        /** In how many seconds it is worth another try. */
        public long seconds() {
            return seconds;
        }
    }

    /** The page's origin is not one of the survey's. */
    public static final class OriginRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
