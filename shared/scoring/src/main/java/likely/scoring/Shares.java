package likely.scoring;

/**
 * The shares of the three bands among n responses, either as counted or adjusted for small samples.
 *
 * <p>With p and d the shares of promoters and detractors, a score of +1, 0 or -1 for each response has the mean p - d,
 * which is the NPS, and the variance V = p + d - (p - d)^2. It is computed as (p + d) q + 4 p d, with q the share of
 * passives: the same by q = 1 - p - d, but a sum of terms none of which is negative, so it is never below 0.
 *
 * @param n responses, or pseudo-responses when adjusted; above 0
 */
record Shares(double promoters, double passives, double detractors, double n) {
    static Shares of(Tally tally) {
        return plus(0, tally);
    }

    /**
     * Adjusted Wald: 3/4 of a response added to the promoters, 3/4 to the detractors and 3/2 to the passives.
     *
     * <p>Source: B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70 (2016),
     * pp. 365-372.
     */
    static Shares adjusted(Tally tally) {
        return plus(0.75, tally);
    }

    private static Shares plus(double extra, Tally tally) {
        double n = tally.responses() + 4 * extra;
        return new Shares(
                (tally.count(Band.PROMOTER) + extra) / n,
                (tally.count(Band.PASSIVE) + 2 * extra) / n,
                (tally.count(Band.DETRACTOR) + extra) / n,
                n);
    }

    /** The NPS as a share, -1 to 1. */
    double net() {
        return promoters - detractors;
    }

    /** 0 to 1. */
    double variance() {
        return (promoters + detractors) * passives + 4 * promoters * detractors;
    }

    double squaredError() {
        return variance() / n;
    }

    double standardError() {
        return Math.sqrt(squaredError());
    }
}
