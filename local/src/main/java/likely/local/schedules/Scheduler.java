package likely.local.schedules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.embedded.Template;
import likely.local.Sleeper;
import likely.local.Workers;

/** Runs calls when they are due. What was due while the machine was off is not made up for. */
public final class Scheduler implements AutoCloseable {

    /** So that a clock that was set, or a laptop that slept, is noticed soon. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private final Map<ScheduledCall, Instant> due = new LinkedHashMap<>();
    private final Clock clock;
    private final Caller caller;
    private final Thread thread;

    /** Where due calls go. */
    @FunctionalInterface
    public interface Caller {
        void call(String functionId, String event);
    }

    Scheduler(List<ScheduledCall> calls, Clock clock, Sleeper sleeper, Caller caller) {
        this.clock = clock;
        this.caller = caller;
        Instant now = clock.instant();
        calls.forEach(call -> call.schedule().next(now).ifPresent(next -> due.put(call, next)));
        thread = Workers.thread("schedules", () -> loop(sleeper));
    }

    public static Scheduler start(Template template, Clock clock, Sleeper sleeper, Caller caller) {
        Scheduler scheduler = new Scheduler(ScheduledCall.all(template), clock, sleeper, caller);
        scheduler.thread.start();
        return scheduler;
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

    private void loop(Sleeper sleeper) {
        try {
            while (true) {
                Duration wait = runDue().orElse(LONGEST_SLEEP);
                sleeper.sleep(wait.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : wait);
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
