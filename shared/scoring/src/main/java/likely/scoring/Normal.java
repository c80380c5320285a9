package likely.scoring;

/** The standard normal distribution, and what tests and intervals need of it. */
final class Normal {
    private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

    /** Up to here the series is exact enough (1e-13 of the tail), and beyond it the fraction converges fast. */
    private static final double SERIES_LIMIT = 3;

    /** At the series' limit 40 terms give 1e-14, and more of them the last digit; further out fewer would do. */
    private static final int FRACTION_TERMS = 60;

    private Normal() {}

    /**
     * The z that bounds the middle of the distribution with this probability: 1.96 for 0.95.
     *
     * @param confidence above 0 and below 1
     */
    static double critical(double confidence) {
        Require.insideUnit("confidence", confidence);
        return -NormalQuantile.of((1 - confidence) / 2);
    }

    /** The probability of a value as far from 0 as z or farther. */
    static double twoSided(double z) {
        return 2 * cdf(-Math.abs(z));
    }

    /**
     * The probability of a value below z, for any z, with a relative error below 1e-12 also far out in the lower tail.
     *
     * <p>Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 26.2.11 (series) and 26.2.14
     * (continued fraction).
     */
    static double cdf(double z) {
        if (z > SERIES_LIMIT) {
            return 1 - upperTail(z);
        }
        return z < -SERIES_LIMIT ? upperTail(-z) : 0.5 + density(z) * series(z);
    }

    /** z + z^3 / 3 + z^5 / (3 5) + z^7 / (3 5 7) and so on, until a term no longer counts. */
    private static double series(double z) {
        double sum = 0;
        double term = z;
        double next = z;
        for (int odd = 3; next != sum; odd += 2) {
            sum = next;
            term *= z * z / odd;
            next = sum + term;
        }
        return sum;
    }

    /** density(x) / (x + 1 / (x + 2 / (x + 3 / (x + ...)))), from the innermost term out. */
    private static double upperTail(double x) {
        double fraction = x;
        for (int k = FRACTION_TERMS; k > 0; k--) {
            fraction = x + k / fraction;
        }
        return density(x) / fraction;
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / SQRT_2_PI;
    }
}
