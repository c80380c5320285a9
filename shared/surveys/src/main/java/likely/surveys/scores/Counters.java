package likely.surveys.scores;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import likely.scoring.Tally;
import org.jspecify.annotations.Nullable;

/** The counters that the stream of responses keeps: by day, for each survey and each of its segments. */
public interface Counters {
    /**
     * The days on which somebody answered.
     *
     * @param segment {@code name=value}, or null for the whole survey
     * @param first null for no first day
     * @param last null for no last day
     */
    SortedMap<LocalDate, Tally> days(
            String survey, @Nullable String segment, @Nullable LocalDate first, @Nullable LocalDate last);

    /** The values of a segment that were ever counted, in order, {@code most} at most. */
    List<String> values(String survey, String name, int most);
}
