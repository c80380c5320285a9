package likely.surveys.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What is counted now of one response.
 *
 * @param version raised by each write of the entry; 0 for one that is not there yet
 * @param rev the response's rev that it was counted from; 0 for one that is not there yet
 * @param counted its contribution, or null when it counts as nothing
 * @param expired whether the response has expired: nothing changes its contribution any more
 */
public record Entry(long version, long rev, @Nullable Contribution counted, boolean expired) {
    public static final Entry ABSENT = new Entry(0, 0, null, false);
}
