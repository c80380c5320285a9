package likely.local.streams;

import java.time.Duration;

/** Wakes those who wait for a write; one that came while nobody waited is not missed. */
public final class Signal {

    private long count;

    public synchronized void raise() {
        count++;
        notifyAll();
    }

    synchronized long count() {
        return count;
    }

    /** Waits until the count is no longer the one seen, or the time is over. */
    synchronized void await(long seen, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (count == seen) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }
}
