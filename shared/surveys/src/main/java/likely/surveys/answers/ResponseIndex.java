package likely.surveys.answers;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A survey's responses in order of time, some milliseconds behind what was written. Erased ones are in none of them.
 * Iterators read on as they are asked, and throw {@link likely.surveys.Unavailable} when the store cannot be reached.
 */
public interface ResponseIndex {
    /**
     * What to read.
     *
     * @param after where an earlier reading ended, or null; it is not read again
     * @param expected how many entries the reader is likely to take
     */
    record Reading(
            String survey,
            Range range,
            boolean descending,
            @Nullable Place after,
            int expected) {}

    /** Responses that count by when they were created, with score and segments. */
    Iterator<Entry> byTime(Reading reading);

    /** The same of those that the owner has taken out of the count. */
    Iterator<Entry> excluded(Reading reading);

    /** Those that changed after their first write, by when they last did. */
    Iterator<Entry> byUpdate(Reading reading);

    /** Those of one person, in whatever survey. */
    Iterator<Entry> byPerson(String person);
}
