package likely.surveys.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import likely.scoring.Score;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.ledger.Ledger.Outcome;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} does. */
public abstract class LedgerContract {
    private static final LocalDate DAY = LocalDate.parse("2026-05-04");
    private static final Contribution NINE = new Contribution("demo", DAY, List.of(), Score.of(9), false);
    private static final Contribution THREE = new Contribution("demo", DAY, List.of(), Score.of(3), false);
    private static final CounterKey COUNTER = new CounterKey("demo", null, DAY);

    protected abstract Ledger ledger();

    /** The counters that are not zero, all shards together. */
    protected abstract Map<CounterKey, Delta> counters();

    @Test
    void an_entry_that_is_not_there_is_read_as_absent() {
        assertThat(ledger().read(List.of("1"))).isEqualTo(Map.of("1", Entry.ABSENT));
    }

    @Test
    void a_commit_writes_the_entry_and_adds_to_the_counters() {
        Outcome outcome = commit(new Change("1", Entry.ABSENT, new Entry(1, 4, NINE, false)));

        assertThat(outcome).isEqualTo(new Outcome.Committed());
        assertThat(ledger().read(List.of("1"))).isEqualTo(Map.of("1", new Entry(1, 4, NINE, false)));
        assertThat(counters()).isEqualTo(Map.of(COUNTER, delta(9, 1)));
    }

    @Test
    void a_second_commit_adds_to_what_is_there() {
        commit(new Change("1", Entry.ABSENT, new Entry(1, 1, NINE, false)));
        commit(new Change("2", Entry.ABSENT, new Entry(1, 1, NINE, false)));

        assertThat(counters()).isEqualTo(Map.of(COUNTER, delta(9, 2)));
    }

    @Test
    void a_changed_contribution_moves_from_one_bin_to_another() {
        Entry first = new Entry(1, 1, NINE, false);
        commit(new Change("1", Entry.ABSENT, first));
        commit(new Change("1", first, new Entry(2, 2, THREE, false)));

        assertThat(counters()).isEqualTo(Map.of(COUNTER, delta(3, 1)));
    }

    @Test
    void a_later_attempt_counts_in_the_same_counter() {
        Change first = new Change("1", Entry.ABSENT, new Entry(1, 1, NINE, false));
        Change second = new Change("2", Entry.ABSENT, new Entry(1, 1, NINE, false));
        ledger().commit(List.of(first), Change.deltas(List.of(first)), 0);
        ledger().commit(List.of(second), Change.deltas(List.of(second)), 7);

        assertThat(counters()).isEqualTo(Map.of(COUNTER, delta(9, 2)));
    }

    @Test
    void an_entry_is_read_as_it_was_written() {
        Contribution all =
                new Contribution("demo", DAY, List.of("plan=pro", "why=a=b#c", "größe=ü ß"), Score.of(0), true);
        Entry counted = new Entry(1, 7, all, true);
        Entry nothing = new Entry(1, 2, null, false);
        commit(new Change("1", Entry.ABSENT, counted), new Change("2", Entry.ABSENT, nothing));

        assertThat(ledger().read(List.of("1", "2"))).isEqualTo(Map.of("1", counted, "2", nothing));
    }

    @Test
    void every_counter_of_a_contribution_is_its_own() {
        Contribution all = new Contribution("demo", DAY, List.of("plan=pro", "why=a=b#c"), Score.of(10), true);
        commit(new Change("1", Entry.ABSENT, new Entry(1, 1, all, false)));

        assertThat(counters())
                .containsOnlyKeys(
                        COUNTER,
                        new CounterKey("demo", "plan=pro", DAY),
                        new CounterKey("demo", "why=a=b#c", DAY),
                        new CounterKey("demo", null, null));
    }

    @Test
    void who_thought_it_absent_is_overtaken_by_who_wrote_it() {
        commit(new Change("1", Entry.ABSENT, new Entry(1, 1, NINE, false)));

        Outcome outcome = commit(new Change("1", Entry.ABSENT, new Entry(1, 2, THREE, false)));

        assertThat(outcome).isEqualTo(new Outcome.Overtaken(Set.of("1")));
        assertThat(counters()).isEqualTo(Map.of(COUNTER, delta(9, 1)));
    }

    @Test
    void who_read_an_older_version_is_overtaken_even_by_an_older_rev() {
        Entry first = new Entry(1, 1, NINE, false);
        commit(new Change("1", Entry.ABSENT, first));
        commit(new Change("1", first, new Entry(2, 2, THREE, false)));

        Outcome outcome = commit(new Change("1", first, new Entry(2, 3, null, false)));

        assertThat(outcome).isEqualTo(new Outcome.Overtaken(Set.of("1")));
        assertThat(counters()).isEqualTo(Map.of(COUNTER, delta(3, 1)));
    }

    @Test
    void who_read_a_version_that_is_gone_is_overtaken() {
        Entry lost = new Entry(4, 4, NINE, false);

        Outcome outcome = commit(new Change("1", lost, new Entry(5, 5, THREE, false)));

        assertThat(outcome).isEqualTo(new Outcome.Overtaken(Set.of("1")));
        assertThat(counters()).isEmpty();
    }

    @Test
    void one_overtaken_among_others_is_named_and_nothing_is_written() {
        commit(new Change("2", Entry.ABSENT, new Entry(1, 1, NINE, false)));

        Outcome outcome = commit(
                new Change("1", Entry.ABSENT, new Entry(1, 1, NINE, false)),
                new Change("2", Entry.ABSENT, new Entry(1, 2, THREE, false)),
                new Change("3", Entry.ABSENT, new Entry(1, 1, NINE, false)));

        assertThat(outcome).isEqualTo(new Outcome.Overtaken(Set.of("2")));
        assertThat(ledger().read(List.of("1", "3")))
                .containsOnly(Map.entry("1", Entry.ABSENT), Map.entry("3", Entry.ABSENT));
        assertThat(counters()).isEqualTo(Map.of(COUNTER, delta(9, 1)));
    }

    @Test
    void a_hundred_writes_fit_one_commit() {
        assertThat(commit(responses(99))).isEqualTo(new Outcome.Committed());
        assertThat(counters()).isEqualTo(Map.of(COUNTER, delta(9, 99)));
    }

    @Test
    void more_writes_than_a_hundred_are_refused() {
        assertThat(commit(responses(100))).isInstanceOf(Outcome.Refused.class);
        assertThat(counters()).isEmpty();
    }

    @Test
    void more_entries_than_a_hundred_are_read() {
        commit(responses(60));
        List<String> asked = IntStream.range(0, 250).mapToObj(String::valueOf).toList();

        Map<String, Entry> read = ledger().read(asked);

        assertThat(read).hasSize(250);
        assertThat(read.values().stream().filter(entry -> entry.version() == 1)).hasSize(60);
    }

    private Outcome commit(Change... changes) {
        return ledger().commit(List.of(changes), Change.deltas(List.of(changes)), 0);
    }

    private static Change[] responses(int count) {
        List<Change> changes = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            changes.add(new Change(Integer.toString(id), Entry.ABSENT, new Entry(1, 1, NINE, false)));
        }
        return changes.toArray(Change[]::new);
    }

    private static Delta delta(int bin, long by) {
        Delta delta = new Delta();
        delta.add(bin, by);
        return delta;
    }
}
