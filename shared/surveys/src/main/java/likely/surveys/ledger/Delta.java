package likely.surveys.ledger;

import java.util.Arrays;
import likely.scoring.Score;

/** A change of one histogram: eleven signed numbers. */
public final class Delta {
    private final long[] bins = new long[11];

    public void add(Score score, long by) {
        bins[score.value()] += by;
    }

    public void add(int bin, long by) {
        bins[bin] += by;
    }

    public long bin(int score) {
        return bins[score];
    }

    /** The change of the number of answers. */
    public long total() {
        return Arrays.stream(bins).sum();
    }

    public boolean isNothing() {
        return Arrays.stream(bins).allMatch(bin -> bin == 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Delta delta && Arrays.equals(bins, delta.bins);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bins);
    }

    @Override
    public String toString() {
        return Arrays.toString(bins);
    }
}
