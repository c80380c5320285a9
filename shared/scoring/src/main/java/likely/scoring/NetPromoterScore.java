package likely.scoring;

import java.util.Optional;

/**
 * The Net Promoter Score of a {@link Tally} that has responses: 100 (P - D) / n with P promoters, D detractors and n
 * responses, of which passives are counted in n only.
 *
 * <p>It does not give back its tally: scores may describe windows that overlap, and only tallies are compared.
 */
public final class NetPromoterScore {
    /** The confidence of an interval when none is asked for. */
    public static final double DEFAULT_CONFIDENCE = 0.95;

    private final Tally tally;

    private NetPromoterScore(Tally tally) {
        this.tally = tally;
    }

    /** Empty when the tally is: no responses have no score, not a score of 0. */
    public static Optional<NetPromoterScore> of(Tally tally) {
        return tally.isEmpty() ? Optional.empty() : Optional.of(new NetPromoterScore(tally));
    }

    /** n, the responses with a score; at least 1. */
    public long responses() {
        return tally.responses();
    }

    /** The responses in a band. */
    public long count(Band band) {
        return tally.count(band);
    }

    /** From -100 to 100: the {@code double} nearest to the exact quotient. */
    public double value() {
        return 100.0 * net() / responses();
    }

    /**
     * The exact quotient rounded to an integer, halves towards positive infinity as {@link Math#round(double)} does: 12.5
     * gives 13 and -12.5 gives -12.
     */
    public int rounded() {
        return roundedPercent(net());
    }

    /** The share of a band in percent, rounded half up from the exact share; the three need not sum to 100. */
    public int percent(Band band) {
        return roundedPercent(tally.count(band));
    }

    /** V = p + d - (p - d)^2, from 0 to 1: the variance of one response in shares, for planning a {@link SampleSize}. */
    public double variance() {
        return Shares.of(tally).variance();
    }

    /** sqrt(V / n), as a share: 0.09 is 9 points. */
    public double standardError() {
        return Shares.of(tally).standardError();
    }

    /** The 95 % interval; see {@link #interval(double)}. */
    public Interval interval() {
        return interval(DEFAULT_CONFIDENCE);
    }

    /**
     * Adjusted Wald interval (Rocks 2016): with n' = n + 3, p' = (P + 3/4) / n' and d' = (D + 3/4) / n', it is p' - d' plus
     * or minus z sqrt(V' / n'). Its centre is not {@link #value()}, which stays the score to show.
     *
     * @param confidence above 0 and below 1
     */
    public Interval interval(double confidence) {
        return around(Shares.adjusted(tally), Normal.critical(confidence));
    }

    /**
     * The adjusted Wald interval for a survey that asked all of a finite population: when more than a twentieth of it
     * answered, the half-width shrinks by sqrt((N - n) / (N - 1)), to 0 when all did.
     *
     * <p>Source of the correction: W. G. Cochran, Sampling Techniques, 3rd edition (1977), sections 2.6 and 3.2.
     *
     * @param confidence above 0 and below 1
     * @param population N, at least the number of responses
     */
    public Interval interval(double confidence, long population) {
        return around(Shares.adjusted(tally), Normal.critical(confidence) * correction(population));
    }

    /**
     * Plain Wald interval, p - d plus or minus z sqrt(V / n): for comparison with other tools only. It has no width when
     * all responses fall in one band, and covers far less than it says when there are few.
     *
     * @param confidence above 0 and below 1
     */
    public Interval wald(double confidence) {
        return around(Shares.of(tally), Normal.critical(confidence));
    }

    private static Interval around(Shares shares, double errors) {
        return Interval.around(100 * shares.net(), 100 * errors * shares.standardError());
    }

    private double correction(long population) {
        long n = responses();
        if (population < n) {
            throw new IllegalArgumentException("population must be at least the " + n + " responses: " + population);
        }
        boolean negligible = n <= population / 20;
        // A population of one that answered has 0 / 0 in the formula; nothing is left to estimate.
        return negligible ? 1 : Math.sqrt((double) (population - n) / Math.max(1, population - 1));
    }

    private long net() {
        return tally.count(Band.PROMOTER) - tally.count(Band.DETRACTOR);
    }

    /** floor(100 part / n + 1/2) in integers; the tally's limit keeps the products far from overflow. */
    private int roundedPercent(long part) {
        return Math.toIntExact(Math.floorDiv(200 * part + responses(), 2 * responses()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetPromoterScore score && tally.equals(score.tally);
    }

    @Override
    public int hashCode() {
        return tally.hashCode();
    }

    @Override
    public String toString() {
        return "NPS " + rounded() + " of " + responses() + " responses";
    }
}
