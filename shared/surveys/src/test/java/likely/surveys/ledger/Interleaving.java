package likely.surveys.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks as if at the same time, one step of one of them after the other, in an order that the caller chooses: the
 * same choices give the same run.
 */
public final class Interleaving {
    private final Semaphore turnOver = new Semaphore(0);

    private Interleaving() {}

    /** Something that says where another may come between. */
    public interface Task {
        /**
         * Does all its steps.
         *
         * @param pause called before each step; returns when it is this task's turn again
         */
        void run(Runnable pause);
    }

    /**
     * Runs all tasks to their ends.
     *
     * @param choose given the number of tasks that have not ended, the place of the one whose turn it is
     */
    public static void run(IntUnaryOperator choose, List<Task> tasks) {
        new Interleaving().runAll(choose, tasks);
    }

    /**
     * Takes turns as a text says, such as "ABBA", after each task was brought to its first pause; when the text ends, the
     * first one goes on to its end, then the second.
     */
    public static void run(String turns, List<Task> tasks) {
        List<Integer> left = new ArrayList<>();
        turns.chars().forEach(name -> left.add(name - 'A'));
        new Interleaving().runNamed(left, tasks);
    }

    private void runAll(IntUnaryOperator choose, List<Task> tasks) {
        List<Turn> live = start(tasks);
        while (!live.isEmpty()) {
            Turn turn = live.get(choose.applyAsInt(live.size()));
            turn.take();
            live.removeIf(each -> each.ended);
        }
    }

    private void runNamed(List<Integer> names, List<Task> tasks) {
        List<Turn> all = start(tasks);
        all.forEach(Turn::take);
        for (int name : names) {
            if (!all.get(name).ended) {
                all.get(name).take();
            }
        }
        all.forEach(turn -> {
            while (!turn.ended) {
                turn.take();
            }
        });
    }

    private List<Turn> start(List<Task> tasks) {
        List<Turn> turns = new ArrayList<>();
        for (Task task : tasks) {
            Turn turn = new Turn(task);
            Thread thread = new Thread(turn, "interleaved-" + turns.size());
            thread.setDaemon(true);
            thread.start();
            turns.add(turn);
        }
        return turns;
    }

    /** A task's thread; only the one whose turn it is runs. */
    private final class Turn implements Runnable {
        private final Task task;
        private final Semaphore mine = new Semaphore(0);
        private boolean ended;
        private @Nullable Throwable thrown;

        Turn(Task task) {
            this.task = task;
        }

        void take() {
            mine.release();
            turnOver.acquireUninterruptibly();
            if (thrown != null) {
                throw new AssertionError("an interleaved task failed", thrown);
            }
        }

        @Override
        public void run() {
            mine.acquireUninterruptibly();
            try {
                task.run(() -> {
                    turnOver.release();
                    mine.acquireUninterruptibly();
                });
            } catch (RuntimeException | Error e) {
                thrown = e;
            } finally {
                ended = true;
                turnOver.release();
            }
        }
    }
}
