package likely.surveys.sources;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places from which so many answers came that they were marked, and those answers, some milliseconds behind what was
 * written. Every method throws {@link likely.surveys.Unavailable} when the store cannot be reached.
 */
public interface MarkedSources {
    /**
     * Some of a survey's places, those of the newest day first.
     *
     * @param ids for {@link #answers}
     * @param next where the next page begins, or null behind the last one
     */
    record Page(List<String> ids, @Nullable String next) {
        public Page {
            ids = List.copyOf(ids);
        }
    }

    /**
     * A page of a survey's places.
     *
     * @param after where the page before it ended, or null for the first one
     * @param most how many at most
     */
    Page page(String survey, @Nullable String after, int most);

    /** The marked answers of a place, oldest first; read on as they are asked for. */
    Iterator<Marked> answers(String source);

    /**
     * One marked answer.
     *
     * @param at Unix seconds, of its creation
     * @param excluded whether the owner has taken it out of the count
     */
    record Marked(String id, String survey, long at, boolean excluded) {}
}
