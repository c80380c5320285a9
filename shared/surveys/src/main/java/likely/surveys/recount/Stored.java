package likely.surveys.recount;

import java.util.Map;
import likely.surveys.ledger.Image;
import org.jspecify.annotations.Nullable;

/** A response as it is stored, with what its segments come from. */
public sealed interface Stored {
    String id();

    @Nullable
    String survey();

    /**
     * One that can be counted, or a tombstone.
     *
     * @param image with the segments of the time when it was written
     */
    record Countable(@Nullable String survey, Image image, Map<String, String> properties, Map<String, Object> answers)
            implements Stored {
        @Override
        public String id() {
            return image.response();
        }
    }

    /** One that does not hold what it should. */
    record Unreadable(String id, @Nullable String survey) implements Stored {}
}
