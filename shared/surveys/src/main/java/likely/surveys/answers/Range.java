package likely.surveys.answers;

import org.jspecify.annotations.Nullable;

/**
 * A range of moments in Unix seconds, both ends in it.
 *
 * @param since null for the beginning
 * @param until null for no end
 */
public record Range(@Nullable Long since, @Nullable Long until) {
    public static final Range ALL = new Range(null, null);

    public boolean contains(long moment) {
        return (since == null || moment >= since) && (until == null || moment <= until);
    }

    public boolean isEmpty() {
        return since != null && until != null && since > until;
    }

    public boolean isAll() {
        return since == null && until == null;
    }

    public Range and(Range other) {
        return new Range(later(since, other.since), earlier(until, other.until));
    }

    private static @Nullable Long later(@Nullable Long a, @Nullable Long b) {
        return a == null ? b : b == null ? a : Long.valueOf(Math.max(a, b));
    }

    private static @Nullable Long earlier(@Nullable Long a, @Nullable Long b) {
        return a == null ? b : b == null ? a : Long.valueOf(Math.min(a, b));
    }
}
