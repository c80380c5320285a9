package likely.aws.dynamodb;

import likely.surveys.answers.Place;
import likely.surveys.answers.Range;
import org.jspecify.annotations.Nullable;

/**
 * Keys of an index that is sorted by a moment in 12 digits, {@code #} and an id, oldest first; both ends in it. Digits
 * sort behind {@code !} and before {@code ~}: what is between begins behind a key, or ends behind a second.
 */
record KeyRange(String low, String high) {

    /** @param after where an earlier reading ended, or null; it is not read again */
    static KeyRange of(Range range, @Nullable Place after) {
        Long since = range.since();
        Long until = range.until();
        String low = ResponseItem.timeKey(since == null ? 0 : Math.max(0, since));
        String behind = after == null ? low : ResponseItem.timeKey(after.at(), after.id()) + "!";
        String high = until == null ? "~" : until < 0 ? "" : ResponseItem.timeKey(until) + "#~";
        return new KeyRange(behind.compareTo(low) > 0 ? behind : low, high);
    }

    boolean isEmpty() {
        return low.compareTo(high) > 0;
    }
}
