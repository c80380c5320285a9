package likely.surveys.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import likely.surveys.Unavailable;
import likely.surveys.ledger.Interleaving.Task;
import likely.surveys.ledger.Tallying.Failed;

/**
 * Everything that histories have on the stream, delivered to several tallies at once: each image several times, in
 * batches in any order, by tallies that crash, lose replies, find the store throttled and run out of time. All of it
 * follows from the seed.
 */
final class Deliveries {
    private static final int TALLIES = 3;

    private final Random random;
    private final List<List<Image>> due = new ArrayList<>();
    private final Map<String, String> never = new HashMap<>();
    private int faults;
    private int refusals;

    /** @param mostAtOnce how many images a batch has at most */
    Deliveries(List<History> histories, long seed, int copies, int mostAtOnce, int faults) {
        this.random = new Random(seed);
        this.faults = faults;
        List<Image> images = new ArrayList<>();
        for (History history : histories) {
            for (Image image : history.images()) {
                images.addAll(Collections.nCopies(1 + random.nextInt(copies), image));
            }
        }
        Collections.shuffle(images, random);
        while (!images.isEmpty()) {
            List<Image> batch = images.subList(0, Math.min(images.size(), 1 + random.nextInt(mostAtOnce)));
            due.add(List.copyOf(batch));
            batch.clear();
        }
    }

    /** Delivers all of it. Answers what could never be counted. */
    Map<String, String> to(Ledger ledger) {
        Interleaving.run(random::nextInt, Collections.nCopies(TALLIES, (Task) pause -> tally(ledger, pause)));
        return never;
    }

    /** How many commits the ledger refused. */
    int refusals() {
        return refusals;
    }

    private void tally(Ledger ledger, Runnable pause) {
        Tallying tallying = new Tallying(new Stepped(ledger, pause), attempt -> pause.run());
        while (!due.isEmpty()) {
            List<Image> batch = due.remove(random.nextInt(due.size()));
            try {
                Failed failed = tallying.count(batch, () -> fault(20));
                never.putAll(failed.never());
                List<Image> again = batch.stream()
                        .filter(image -> failed.later().contains(image.response()))
                        .toList();
                if (!again.isEmpty()) {
                    due.add(again);
                }
            } catch (Crash e) {
                due.add(batch);
            }
        }
    }

    private boolean fault(int oneIn) {
        if (faults == 0 || random.nextInt(oneIn) > 0) {
            return false;
        }
        faults--;
        return true;
    }

    /** The function's process is gone. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Lets others come between the steps, and goes wrong before them and after. */
    private final class Stepped implements Ledger {
        private final Ledger ledger;
        private final Runnable pause;

        Stepped(Ledger ledger, Runnable pause) {
            this.ledger = ledger;
            this.pause = pause;
        }

        @Override
        public Map<String, Entry> read(Collection<String> responses) {
            pause.run();
            fail();
            return ledger.read(responses);
        }

        @Override
        public Outcome commit(List<Change> changes, Map<Contribution.CounterKey, Delta> deltas, int attempt) {
            pause.run();
            fail();
            if (fault(6)) {
                return new Outcome.Conflict();
            }
            Outcome outcome = ledger.commit(changes, deltas, attempt);
            if (outcome instanceof Outcome.Refused) {
                refusals++;
            }
            fail();
            return outcome;
        }

        private void fail() {
            if (fault(6)) {
                throw new Crash();
            } else if (fault(6)) {
                throw new Unavailable(new IllegalStateException("time-out"));
            }
        }
    }
}
