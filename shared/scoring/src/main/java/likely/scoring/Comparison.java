package likely.scoring;

/**
 * The difference of two scores and how surprising it would be if there were none.
 *
 * <p>Both groups are adjusted as the interval is ({@link NetPromoterScore#interval(double)}); then z = delta' / sqrt(V1' /
 * n1' + V2' / n2'), and p is two-sided from the normal distribution.
 *
 * @param difference delta', the second adjusted score minus the first, in points; -200 to 200
 * @param z delta' in standard errors
 * @param p the probability of a |z| as large or larger if both groups were alike; 0 to 1
 */
public record Comparison(double difference, double z, double p) {
    /**
     * Refuses what no test gives.
     *
     * @throws IllegalArgumentException if p is outside 0 to 1, or difference or z is not a number
     */
    public Comparison {
        if (Double.isNaN(difference)) {
            throw new IllegalArgumentException("difference must be a number");
        }
        if (Double.isNaN(z)) {
            throw new IllegalArgumentException("z must be a number");
        }
        Require.probability("p", p);
    }

    /**
     * From the first group to the second: a positive difference means that the second is better.
     *
     * <p>The groups must not share a response. For a part of a population use {@link #againstRest}, for windows of time
     * {@link Series}: with these they cannot.
     *
     * @throws IllegalArgumentException if one of them is empty
     */
    public static Comparison of(Tally first, Tally second) {
        Shares from = Shares.adjusted(Require.responses("first", first));
        Shares to = Shares.adjusted(Require.responses("second", second));
        double delta = to.net() - from.net();
        double z = delta / Math.sqrt(from.squaredError() + to.squaredError());
        return new Comparison(100 * delta, z, Normal.twoSided(z));
    }

    /**
     * A segment against everybody else: a positive difference means that the segment is better than the rest.
     *
     * @param population all responses, those of the segment included
     * @throws IllegalArgumentException if the segment is empty, is all of the population, or is no part of it
     */
    public static Comparison againstRest(Tally segment, Tally population) {
        Require.responses("segment", segment);
        return of(Require.responses("population without the segment", population.minus(segment)), segment);
    }

    Comparison withP(double adjusted) {
        return new Comparison(difference, z, adjusted);
    }
}
