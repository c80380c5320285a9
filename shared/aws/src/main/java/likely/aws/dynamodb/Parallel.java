package likely.aws.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes several calls at once, each of which waits for the store most of its time. */
final class Parallel {
    /** A call takes some milliseconds: so many at once come to thousands a second, and to a few MB of stacks. */
    private static final int THREADS = 16;

    private @Nullable ExecutorService threads;

    /** Does it for each, and throws what one of them threw once all have ended. */
    <T> void each(Collection<T> all, Consumer<T> work) {
        if (all.size() < 2) {
            all.forEach(work);
            return;
        }
        List<Future<?>> calls = new ArrayList<>();
        all.forEach(one -> calls.add(threads().submit(() -> work.accept(one))));
        RuntimeException failed = null;
        for (Future<?> call : calls) {
            RuntimeException thrown = end(call);
            failed = failed == null ? thrown : failed;
        }
        if (failed != null) {
            throw failed;
        }
    }

    private static @Nullable RuntimeException end(Future<?> call) {
        try {
            call.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new IllegalStateException("Interrupted while writing", e);
        }
    }

    /** Made at the first use, which is after the snapshot that a function starts from. */
    private synchronized ExecutorService threads() {
        ExecutorService made = threads;
        if (made == null) {
            made = Executors.newFixedThreadPool(THREADS, task -> {
                Thread thread = new Thread(task, "store");
                thread.setDaemon(true);
                return thread;
            });
            threads = made;
        }
        return made;
    }
}
