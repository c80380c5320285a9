package likely.surveys.sources;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.Unavailable;
import likely.surveys.answers.StoredResponses;
import likely.surveys.sources.MarkedSources.Marked;

/**
 * Takes answers out of the count and back into it. What was done before is not done again, so each call may be repeated,
 * and goes on where one before it was cut off.
 */
public final class Exclusion {
    /** So many writes are done within a request's time, one after the other. */
    private static final int MOST_A_CALL = 500;

    private static final int MOST_ATTEMPTS = 5;

    private final MarkedSources sources;
    private final StoredResponses responses;
    private final Clock clock;

    public Exclusion(MarkedSources sources, StoredResponses responses, Clock clock) {
        this.sources = sources;
        this.responses = responses;
        this.clock = clock;
    }

    /**
     * What one call did.
     *
     * @param changed how many answers
     * @param more whether there are others for the next call
     */
    public record Done(int changed, boolean more) {}

    /** One answer, marked or not; none when it is not there (any more). */
    public Optional<Response> set(String id, boolean excluded) {
        return responses.find(id).flatMap(found -> set(found, excluded));
    }

    /**
     * Marked answers of a place, at most {@link #MOST_A_CALL}.
     *
     * @return nothing when the survey has no marked answer from such a place
     */
    public Optional<Done> setAll(Survey survey, String source, boolean excluded) {
        List<String> due = new ArrayList<>();
        boolean known = false;
        Iterator<Marked> answers = sources.answers(source);
        while (answers.hasNext() && due.size() <= MOST_A_CALL) {
            Marked answer = answers.next();
            if (answer.survey().equals(survey.id())) {
                known = true;
                if (answer.excluded() != excluded) {
                    due.add(answer.id());
                }
            }
        }
        boolean more = due.size() > MOST_A_CALL;
        int changed = setAll(more ? due.subList(0, MOST_A_CALL) : due, excluded);
        return known ? Optional.of(new Done(changed, more)) : Optional.empty();
    }

    /** The index may still show what was changed a moment ago: it is the responses that tell. */
    private int setAll(List<String> ids, boolean excluded) {
        int changed = 0;
        for (Response response : responses.find(ids).values()) {
            if (response.excluded() != excluded && set(response, excluded).isPresent()) {
                changed++;
            }
        }
        return changed;
    }

    private Optional<Response> set(Response found, boolean excluded) {
        Optional<Response> read = Optional.of(found);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (read.isEmpty() || read.get().excluded() == excluded) {
                return read;
            }
            long now = Math.max(clock.instant().getEpochSecond(), found.createdAt());
            boolean written = responses.exclude(read.get(), excluded, now);
            read = responses.find(found.id());
            if (written) {
                return read;
            }
        }
        throw new Unavailable(new IllegalStateException("Response " + found.id() + " keeps changing"));
    }
}
