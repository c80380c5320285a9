package likely.scoring;

/**
 * What the newest window of a {@link Series} calls for. With |z| above 3 a false alarm comes once in about 370 independent
 * windows.
 */
public enum Alarm {
    /** No baseline, or fewer than 30 responses in the newest window: nothing can be said yet. */
    TOO_FEW,
    /** |z| is at most 3. */
    NONE,
    /** z is below -3. */
    FALL,
    /** z is above 3. */
    RISE;

    private static final long ENOUGH_RESPONSES = 30;
    private static final double LIMIT = 3;

    /**
     * @param responses of the newest window
     * @param z of the newest window against its baseline
     */
    static Alarm of(long responses, double z) {
        if (responses < ENOUGH_RESPONSES) {
            return TOO_FEW;
        }
        if (z < -LIMIT) {
            return FALL;
        }
        return z > LIMIT ? RISE : NONE;
    }
}
