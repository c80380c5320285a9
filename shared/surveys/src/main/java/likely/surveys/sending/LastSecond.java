package likely.surveys.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The calls that an account may have counted within the last second. When a call arrives is not known: some time between
 * its beginning and its end. Half of what the shortest call so far took, every call takes; what is beyond that may
 * have been spent on the way there. So a call counts from its beginning until a second after its end less that time, and
 * no second that the account looks at has more calls than the rate, however uneven their ways are. Not safe for threads
 * by itself.
 */
final class LastSecond {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** After it a call that waits for others under way looks again. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    /** So many must have ended before the shortest of them tells of the others. */
    private static final int ENOUGH = 20;

    /** The share of the shortest call that every call is sure to take: a shorter one may yet come. */
    private static final double SURE = 0.5;

    private final int most;
    private final PriorityQueue<Instant> ended = new PriorityQueue<>();
    private Duration shortest = Duration.ofDays(1);
    private int seen;
    private int underWay;

    /** @param most how many calls a second may have */
    LastSecond(int most) {
        this.most = most;
    }

    /** Counts a call that begins now; or tells when to try again, and counts nothing. */
    @Nullable
    Instant begin(Instant now) {
        while (!ended.isEmpty() && !ended.peek().isAfter(now)) {
            ended.remove();
        }
        if (underWay + ended.size() < most) {
            underWay++;
            return null;
        }
        Instant free = ended.peek();
        Instant soon = now.plus(LOOK_AGAIN);
        return underWay > 0 && (free == null || free.isAfter(soon)) ? soon : free;
    }

    /** A call that began has ended. */
    void end(Instant begun, Instant now) {
        Duration took = Duration.between(begun, now);
        shortest = took.compareTo(shortest) < 0 ? took : shortest;
        seen++;
        underWay--;
        ended.add(now.plus(SECOND).minusNanos(seen < ENOUGH ? 0 : (long) (shortest.toNanos() * SURE)));
    }

    /** One that was counted was not made. */
    void notMade() {
        underWay--;
    }
}
