package likely.surveys.answers;

import java.util.List;
import likely.scoring.Score;
import org.jspecify.annotations.Nullable;

/**
 * A response as an index shows it.
 *
 * @param at Unix seconds: of its creation, or of its last change
 * @param score null where the index has none
 * @param segments {@code name=value}; empty where the index has none
 */
public record Entry(String id, long at, @Nullable Score score, List<String> segments) {
    public Place place() {
        return new Place(at, id);
    }
}
