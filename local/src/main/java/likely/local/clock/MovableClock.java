package likely.local.clock;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import likely.local.DataFolder;
import likely.local.LocalException;

/**
 * The time that functions, schedules and the bus go by: the real one, and what it was moved forward. By how many seconds
 * that is stands in a file, which the functions read themselves; it goes on from there after a restart. What AWS measures
 * by itself (a message's visibility, a record's age, a time-out) stays on the real clock.
 */
public final class MovableClock implements InstantSource {

    /** The variable that names the file to a function; {@code likely.aws.Clocks} reads both. */
    public static final String VARIABLE = "LIKELY_CLOCK";

    private static final String FILE = "clock";
    private static final Duration ALMOST_A_SECOND = Duration.ofSeconds(1).minusNanos(1);
    private static final Duration FURTHEST = Duration.ofDays(10 * 366);

    private final DataFolder folder;
    private final InstantSource real;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Duration ahead;

    public MovableClock(DataFolder folder, InstantSource real) {
        this.folder = folder;
        this.real = real;
        this.ahead = folder.read(FILE).map(this::seconds).orElse(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    public Duration ahead() {
        return ahead;
    }

    public Path file() {
        return folder.resolve(FILE);
    }

    /** Calls back after each move. */
    public void onMove(Runnable listener) {
        listeners.add(listener);
    }

    /** Moves forward by whole seconds; what is not forward, or is beyond ten years, is an {@link IllegalArgumentException}. */
    public void forward(Duration by) {
        synchronized (this) {
            if (by.isNegative() || by.isZero()) {
                throw new IllegalArgumentException("The clock can only be moved forward");
            }
            if (by.compareTo(FURTHEST) > 0 || ahead.plus(by).compareTo(FURTHEST) > 0) {
                throw new IllegalArgumentException("The clock can be at most ten years ahead");
            }
            Duration whole = Duration.ofSeconds(by.plus(ALMOST_A_SECOND).toSeconds());
            folder.replace(FILE, Long.toString(ahead.plus(whole).toSeconds()));
            ahead = ahead.plus(whole);
        }
        listeners.forEach(Runnable::run);
    }

    private Duration seconds(String text) {
        try {
            return Duration.ofSeconds(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            throw new LocalException(file() + " is no number of seconds; remove it to set the clock back", e);
        }
    }

    /** Moves forward to a moment, or by less than a second beyond it. */
    public void to(Instant moment) {
        forward(Duration.between(instant(), moment));
    }
}
