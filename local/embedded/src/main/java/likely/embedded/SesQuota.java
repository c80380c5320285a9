package likely.embedded;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;

/**
 * How much an account may send: so many mails in any 24 hours, by a clock that may be moved, and so many calls in any
 * second, by the machine's own.
 */
public final class SesQuota {
    private static final long SECOND = 1_000_000_000L;

    private final Clock clock;
    private final TreeMap<Long, Long> sentByMinute = new TreeMap<>();
    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private double max24Hours = 50_000;
    private double maxPerSecond = 14;
    private long aboveRate;
    private long aboveQuota;

    SesQuota(Clock clock) {
        this.clock = clock;
    }

    public synchronized void set(double mailsIn24Hours, double mailsPerSecond) {
        max24Hours = mailsIn24Hours;
        maxPerSecond = mailsPerSecond;
    }

    public synchronized double max24Hours() {
        return max24Hours;
    }

    public synchronized double maxPerSecond() {
        return maxPerSecond;
    }

    /** What was taken within the last 24 hours, to the minute. */
    public synchronized long sentLast24Hours() {
        long from = clock.instant().minus(Duration.ofHours(24)).getEpochSecond() / 60;
        sentByMinute.headMap(from, true).clear();
        return sentByMinute.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many calls came above the rate, and were refused. */
    public synchronized long aboveRate() {
        return aboveRate;
    }

    /** How many calls came when the day's quota was used up, and were refused. */
    public synchronized long aboveQuota() {
        return aboveQuota;
    }

    /** Whether a call comes within the rate; it counts against it either way, as it does at SES. */
    synchronized boolean withinRate() {
        long now = System.nanoTime();
        while (!lastSecond.isEmpty() && lastSecond.peekFirst() - now <= -SECOND) {
            lastSecond.removeFirst();
        }
        lastSecond.addLast(now);
        if (lastSecond.size() > Math.max(1, maxPerSecond)) {
            aboveRate++;
            return false;
        }
        return true;
    }

    /** Takes one mail of the day's quota, if there is one left. */
    synchronized boolean take() {
        if (sentLast24Hours() >= max24Hours) {
            aboveQuota++;
            return false;
        }
        sentByMinute.merge(clock.instant().getEpochSecond() / 60, 1L, Long::sum);
        return true;
    }
}
