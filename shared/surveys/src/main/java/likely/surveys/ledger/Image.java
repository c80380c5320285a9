package likely.surveys.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A response as the stream shows it.
 *
 * @param contribution what it should count as; null for a tombstone, which counts as nothing
 * @param expired whether it is gone by its time alone: it stays counted as it last was
 */
public record Image(String response, long rev, @Nullable Contribution contribution, boolean expired) {
    /** Whether this one says more than another image of the same response. */
    public boolean newerThan(Image other) {
        return rev > other.rev || (rev == other.rev && expired && !other.expired);
    }
}
