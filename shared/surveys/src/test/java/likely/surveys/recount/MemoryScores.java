package likely.surveys.recount;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import likely.surveys.ledger.Change;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.ledger.Delta;
import likely.surveys.ledger.Entry;
import likely.surveys.ledger.Ledger;

/** Entries and counters in one table that is scanned by the page in the order of hashes, as DynamoDB does. */
final class MemoryScores implements Ledger, RecountStore {
    private static final int SHARDS = 4;

    private final NavigableMap<String, Stored> responses;
    private final int page;
    private final Random shards = new Random(7);
    final NavigableMap<String, Row> rows = new TreeMap<>();
    private final Map<CounterKey, CounterRepair> repairs = new HashMap<>();

    /** Before each call, and after each repair: where traffic comes in between, or a crash. */
    Runnable onCall = () -> {};

    int calls;

    /** Whether commits are spread over shards, as those of colliding tallies are. */
    boolean spread = true;

    MemoryScores(NavigableMap<String, Stored> responses, int page) {
        this.responses = responses;
        this.page = page;
    }

    private void called() {
        calls++;
        onCall.run();
    }

    @Override
    public Map<String, Entry> read(Collection<String> ids) {
        Map<String, Entry> read = new HashMap<>();
        ids.forEach(id -> read.put(id, rows.get(key(id)) instanceof Row.OfEntry of ? of.entry() : Entry.ABSENT));
        return read;
    }

    @Override
    public Outcome commit(List<Change> changes, Map<CounterKey, Delta> deltas, int attempt) {
        Set<String> overtaken = new HashSet<>();
        for (Change change : changes) {
            if (read(List.of(change.response())).get(change.response()).version()
                    != change.from().version()) {
                overtaken.add(change.response());
            }
        }
        if (!overtaken.isEmpty()) {
            return new Outcome.Overtaken(overtaken);
        }
        changes.forEach(change -> put(change.response(), change.to()));
        int shard = spread ? shards.nextInt(SHARDS) : 0;
        deltas.forEach((counter, delta) -> {
            long[] numbers = new long[Bins.SIZE];
            for (int score = 0; score <= 10; score++) {
                numbers[score] = delta.bin(score);
            }
            numbers[11] = delta.total();
            add(counter, shard, Bins.of(numbers));
        });
        return new Outcome.Committed();
    }

    void put(String response, Entry entry) {
        rows.put(key(response), new Row.OfEntry(response, entry));
    }

    void remove(String response) {
        rows.remove(key(response));
    }

    void add(CounterKey counter, int shard, Bins bins) {
        rows.merge(key(counter, shard), new Row.OfCounter(counter, shard, bins), (a, b) -> {
            Bins sum = new Bins();
            sum.add(((Row.OfCounter) a).counted(), 1);
            sum.add(bins, 1);
            return new Row.OfCounter(counter, shard, sum);
        });
    }

    @Override
    public Page<Stored> responses(String from) {
        called();
        return page(from == null ? responses : responses.tailMap(from, false));
    }

    @Override
    public List<Stored> responses(Collection<String> ids) {
        called();
        return ids.stream().filter(responses::containsKey).map(responses::get).toList();
    }

    @Override
    public Set<String> present(Collection<String> ids) {
        called();
        Set<String> present = new HashSet<>(ids);
        present.retainAll(responses.keySet());
        return present;
    }

    @Override
    public Entries entries(Collection<String> ids) {
        called();
        Set<String> unreadable = new HashSet<>();
        ids.stream().filter(id -> rows.get(key(id)) instanceof Row.Unreadable).forEach(unreadable::add);
        Map<String, Entry> readable = read(ids);
        readable.keySet().removeAll(unreadable);
        return new Entries(readable, unreadable);
    }

    @Override
    public Page<Row> scores(String from, boolean consistent) {
        called();
        return page(from == null ? rows : rows.tailMap(from, false));
    }

    private <T> Page<T> page(NavigableMap<String, T> rest) {
        List<T> items = new ArrayList<>();
        String last = null;
        for (Map.Entry<String, T> each : rest.entrySet()) {
            if (items.size() == page) {
                return new Page<>(items, last);
            }
            items.add(each.getValue());
            last = each.getKey();
        }
        return new Page<>(items, null);
    }

    @Override
    public Map<CounterKey, Map<Integer, Bins>> counters(Collection<CounterKey> counters) {
        Map<CounterKey, Map<Integer, Bins>> found = new LinkedHashMap<>();
        for (CounterKey counter : counters) {
            called(); // each is read at a moment of its own
            found.put(counter, items(counter));
        }
        return found;
    }

    private Map<Integer, Bins> items(CounterKey counter) {
        Map<Integer, Bins> items = new HashMap<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            if (rows.get(key(counter, shard)) instanceof Row.OfCounter of) {
                items.put(shard, of.counted());
            }
        }
        return items;
    }

    @Override
    public boolean repair(CounterRepair repair) {
        called();
        CounterRepair before = repairs.get(repair.counter());
        boolean done = before != null && before.lookedAt() >= repair.lookedAt();
        if (!done && !items(repair.counter()).equals(repair.asRead())) {
            return false;
        }
        if (!done) {
            add(repair.counter(), 0, repair.difference());
            repairs.put(repair.counter(), repair);
        }
        called(); // the reply may be lost
        return !done || before.run().equals(repair.run());
    }

    /** What all counters say together, without those at zero. */
    Map<CounterKey, Bins> totals() {
        Map<CounterKey, Bins> totals = new HashMap<>();
        rows.values().forEach(row -> {
            if (row instanceof Row.OfCounter of) {
                totals.computeIfAbsent(of.counter(), c -> new Bins()).add(of.counted(), 1);
            }
        });
        totals.values().removeIf(Bins::isNothing);
        return totals;
    }

    private static String key(String response) {
        return scattered("ledger#" + response);
    }

    private static String key(CounterKey counter, int shard) {
        return scattered(counter + "#" + shard);
    }

    static String scattered(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return Integer.toHexString((hash & 0x7fffffff) | 0x40000000) + " " + key; // eight digits
    }
}
