package likely.surveys.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import likely.surveys.sending.Dispatcher.Turn;
import likely.surveys.sending.Mailer.Quota;

/**
 * The turns of one run: so many calls in all, evenly spaced a little below the account's rate, and none that could last
 * beyond the lease. A thread may come late for its turn: what was missed is made up for, a little at a time, and since
 * calls then come together, {@link LastSecond} keeps every second within the rate.
 */
final class Allowance implements Dispatcher.Turns {
    /** The share of the rate that turns use; a higher one would only queue before the full second. */
    private static final double SHARE = 0.985;

    /** How far turns may lie behind. */
    private static final Duration MADE_UP = Duration.ofMillis(200);

    private final long spacing;
    private final LastSecond lastSecond;
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
     * @param next not before this moment, up to which another run may have used the rate
     * @param validUntil no call begins after it
     */
    Allowance(Quota quota, long left, Instant next, Instant validUntil, Clock clock, Consumer<Duration> sleep) {
        Instant now = clock.instant();
        this.spacing = (long) (1e9 / (Math.max(quota.perSecond(), 1e-3) * SHARE));
        this.lastSecond = new LastSecond((int) Math.max(1, Math.floor(quota.perSecond())));
        this.left = left;
        this.next = next.isAfter(now) ? next : now;
        this.validUntil = validUntil;
        this.clock = clock;
        this.sleep = sleep;
    }

    @Override
    public Optional<Turn> take() {
        Instant turn;
        synchronized (this) {
            if (closed || left <= 0) {
                return Optional.empty();
            }
            Instant earliest = clock.instant().minus(MADE_UP);
            turn = next.isAfter(earliest) ? next : earliest;
            if (turn.isAfter(validUntil)) {
                return Optional.empty();
            }
            left--;
            next = turn.plusNanos(spacing);
        }
        while (true) {
            Duration wait = Duration.between(clock.instant(), turn);
            if (!wait.isNegative() && !wait.isZero()) {
                sleep.accept(wait);
            }
            synchronized (this) {
                Instant now = clock.instant();
                if (closed || now.isAfter(validUntil)) {
                    left++;
                    return Optional.empty();
                }
                Instant free = lastSecond.begin(now);
                if (free == null) {
                    return Optional.of(new Taken(now));
                }
                turn = free;
            }
        }
    }

    /** A call that was counted as it began. */
    private final class Taken implements Turn {
        private final Instant begun;

        Taken(Instant begun) {
            this.begun = begun;
        }

        @Override
        public void ended(boolean mail) {
            synchronized (Allowance.this) {
                lastSecond.end(begun, clock.instant());
                left += mail ? 0 : 1;
            }
        }

        @Override
        public void notMade() {
            synchronized (Allowance.this) {
                lastSecond.notMade();
                left++;
            }
        }
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

    /** When the next call may begin, for the run that comes after this one: it knows nothing of this one's last second. */
    synchronized Instant next() {
        Instant later = clock.instant().plusSeconds(1);
        return next.isAfter(later) ? next : later;
    }
}
