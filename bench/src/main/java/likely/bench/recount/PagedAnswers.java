package likely.bench.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.scoring.Score;
import likely.surveys.ledger.Change;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.ledger.Delta;
import likely.surveys.ledger.Entry;
import likely.surveys.ledger.Image;
import likely.surveys.ledger.Ledger;
import likely.surveys.recount.Bins;
import likely.surveys.recount.RecountStore;
import likely.surveys.recount.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are all counted, in pages of a thousand, made as they are read: nothing is held but the counters. There
 * is no network and no decoding in what is measured over it. Entries come before counters, which is the worst order for
 * a recount's memory.
 */
final class PagedAnswers implements RecountStore, Ledger {
    private static final int PAGE = 1_000;
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 22);

    private final int answers;
    private final List<Row> counters = new ArrayList<>();

    PagedAnswers(int answers) {
        this.answers = answers;
        Map<CounterKey, long[]> sums = new HashMap<>();
        for (int i = 0; i < answers; i++) {
            Contribution counted = contribution(i);
            for (CounterKey key : counted.counters()) {
                long[] bins = sums.computeIfAbsent(key, k -> new long[Bins.SIZE]);
                bins[counted.score().value()]++;
                bins[11]++;
            }
        }
        sums.forEach((key, bins) -> counters.add(new Row.OfCounter(key, 0, Bins.of(bins))));
    }

    static Contribution contribution(int i) {
        int mixed = i * 0x9E3779B9;
        return new Contribution(
                "survey-" + i % 3,
                FIRST.plusDays(Math.floorMod(mixed >>> 7, 365)),
                List.of("plan=p" + i % 4, "region=r" + Math.floorMod(mixed, 20)),
                Score.of(Math.floorMod(mixed >>> 3, 11)),
                false);
    }

    private static String id(int i) {
        return Long.toString(1_000_000_000_000_000_000L + i);
    }

    private static int index(String id) {
        return (int) (Long.parseLong(id) - 1_000_000_000_000_000_000L);
    }

    private static Stored stored(int i) {
        Contribution said = contribution(i);
        return new Stored.Countable(said.survey(), new Image(id(i), 1, said, false), Map.of("plan", "p"), Map.of());
    }

    private static Entry entry(int i) {
        return new Entry(1, 1, contribution(i), false);
    }

    @Override
    public Page<Stored> responses(@Nullable String from) {
        int start = from == null ? 0 : Integer.parseInt(from);
        int end = Math.min(answers, start + PAGE);
        List<Stored> page = new ArrayList<>();
        for (int i = start; i < end; i++) {
            page.add(stored(i));
        }
        return new Page<>(page, end == answers ? null : Integer.toString(end));
    }

    @Override
    public Page<Row> scores(@Nullable String from, boolean consistent) {
        int start = from == null ? 0 : Integer.parseInt(from);
        int all = answers + counters.size();
        int end = Math.min(all, start + PAGE);
        List<Row> page = new ArrayList<>();
        for (int i = start; i < end; i++) {
            page.add(i < answers ? new Row.OfEntry(id(i), entry(i)) : counters.get(i - answers));
        }
        return new Page<>(page, end == all ? null : Integer.toString(end));
    }

    @Override
    public Map<String, Entry> read(Collection<String> responses) {
        Map<String, Entry> entries = new HashMap<>();
        responses.forEach(id -> entries.put(id, entry(index(id))));
        return entries;
    }

    @Override
    public Entries entries(Collection<String> responses) {
        return new Entries(read(responses), Set.of());
    }

    @Override
    public List<Stored> responses(Collection<String> ids) {
        return ids.stream().map(id -> stored(index(id))).toList();
    }

    @Override
    public Set<String> present(Collection<String> ids) {
        return Set.copyOf(ids);
    }

    @Override
    public Map<CounterKey, Map<Integer, Bins>> counters(Collection<CounterKey> asked) {
        throw new UnsupportedOperationException("No counter is in doubt here: " + Arrays.toString(asked.toArray()));
    }

    @Override
    public boolean repair(CounterRepair repair) {
        throw new UnsupportedOperationException("Nothing is to be repaired here");
    }

    @Override
    public Outcome commit(List<Change> changes, Map<CounterKey, Delta> deltas, int attempt) {
        throw new UnsupportedOperationException("Nothing is to be counted here");
    }
}
