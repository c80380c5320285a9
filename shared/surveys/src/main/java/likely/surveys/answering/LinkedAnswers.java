package likely.surveys.answering;

import java.time.Clock;
import java.util.Optional;
import likely.surveys.Response;
import likely.surveys.ResponseId;
import likely.surveys.ResponseRecorder;
import likely.surveys.Responses;
import likely.surveys.Responses.Recorded;
import likely.surveys.Submission;
import likely.surveys.Survey;
import likely.surveys.Unavailable;
import likely.surveys.answers.StoredResponses;

/** Answers that people give on the page behind a link: each press counts as the newest word, and a second one as none. */
public final class LinkedAnswers {
    /** Two tabs of one person at most press at once. */
    private static final int MOST_ATTEMPTS = 5;

    private final ResponseRecorder recorder;
    private final StoredResponses stored;
    private final Responses responses;
    private final AskedLinks links;
    private final Choices choices;
    private final Clock clock;

    public LinkedAnswers(
            ResponseRecorder recorder,
            StoredResponses stored,
            Responses responses,
            AskedLinks links,
            Choices choices,
            Clock clock) {
        this.recorder = recorder;
        this.stored = stored;
        this.responses = responses;
        this.links = links;
        this.choices = choices;
        this.clock = clock;
    }

    /** What became of a press. */
    public enum Outcome {
        RECORDED,
        /** The survey takes no new answers. */
        CLOSED,
        /** The link takes no more. */
        FULL,
        /** It was erased, and does not come back. */
        ERASED
    }

    /** The answer that was given under that submission, if there is one. */
    public Optional<Response> given(Survey survey, String submissionId) {
        return stored.find(ResponseId.of(survey.id(), submissionId));
    }

    public boolean isOpen(Survey survey) {
        return recorder.isOpen(survey);
    }

    /**
     * Records what was pressed, as the newest edition.
     *
     * @param until the link's end, in Unix seconds
     * @throws Unavailable when it should be sent again later
     */
    public Outcome answer(Survey survey, Asked asked, Submission said, long until) {
        if (asked.open() && given(survey, said.submissionId()).isEmpty()) {
            if (!isOpen(survey)) {
                return Outcome.CLOSED;
            } else if (!links.reserve(asked, said.submissionId(), until)) {
                return Outcome.FULL;
            }
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Response> there = given(survey, said.submissionId());
            if (there.isPresent() && said.says(there.get())) {
                return answered(asked);
            }
            Submission edition = said.at(there.map(Response::seq).orElse(0) + 1);
            Recorded recorded;
            try {
                recorded = recorder.record(survey, edition, asked.person()).recorded();
            } catch (ResponseRecorder.Closed e) {
                return Outcome.CLOSED;
            }
            switch (recorded) {
                case CREATED, EDITED -> {
                    return answered(asked);
                }
                case ERASED -> {
                    return Outcome.ERASED;
                }
                case TAKEN -> throw new IllegalStateException("Another submission has this link's response");
                case KNOWN -> {} // another press was faster: this one is the newest word all the same
            }
        }
        throw new Unavailable(new IllegalStateException("An answer keeps changing"));
    }

    /** Removes an answer for good. */
    public void erase(Survey survey, String submissionId) {
        responses.erase(ResponseId.of(survey.id(), submissionId));
    }

    private Outcome answered(Asked asked) {
        long now = clock.instant().getEpochSecond();
        links.answered(asked, now);
        if (asked.address() != null) {
            choices.responded(asked.address(), now);
        }
        return Outcome.RECORDED;
    }
}
