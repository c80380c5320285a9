package likely.surveys.recount;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.recount.RecountStore.CounterRepair;
import likely.surveys.recount.RecountStore.Page;
import likely.surveys.recount.RecountStore.Row;
import likely.surveys.recount.Watch.Watched;

/** Looks closely at counters in doubt: scans the entries, reads the counters, and scans the entries again. */
final class CounterLooks {
    /** What moves in each of so many looks is left for another night. */
    private static final int MOST_LOOKS = 3;

    private final RecountStore store;
    private final Clock clock;
    private final int mostWatched;

    CounterLooks(RecountStore store, Clock clock, int mostWatched) {
        this.store = store;
        this.clock = clock;
        this.mostWatched = mostWatched;
    }

    void begin(Progress run) {
        List<CounterKey> some = new ArrayList<>();
        while (some.size() < mostWatched && !run.drifting.isEmpty()) {
            some.add(run.drifting.removeFirst());
        }
        run.watch.begin(some);
    }

    /** The first scan may see old copies: one that is seen at the same version later did not move in between either. */
    void readPage(Progress run, boolean consistent) {
        Page<Row> page = store.scores(run.position, consistent);
        for (Row row : page.items()) {
            if (row instanceof Row.OfEntry of) {
                run.watch.see(of.response(), of.entry());
            }
        }
        run.turnedPage(page.next());
    }

    void readCounters(Progress run) {
        run.watch.lookedAt = clock.millis();
        store.counters(run.watch.counters.keySet()).forEach((counter, items) -> {
            Watched watched = run.watch.counters.get(counter);
            if (watched != null) {
                watched.items = items;
            }
        });
        run.watch.nextScan();
    }

    /** Decides on the counters that stood still; answers whether there are others to be looked at again. */
    boolean decide(Progress run) {
        Iterator<Map.Entry<CounterKey, Watched>> all = run.watch.iterator();
        while (all.hasNext()) {
            Map.Entry<CounterKey, Watched> each = all.next();
            if (run.watch.isStill(each.getKey())) {
                decide(run, each.getKey(), each.getValue());
                all.remove();
            }
        }
        run.watch.looks++;
        if (run.watch.looks == MOST_LOOKS) {
            run.numbers.unsettled += run.watch.counters.size();
            run.watch.counters.clear();
        }
        return !run.watch.counters.isEmpty();
    }

    private static void decide(Progress run, CounterKey counter, Watched watched) {
        Bins difference = watched.difference();
        if (!difference.isNothing()) {
            // Its segment's value is left out, which may be anything that a page sent.
            run.numbers.found(Kind.DRIFTED, counter.survey() + (counter.day() == null ? "" : " " + counter.day()));
            if (run.options.repair()) {
                run.toMend.add(new CounterRepair(counter, watched.items, difference, run.run, run.watch.lookedAt));
            }
        }
    }
}
