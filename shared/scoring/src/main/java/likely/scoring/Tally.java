package likely.scoring;

import java.util.Arrays;
import java.util.function.LongBinaryOperator;

/**
 * How many responses gave each of the eleven scores: an immutable histogram that merges by addition.
 *
 * <p>Merging is associative and commutative with {@link #EMPTY} as its identity, so the tally of any period or union of
 * disjoint segments is the sum of its parts. All of it is integer arithmetic.
 */
public final class Tally {
    /**
     * The most responses that a tally holds, 2^53 / 100. Up to here a hundred times any count is exact in a {@code long}
     * and in a {@code double}, and so is all arithmetic that follows from a tally.
     */
    public static final long MAX_RESPONSES = 90_071_992_547_409L;

    /** No responses at all. */
    public static final Tally EMPTY = new Tally(new long[11]);

    private final long[] counts;
    private final long responses;

    private Tally(long[] counts) {
        this.counts = counts;
        this.responses = sum(counts);
    }

    /** The tally of a single response. */
    public static Tally of(Score score) {
        long[] counts = new long[11];
        counts[score.value()] = 1;
        return new Tally(counts);
    }

    /**
     * The tally of these counts.
     *
     * @param counts eleven counts, of score 0 first
     * @throws IllegalArgumentException if there are not eleven, or one is negative
     * @throws ArithmeticException if they sum to more than {@link #MAX_RESPONSES}
     */
    public static Tally of(long... counts) {
        if (counts.length != 11) {
            throw new IllegalArgumentException("counts must be eleven, of scores 0 to 10: " + counts.length);
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0) {
                throw new IllegalArgumentException("counts[" + i + "] must not be negative: " + counts[i]);
            }
        }
        return new Tally(counts.clone());
    }

    /**
     * The responses of both, which must not share any.
     *
     * @throws ArithmeticException if the sum exceeds {@link #MAX_RESPONSES}
     */
    public Tally plus(Tally other) {
        return new Tally(combine(other, Long::sum));
    }

    /**
     * What is left of this tally without a part of it.
     *
     * @throws IllegalArgumentException if the part has more responses of some score than the whole
     */
    public Tally minus(Tally part) {
        return of(combine(part, (whole, taken) -> {
            if (taken > whole) {
                throw new IllegalArgumentException("part is not contained in the whole: " + part + " in " + this);
            }
            return whole - taken;
        }));
    }

    public long count(Score score) {
        return counts[score.value()];
    }

    public long count(Band band) {
        return Score.ALL.stream()
                .filter(score -> score.band() == band)
                .mapToLong(this::count)
                .sum();
    }

    /** The number of responses with a score, n in every formula. */
    public long responses() {
        return responses;
    }

    /** A copy of the eleven counts, of score 0 first. */
    public long[] counts() {
        return counts.clone();
    }

    public boolean isEmpty() {
        return responses == 0;
    }

    private long[] combine(Tally other, LongBinaryOperator operation) {
        long[] result = new long[counts.length];
        Arrays.setAll(result, i -> operation.applyAsLong(counts[i], other.counts[i]));
        return result;
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            if (count > MAX_RESPONSES - sum) {
                throw new ArithmeticException("a tally holds at most " + MAX_RESPONSES + " responses");
            }
            sum += count;
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && Arrays.equals(counts, tally.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "Tally" + Arrays.toString(counts);
    }
}
