package likely.surveys.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.surveys.ledger.Contribution.CounterKey;

/** A ledger in memory, for tests and benchmarks. Its two methods without a contract are there to be broken. */
public class InMemoryLedger implements Ledger {
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<CounterKey, Delta> counters = new HashMap<>();

    @Override
    public synchronized Map<String, Entry> read(Collection<String> responses) {
        Map<String, Entry> read = new HashMap<>();
        responses.forEach(response -> read.put(response, entries.getOrDefault(response, Entry.ABSENT)));
        return read;
    }

    @Override
    public synchronized Outcome commit(List<Change> changes, Map<CounterKey, Delta> deltas, int attempt) {
        if (changes.size() + deltas.size() > MOST_WRITES) {
            return new Outcome.Refused("more than " + MOST_WRITES + " writes");
        }
        Set<String> overtaken = new LinkedHashSet<>();
        changes.stream()
                .filter(change -> !mayWrite(entries.getOrDefault(change.response(), Entry.ABSENT), change))
                .forEach(change -> overtaken.add(change.response()));
        if (!overtaken.isEmpty()) {
            return new Outcome.Overtaken(overtaken);
        }
        changes.forEach(change -> entries.put(change.response(), change.to()));
        effect(changes, deltas).forEach((key, delta) -> {
            Delta counter = counters.computeIfAbsent(key, k -> new Delta());
            for (int bin = 0; bin <= 10; bin++) {
                counter.add(bin, delta.bin(bin));
            }
        });
        return new Outcome.Committed();
    }

    protected boolean mayWrite(Entry now, Change change) {
        return now.version() == change.from().version();
    }

    protected Map<CounterKey, Delta> effect(List<Change> changes, Map<CounterKey, Delta> deltas) {
        return deltas;
    }

    /** The counters that are not zero. */
    public synchronized Map<CounterKey, Delta> counters() {
        Map<CounterKey, Delta> counted = new HashMap<>(counters);
        counted.values().removeIf(Delta::isNothing);
        return counted;
    }
}
