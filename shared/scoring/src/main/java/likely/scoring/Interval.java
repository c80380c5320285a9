package likely.scoring;

/**
 * A confidence interval in NPS points.
 *
 * @param low -100 to {@code high}
 * @param high {@code low} to 100
 */
public record Interval(double low, double high) {
    /**
     * Refuses what leaves the scale.
     *
     * @throws IllegalArgumentException unless -100 &lt;= low &lt;= high &lt;= 100
     */
    public Interval {
        if (!(low >= -100 && low <= high && high <= 100)) {
            throw new IllegalArgumentException(
                    "low and high must satisfy -100 <= low <= high <= 100: low " + low + ", high " + high);
        }
    }

    /** The interval around a centre inside the scale, clipped to the scale. */
    static Interval around(double centre, double halfWidth) {
        return new Interval(Math.max(-100, centre - halfWidth), Math.min(100, centre + halfWidth));
    }

    /** Half the distance from low to high, in points; of what is left when the interval was clipped. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
