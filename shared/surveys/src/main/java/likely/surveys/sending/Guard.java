package likely.surveys.sending;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether mail may go, and from where on it is judged.
 *
 * @param pause why none goes, or null while it does
 * @param since the day of the last resumption, or null when there was none; what was before is forgiven
 * @param forgiven of that day
 */
public record Guard(@Nullable Pause pause, @Nullable LocalDate since, Health forgiven) {
    public static final Guard NONE = new Guard(null, null, Health.NONE);

    /**
     * No mail goes until somebody resumes.
     *
     * @param at Unix seconds
     */
    public record Pause(Cause cause, long at) {}

    /** Who paused, and why. */
    public enum Cause {
        BOUNCES,
        COMPLAINTS,
        OWNER
    }
}
