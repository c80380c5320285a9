package likely.surveys.sending;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import likely.surveys.sending.Dispatcher.Result;
import org.jspecify.annotations.Nullable;

/** The threads of a run, each with one mail at a time, and what became of the mails. */
final class Crew {
    private static final long REST_MS = 50;

    private final Semaphore free = new Semaphore(0);
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Consumer<RuntimeException> failed;
    private final Map<Result, Integer> results = new EnumMap<>(Result.class);
    private final AtomicReference<@Nullable Error> broken = new AtomicReference<>();
    private int threads;

    /** @param failed told of a mail that could not be handled, and stays as it is */
    Crew(Consumer<RuntimeException> failed) {
        this.failed = failed;
    }

    /** So many more mails may be under way at once; at first, none. */
    void hire(int more) {
        threads += more;
        free.release(more);
    }

    /** Has a mail handled as soon as a thread is free; false when none was for a while. */
    boolean accept(Runnable mail) {
        if (!acquire(1)) {
            return false;
        }
        workers.execute(() -> {
            try {
                mail.run();
            } catch (RuntimeException e) {
                failed.accept(e);
            } catch (Error e) {
                broken.set(e);
            } finally {
                free.release();
            }
        });
        return true;
    }

    /** Throws what ended a thread for a reason that nobody can go on after. */
    void check() {
        Error error = broken.get();
        if (error != null) {
            workers.shutdownNow();
            throw error;
        }
    }

    boolean isIdle() {
        return free.availablePermits() == threads;
    }

    /** Waits a little for one who is under way. */
    void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(REST_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void note(Result result) {
        results.merge(result, 1, Integer::sum);
    }

    synchronized int count(Result result) {
        return results.getOrDefault(result, 0);
    }

    synchronized Map<Result, Integer> results() {
        return Map.copyOf(results);
    }

    /** Waits for all who are under way, and lets the threads go. */
    void leave() {
        workers.shutdown();
        free.acquireUninterruptibly(threads);
        check();
    }

    private boolean acquire(int permits) {
        try {
            return free.tryAcquire(permits, REST_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
