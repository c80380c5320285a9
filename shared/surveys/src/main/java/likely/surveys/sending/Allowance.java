package likely.surveys.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import likely.surveys.sending.Mailer.Quota;

/**
 * The turns of one run: so many calls in all, evenly spaced a little below the account's rate, and none that could last
 * beyond the lease. A turn that is late is not made up for, so no second ever has more calls than the rate.
 */
final class Allowance implements Dispatcher.Turns {
    /** The share of the rate that is used: what is left takes up that calls arrive a little apart from their turns. */
    private static final double SHARE = 0.97;

    private final long spacing;
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
        Duration wait = Duration.between(clock.instant(), turn);
        if (!wait.isNegative() && !wait.isZero()) {
            sleep.accept(wait);
        }
        return mayStill();
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
