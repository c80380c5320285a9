package likely.e2e.client;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what streams bring about a little later. */
public final class Await {
    /** Generous: a stream's batch window, two cold starts, and a machine that does other work. */
    public static final Duration LIMIT = Duration.ofSeconds(90);

    private Await() {}

    /** Asks until the answer is as it should be; fails with the last answer otherwise. */
    public static <T> T until(Supplier<T> ask, Predicate<? super T> right) {
        return until(ask, right, Duration.ofMillis(50));
    }

    public static <T> T until(Supplier<T> ask, Predicate<? super T> right, Duration pause) {
        long end = System.nanoTime() + LIMIT.toNanos();
        T last = ask.get();
        while (!right.test(last)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + LIMIT.toSeconds() + " s; at last: " + last);
            }
            pause(pause);
            last = ask.get();
        }
        return last;
    }

    public static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
