package likely.bench.coldstart;

import java.util.Arrays;

/** The middle of some measurements, and how far they spread. */
record Figures(double low, double median, double high) {
    static Figures of(double[] measured) {
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        return new Figures(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    }

    /** Hyndman and Fan's type 7, the default of R and NumPy. */
    private static double quantile(double[] sorted, double share) {
        double place = (sorted.length - 1) * share;
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
