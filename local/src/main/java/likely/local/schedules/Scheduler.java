package likely.local.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import likely.embedded.Template;
import likely.local.Workers;

/**
 * Runs calls when they are due. What was due while the machine was off is not made up for; over a stretch of time that the
 * clock jumped, each schedule that was due runs once.
 */
public final class Scheduler implements AutoCloseable {

    /** So that a clock that was set, or a laptop that slept, is noticed soon. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private final Map<ScheduledCall, Instant> due = new LinkedHashMap<>();
    private final InstantSource clock;
    private final Caller caller;
    private final Semaphore moved = new Semaphore(0);
    private final Thread thread;

    /** Where due calls go. */
    @FunctionalInterface
    public interface Caller {
        void call(String functionId, String event);
    }

    Scheduler(List<ScheduledCall> calls, InstantSource clock, Caller caller) {
        this.clock = clock;
        this.caller = caller;
        Instant now = clock.instant();
        calls.forEach(call -> call.schedule().next(now).ifPresent(next -> due.put(call, next)));
        thread = Workers.thread("schedules", this::loop);
    }

    public static Scheduler start(Template template, InstantSource clock, Caller caller) {
        Scheduler scheduler = new Scheduler(ScheduledCall.all(template), clock, caller);
        scheduler.thread.start();
        return scheduler;
    }

    /** Looks at the clock at once, because it was moved. */
    public void wake() {
        moved.release();
    }

    /** Makes the calls that are due now, and gives the time until the next. */
    Optional<Duration> runDue() {
        Instant now = clock.instant();
        for (ScheduledCall call : List.copyOf(due.keySet())) {
            Instant at = due.get(call);
            if (at != null && !at.isAfter(now)) {
                caller.call(call.functionId(), call.event(now));
                call.schedule().next(now).ifPresentOrElse(next -> due.put(call, next), () -> due.remove(call));
            }
        }
        return due.values().stream().min(Comparator.naturalOrder()).map(next -> Duration.between(now, next));
    }

    private void loop() {
        try {
            while (true) {
                Duration wait = runDue().orElse(LONGEST_SLEEP);
                long millis = Math.min(wait.toMillis() + 1, LONGEST_SLEEP.toMillis());
                if (moved.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                    moved.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
