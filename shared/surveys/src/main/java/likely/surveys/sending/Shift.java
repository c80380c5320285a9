package likely.surveys.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import likely.surveys.sending.Dispatcher.Result;
import likely.surveys.sending.Lease.Leases;
import org.jspecify.annotations.Nullable;

/**
 * One run of the dispatcher: takes the lease, sends while there is something due and time is left, and leaves the lease
 * to the next run. At most one run sends at a time.
 */
public final class Shift {
    static final Duration LEASE = Duration.ofSeconds(60);

    /** Runs begin a minute apart: who finds an owner that leaves before the next one begins waits for it. */
    private static final Duration WORTH_WAITING = Duration.ofSeconds(70);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    /** What a run needs. */
    public record Parts(
            Dispatcher dispatcher,
            Claims claims,
            Mailer mailer,
            Leases leases,
            SendingRecords records,
            Clock clock,
            Consumer<Duration> sleep,
            Consumer<RuntimeException> failed,
            Options options) {}

    /**
     * Settings.
     *
     * @param threads how many mails may be under way at once, at most
     * @param rampUp how many mails a new domain may send on its first day; 0 for no limit
     */
    public record Options(int threads, long rampUp) {}

    /** How a run ended. */
    public enum End {
        NOTHING_DUE,
        /** Another run sends. */
        BUSY,
        PAUSED,
        QUOTA_USED,
        ACCOUNT_BLOCKED,
        TIME_OVER,
        LEASE_LOST
    }

    /**
     * What a run did.
     *
     * @param paused why it sent nothing, or no more; null otherwise
     */
    public record Report(End end, Map<Result, Integer> results, Guard.@Nullable Pause paused) {}

    private final Parts parts;

    public Shift(Parts parts) {
        this.parts = parts;
    }

    /** Works until nothing is due any more, or until this moment, at which the last call has ended. */
    public Report run(Instant stopsAt) {
        if (parts.claims().due(now(), 1).isEmpty()) {
            return new Report(End.NOTHING_DUE, Map.of(), null);
        }
        Optional<Lease> lease = lease(stopsAt);
        return lease.isEmpty() ? new Report(End.BUSY, Map.of(), null) : new HeldShift(parts, lease.get()).work();
    }

    private Optional<Lease> lease(Instant stopsAt) {
        String owner = UUID.randomUUID().toString();
        while (now().isBefore(stopsAt)) {
            Lease was = parts.leases().read().orElse(null);
            Instant now = now();
            if (was == null || was.isFree(now)) {
                Instant turn = was == null ? now : was.nextTurn();
                Lease mine = new Lease(owner, now.plus(LEASE), stopsAt, turn, was == null ? null : was.quota());
                if (parts.leases().take(mine, was)) {
                    return Optional.of(mine);
                }
            } else if (was.stopsAt().isAfter(now.plus(WORTH_WAITING))) {
                return Optional.empty();
            }
            parts.sleep().accept(LOOK_AGAIN);
        }
        return Optional.empty();
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
