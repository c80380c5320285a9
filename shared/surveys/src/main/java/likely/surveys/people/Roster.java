package likely.surveys.people;

import java.util.Iterator;
import likely.surveys.answers.Place;
import likely.surveys.answers.Range;
import org.jspecify.annotations.Nullable;

/** Everybody, in the order in which they were added. */
@FunctionalInterface
public interface Roster {
    /**
     * Reads people as they are asked for, oldest first; some milliseconds behind what was written.
     *
     * @param added when they were added
     * @param after where an earlier reading ended (when somebody was added, and the id), or null; it is not read again
     * @param expected how many the reader is likely to take
     * @throws likely.surveys.Unavailable when the store cannot be reached, then or while it is read
     */
    Iterator<Person> list(Range added, @Nullable Place after, int expected);
}
