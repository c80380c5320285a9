package likely.surveys.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import likely.scoring.Score;
import likely.surveys.Response;
import org.jspecify.annotations.Nullable;

/**
 * What one response adds to the counters: one at its score, in its survey's counter of its day and in one more for each
 * of its segments.
 *
 * @param segments {@code name=value}, none twice
 * @param limited whether it also counts towards its survey's limit of answers
 */
public record Contribution(String survey, LocalDate day, List<String> segments, Score score, boolean limited) {
    public Contribution {
        segments = segments.stream().distinct().toList();
        if (segments.stream().anyMatch(segment -> segment.indexOf('=') < 1)) {
            throw new IllegalArgumentException("a segment must be name=value");
        }
    }

    public static Contribution of(Response response) {
        return new Contribution(
                response.survey(), response.day(), response.segments(), response.score(), response.limited());
    }

    /** The counters that it is counted in. */
    public List<CounterKey> counters() {
        List<CounterKey> keys = new ArrayList<>();
        keys.add(new CounterKey(survey, null, day));
        segments.forEach(segment -> keys.add(new CounterKey(survey, segment, day)));
        if (limited) {
            keys.add(new CounterKey(survey, null, null));
        }
        return keys;
    }

    /**
     * One histogram.
     *
     * @param segment {@code name=value}, or null for the whole survey
     * @param day in the survey's zone, or null for all days together (kept only for surveys with a limit of answers)
     */
    public record CounterKey(
            String survey,
            @Nullable String segment,
            @Nullable LocalDate day) {}
}
