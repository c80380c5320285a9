package likely.surveys.planning;

import java.util.Map;
import java.util.Optional;

/** Where a planner keeps its places. Every method throws {@link likely.surveys.Unavailable} when it cannot be reached. */
public interface Places {
    Optional<Place> find(String campaign, String task);

    void save(Place place);

    /**
     * Takes the planner's lease, or prolongs it: one plans at a time.
     *
     * @param holder who wants it
     * @return false while another one has it
     */
    boolean lease(String holder, long now, long until);

    /** Gives the lease back, if it is still the holder's. */
    void release(String holder);

    /**
     * How far a task of a campaign has come.
     *
     * @param task a day whose people are planned, or the moving of what was planned before
     * @param version the campaign's, for which it is done
     * @param tokens by shard, where to read on; a shard that is not in it is read from the start
     * @param passedAt when the last pass began that came to the end, in Unix seconds; 0 before
     * @param closed whether nothing can come any more
     * @param expiresAt Unix seconds, or {@link #NEVER}
     */
    record Place(
            String campaign,
            String task,
            long version,
            Map<Integer, String> tokens,
            long passedAt,
            boolean closed,
            long expiresAt) {
        public static final long NEVER = 0;

        public Place {
            tokens = Map.copyOf(tokens);
        }

        static Place begin(String campaign, String task, long version, long expiresAt) {
            return new Place(campaign, task, version, Map.of(), 0, false, expiresAt);
        }

        Place at(Map<Integer, String> tokens) {
            return new Place(campaign, task, version, tokens, passedAt, closed, expiresAt);
        }

        Place passed(long at, boolean closed) {
            return new Place(campaign, task, version, tokens, at, closed, expiresAt);
        }
    }
}
