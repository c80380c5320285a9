package likely.surveys.planning;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.surveys.invitations.Invitation;
import org.jspecify.annotations.Nullable;

/**
 * Planned mails as a planner writes and walks through them, beside {@link likely.surveys.invitations.Invitations}. Nothing
 * here touches a mail that is being sent or was settled, but for one that only a change called off. Every method throws
 * {@link likely.surveys.Unavailable} when the store cannot be reached; some of the mails may have been kept then.
 */
public interface Plans {
    /** Over how many partitions the list of what is due is spread. */
    int SHARDS = 4;

    /**
     * Keeps those that are not there yet, and those that were called off for a {@link CallOff#revivable} reason.
     *
     * @return the ids of those that were kept
     */
    Set<String> add(Collection<Invitation> invitations);

    /** Those that there are, by id. */
    Map<String, Invitation> find(Collection<String> ids);

    /**
     * Moves a mail that waits to be sent.
     *
     * @return false when it waits no more, or was moved meanwhile: nothing was written
     */
    boolean move(Invitation read, long dueAt);

    /**
     * A page of the mails that wait, by their time.
     *
     * @param after the place at which the page before it ended, or null for the first
     */
    Page waiting(int shard, @Nullable String after, int most);

    /**
     * Some of the mails that wait.
     *
     * @param next null at the end
     */
    record Page(List<Waiting> waiting, @Nullable String next) {
        public Page {
            waiting = List.copyOf(waiting);
        }
    }

    /** A mail as the list of what is due shows it. */
    record Waiting(String id, @Nullable String campaign) {}
}
