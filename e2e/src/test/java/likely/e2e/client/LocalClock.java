package likely.e2e.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The clock of `local`, which goes forward when it is told to. */
public final class LocalClock {
    /** For a run that a step of the clock began. The clock should not jump in the midst of it. */
    private static final Duration RUN = Duration.ofSeconds(4);

    private static final int MOST_STEPS = 20;

    private LocalClock() {}

    public static Instant now() {
        return Instant.parse(
                (String) Caller.anybody().get("mailbox/clock").json().get("now"));
    }

    public static void forward(Duration by) {
        move("forward=" + by);
    }

    public static void to(Instant moment) {
        move("to=" + moment);
    }

    private static void move(String form) {
        Reply reply = form("mailbox/clock", form);
        if (reply.status() != 200) {
            throw new AssertionError(reply);
        }
    }

    /** Sets what goes wrong at SES, in the words of docs/local.md. */
    public static void fault(String form) {
        Reply reply = form("mailbox/faults", form);
        if (reply.status() != 200) {
            throw new AssertionError(reply);
        }
    }

    private static Reply form(String path, String form) {
        return Caller.anybody()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", path, form);
    }

    /** Unless it is so already, lets minutes pass, and with each what runs each minute, until something is as it should be. */
    public static <T> T until(Supplier<T> ask, Predicate<? super T> right) {
        T last = ask.get();
        if (right.test(last)) {
            return last;
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            forward(Duration.ofMinutes(1));
            long end = System.nanoTime() + RUN.toNanos();
            while (System.nanoTime() < end) {
                last = ask.get();
                if (right.test(last)) {
                    return last;
                }
                Await.pause(Duration.ofMillis(100));
            }
        }
        throw new AssertionError("Not within " + MOST_STEPS + " minutes of the clock; at last: " + last);
    }

    /** A number of a document that is in Unix seconds. */
    public static Instant moment(Map<String, Object> json, String name) {
        return Instant.ofEpochSecond(Survey.number(json, name));
    }
}
