package likely.scoring;

/**
 * How many responses a survey needs, by solving the adjusted Wald formulas of {@link NetPromoterScore#interval(double)}
 * and {@link Comparison} for n, rounded up and at least 1.
 *
 * <p>The variance V, above 0 and at most 1, comes from an earlier survey ({@link NetPromoterScore#variance()}); 1 is the
 * worst case. Widths and differences are in NPS points. A need beyond {@code long} is {@link Long#MAX_VALUE}.
 */
public final class SampleSize {
    private SampleSize() {}

    /** {@link #forHalfWidth(double, double, double)} at 95 % confidence. */
    public static long forHalfWidth(double halfWidth, double variance) {
        return forHalfWidth(halfWidth, variance, NetPromoterScore.DEFAULT_CONFIDENCE);
    }

    /**
     * n = V z^2 / m^2 - 3 for an interval of plus or minus m.
     *
     * @param halfWidth m in points, above 0 and at most 100
     * @param variance V, above 0 and at most 1
     * @param confidence above 0 and below 1
     */
    public static long forHalfWidth(double halfWidth, double variance, double confidence) {
        double m = Require.upTo(100, "halfWidth", halfWidth) / 100;
        return needed(Require.upTo(1, "variance", variance), Normal.critical(confidence) / m);
    }

    /**
     * Per group, n = (V1 + V2) (z(a/2) + z(b))^2 / delta^2 - 3, to find a difference of delta.
     *
     * @param difference delta in points, above 0 and at most 200
     * @param firstVariance V1, above 0 and at most 1
     * @param secondVariance V2, above 0 and at most 1
     * @param confidence 1 - a of the two-sided test, above 0 and below 1
     * @param power 1 - b, the probability of finding a difference that is there; 0.5 or more and below 1
     */
    public static long perGroup(
            double difference, double firstVariance, double secondVariance, double confidence, double power) {
        double delta = Require.upTo(200, "difference", difference) / 100;
        double variances =
                Require.upTo(1, "firstVariance", firstVariance) + Require.upTo(1, "secondVariance", secondVariance);
        Require.that(power >= 0.5 && power < 1, "power must be 0.5 or more and below 1", power);
        return needed(variances, (Normal.critical(confidence) + NormalQuantile.of(power)) / delta);
    }

    private static long needed(double variance, double errors) {
        return Math.max(1, (long) Math.ceil(variance * errors * errors - 3));
    }
}
