package likely.scoring;

/**
 * A share of a whole, such as bounces among mails, with Wilson's score interval: with p = k / n it is (p + z^2 / 2n plus or
 * minus z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n). It holds for few and for rare events alike, and stays within 0
 * and 1.
 *
 * <p>Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
 * Statistical Association 22 (1927), pp. 209-212.
 */
public final class Proportion {
    private final double share;
    private final double all;

    private Proportion(long some, long all) {
        this.share = (double) some / all;
        this.all = all;
    }

    /**
     * A share.
     *
     * @param some k, from 0 to n
     * @param all n, at least 1
     */
    public static Proportion of(long some, long all) {
        if (some < 0 || all < 1 || some > all) {
            throw new IllegalArgumentException(
                    "some must be from 0 to all, and all at least 1: " + some + " of " + all);
        }
        return new Proportion(some, all);
    }

    /** k / n. */
    public double value() {
        return share;
    }

    /**
     * The interval's lower end.
     *
     * @param confidence above 0 and below 1
     */
    public double low(double confidence) {
        return Math.max(0, end(-Normal.critical(confidence)));
    }

    /**
     * The interval's upper end.
     *
     * @param confidence above 0 and below 1
     */
    public double high(double confidence) {
        return Math.min(1, end(Normal.critical(confidence)));
    }

    private double end(double z) {
        double square = z * z;
        double root = Math.sqrt(share * (1 - share) / all + square / (4 * all * all));
        return (share + square / (2 * all) + z * root) / (1 + square / all);
    }
}
