package likely.surveys.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes while somebody sleeps, and not otherwise; for tests and benchmarks. */
public final class VirtualClock extends Clock {
    private volatile Instant now;

    public VirtualClock(Instant start) {
        this.now = start;
    }

    public synchronized void sleep(Duration duration) {
        now = now.plus(duration);
    }

    /** Goes on to a moment, unless it has passed. */
    public synchronized void until(Instant moment) {
        now = now.isAfter(moment) ? now : moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
