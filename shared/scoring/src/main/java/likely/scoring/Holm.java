package likely.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's adjustment of the p values of tests that are read together: with m of them in ascending order, the i-th becomes
 * the largest of (m - j + 1) p(j) for j up to i, at most 1. Calling those at most alpha significant keeps the probability
 * of any false call at or below alpha, however the tests depend on each other.
 *
 * <p>Source: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6
 * (1979), pp. 65-70.
 */
public final class Holm {
    private Holm() {}

    /**
     * The adjusted p values.
     *
     * @param pValues each 0 to 1, in any order
     * @return in the same order, none smaller than it was
     */
    public static double[] adjust(double... pValues) {
        for (double p : pValues) {
            Require.probability("pValues", p);
        }
        int[] ascending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double largest = 0;
        int untested = pValues.length;
        for (int i : ascending) {
            largest = Math.max(largest, untested * pValues[i]);
            adjusted[i] = Math.min(1, largest);
            untested--;
        }
        return adjusted;
    }

    /** The same comparisons in the same order, with adjusted p values. */
    public static List<Comparison> adjust(List<Comparison> comparisons) {
        double[] adjusted =
                adjust(comparisons.stream().mapToDouble(Comparison::p).toArray());
        return IntStream.range(0, adjusted.length)
                .mapToObj(i -> comparisons.get(i).withP(adjusted[i]))
                .toList();
    }
}
