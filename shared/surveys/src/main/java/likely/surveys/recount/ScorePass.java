package likely.surveys.recount;

import java.time.Clock;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.ledger.Entry;
import likely.surveys.recount.RecountStore.Entries;
import likely.surveys.recount.RecountStore.Page;
import likely.surveys.recount.RecountStore.Row;

/**
 * Sums up, counter by counter, what the entries say minus what the counters say. What is not zero at the end is in
 * doubt: it has drifted, or moved while it was being read. The memory is limited; when there are more counters than fit,
 * half of them are left for another pass.
 */
final class ScorePass {
    private final RecountStore store;
    private final Clock clock;
    private final int mostCounters;

    ScorePass(RecountStore store, Clock clock, int mostCounters) {
        this.store = store;
        this.clock = clock;
        this.mostCounters = mostCounters;
    }

    void readPage(Progress run) {
        Page<Row> page = store.scores(run.position, false);
        Map<String, Long> unexpired = new HashMap<>();
        for (Row row : page.items()) {
            if (row instanceof Row.OfEntry of) {
                readEntry(run, of, unexpired);
            } else if (row instanceof Row.OfCounter of) {
                readCounter(run, of);
            } else if (row instanceof Row.Unreadable of && run.isFirstPass()) {
                run.numbers.found(Kind.UNREADABLE, of.key());
            }
        }
        suspectOrphans(run, unexpired);
        run.turnedPage(page.next());
    }

    private void readEntry(Progress run, Row.OfEntry row, Map<String, Long> unexpired) {
        Entry entry = row.entry();
        Contribution counted = entry.counted();
        if (!run.options.covers(counted == null ? null : counted.survey())) {
            return;
        }
        if (run.isFirstPass()) {
            run.numbers.entries++;
            if (!entry.expired()) {
                unexpired.put(row.response(), entry.version());
            }
        }
        if (counted != null) {
            Bins one = new Bins();
            one.count(counted.score());
            counted.counters().forEach(counter -> add(run, counter, one, 1));
        }
    }

    private void readCounter(Progress run, Row.OfCounter row) {
        if (run.options.covers(row.counter().survey())) {
            if (run.isFirstPass()) {
                run.numbers.counters++;
            }
            add(run, row.counter(), row.counted(), -1);
        }
    }

    private void add(Progress run, CounterKey counter, Bins bins, int times) {
        if (!run.partition.contains(counter)) {
            return;
        }
        Bins balance = run.balances.computeIfAbsent(counter, c -> new Bins());
        balance.add(bins, times);
        if (balance.isNothing()) {
            run.balances.remove(counter);
        } else if (run.balances.size() > mostCounters) {
            halve(run);
        }
    }

    private static void halve(Progress run) {
        run.partitions.addFirst(run.partition.secondHalf());
        run.partition = run.partition.firstHalf();
        run.balances.keySet().removeIf(counter -> !run.partition.contains(counter));
    }

    private void suspectOrphans(Progress run, Map<String, Long> versions) {
        Set<String> present = store.present(versions.keySet());
        versions.forEach((response, version) -> {
            if (!present.contains(response)) {
                run.suspects.add(new Suspect(response, version, clock.instant()));
            }
        });
    }

    /** Looks again at entries without a response: by now the stream has told that it expired. */
    void lookAgain(Progress run, List<Suspect> suspects) {
        List<String> ids = suspects.stream().map(Suspect::id).toList();
        Set<String> present = store.present(ids);
        Entries entries = store.entries(ids);
        for (Suspect suspect : suspects) {
            Entry entry = entries.readable().getOrDefault(suspect.id(), Entry.ABSENT);
            if (present.contains(suspect.id()) || entry.version() == 0 || entry.expired()) {
                continue;
            }
            if (entry.version() != suspect.mark()) {
                run.numbers.unsettled++;
                continue;
            }
            run.numbers.found(Kind.ORPHANED, suspect.id());
            if (run.options.repair()) {
                run.toExpire.add(suspect.id());
            }
        }
    }

    /** What is left over at the end of the scan is in doubt. */
    static void doubt(Progress run) {
        Iterator<CounterKey> left = run.balances.keySet().iterator();
        while (left.hasNext()) {
            run.drifting.add(left.next());
            left.remove();
        }
    }
}
