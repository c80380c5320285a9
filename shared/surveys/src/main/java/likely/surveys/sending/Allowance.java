package likely.surveys.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import likely.surveys.sending.Mailer.Quota;
import org.jspecify.annotations.Nullable;

/**
 * The turns of one run: so many calls in all, evenly spaced a little below the account's rate, and none that could last
 * beyond the lease. A turn that is late is not made up for; and since a thread may wake up after its turn, together with
 * others, calls are counted as they begin too: no second has more of them than the rate.
 */
final class Allowance implements Dispatcher.Turns {
    /** The share of the rate that is used: what is left takes up that calls arrive a little apart from their turns. */
    private static final double SHARE = 0.97;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final long spacing;
    private final int mostInASecond;
    private final Deque<Instant> begun = new ArrayDeque<>();
    private final Clock clock;
    private final Consumer<Duration> sleep;
    private long left;
    private Instant next;
    private Instant validUntil;
    private boolean closed;

    /**
     * The turns from now on.
     *
     * @param left how many calls there may be
     * @param next not before this moment, which another run may have used up to
     * @param validUntil no call begins after it
     */
    Allowance(Quota quota, long left, Instant next, Instant validUntil, Clock clock, Consumer<Duration> sleep) {
        this.spacing = (long) (1e9 / (Math.max(quota.perSecond(), 1e-3) * SHARE));
        // Of high rates a hundredth is left, for calls that come closer together on their way.
        this.mostInASecond = (int) Math.max(1, quota.perSecond() - Math.floor(quota.perSecond() / 100));
        this.left = left;
        this.next = next;
        this.validUntil = validUntil;
        this.clock = clock;
        this.sleep = sleep;
    }

    @Override
    public boolean take() {
        Instant turn;
        synchronized (this) {
            if (closed || left <= 0) {
                return false;
            }
            Instant now = clock.instant();
            turn = next.isAfter(now) ? next : now;
            if (turn.isAfter(validUntil)) {
                return false;
            }
            left--;
            next = turn.plusNanos(spacing);
        }
        Instant start = turn;
        while (start != null) {
            Duration wait = Duration.between(clock.instant(), start);
            if (!wait.isNegative() && !wait.isZero()) {
                sleep.accept(wait);
            }
            start = begin();
        }
        return mayStill();
    }

    /** Counts a call that begins now; or tells when the second that is full has passed. */
    private synchronized @Nullable Instant begin() {
        Instant now = clock.instant();
        while (!begun.isEmpty() && !begun.peekFirst().plus(SECOND).isAfter(now)) {
            begun.removeFirst();
        }
        if (begun.size() >= mostInASecond && !closed) {
            return begun.peekFirst().plus(SECOND);
        }
        begun.addLast(now);
        return null;
    }

    private synchronized boolean mayStill() {
        if (closed || clock.instant().isAfter(validUntil)) {
            left++;
            return false;
        }
        return true;
    }

    @Override
    public synchronized void giveBack() {
        left++;
    }

    /** Nobody calls for a second: the account is used by others too. */
    synchronized void slowDown() {
        Instant later = clock.instant().plusSeconds(1);
        next = next.isAfter(later) ? next : later;
    }

    synchronized void extend(Instant until) {
        validUntil = until;
    }

    synchronized void close() {
        closed = true;
    }

    synchronized boolean usedUp() {
        return left <= 0;
    }

    /** When the next call may begin, for the run that comes after this one. */
    synchronized Instant next() {
        return next;
    }
}
