package likely.surveys.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import likely.scoring.Score;
import likely.surveys.Limits;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.ledger.Entry;
import likely.surveys.recount.RecountStore.Row;
import likely.surveys.recount.Recounting.Outcome;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecountingTest {
    private static final CounterKey OF_DAY = new CounterKey("shop", null, World.DAY);

    private final World world = new World(3);

    @BeforeEach
    void tenCountedAnswers() {
        for (int i = 0; i < 10; i++) {
            world.answer("r" + i, i);
        }
        world.tally();
    }

    /** Makes one difference of a kind by hand. */
    private void make(Kind kind) {
        Entry entry = world.entry("r4");
        switch (kind) {
            case MISSING -> {
                world.answer("r77", 7);
                world.stream.clear();
            }
            case BEHIND -> {
                world.answer("r4", 9);
                world.stream.clear();
            }
            case DIFFERENT -> {
                world.scores.put("r4", with(entry, entry.rev(), 0));
                move(4, 0);
            }
            case AHEAD -> world.scores.put("r4", with(entry, 7, 4));
            case UNREADABLE -> world.responses.put("r4", new Stored.Unreadable("r4", "shop"));
            case ORPHANED -> world.responses.remove("r4");
            case DRIFTED -> world.scores.add(OF_DAY, 2, Bins.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1));
        }
    }

    private void move(int from, int to) {
        long[] numbers = new long[Bins.SIZE];
        numbers[from]--;
        numbers[to]++;
        world.scores.add(OF_DAY, 2, Bins.of(numbers));
    }

    private static Entry with(Entry entry, long rev, int score) {
        Contribution counted = entry.counted();
        return new Entry(
                entry.version(),
                rev,
                new Contribution(
                        counted.survey(), counted.day(), counted.segments(), Score.of(score), counted.limited()),
                false);
    }

    @Test
    void what_is_counted_right_has_no_difference() {
        Numbers numbers = world.recount(false, false);

        assertThat(numbers.differences()).isZero();
        assertThat(numbers.toMap())
                .containsEntry("responses", 10L)
                .containsEntry("entries", 10L)
                .containsEntry("unsettled", 0L);
    }

    @ParameterizedTest
    @EnumSource
    void each_kind_is_found_and_left_alone(Kind kind) {
        make(kind);
        Map<String, Row> before = Map.copyOf(world.scores.rows);

        Numbers numbers = world.recount(false, true);

        assertThat(numbers.found(kind)).as(numbers.toMap().toString()).isEqualTo(1);
        assertThat(numbers.differences()).isEqualTo(1);
        assertThat(world.scores.rows).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"AHEAD", "UNREADABLE"})
    void each_kind_is_repaired_when_it_is_told_to(Kind kind) {
        make(kind);

        Numbers first = world.recount(true, false);
        Numbers second = world.recount(false, false);

        assertThat(first.found(kind)).isEqualTo(1);
        assertThat(first.toMap()).containsEntry("repaired", 1L);
        assertThat(second.differences()).as(second.toMap().toString()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"AHEAD", "UNREADABLE"})
    void what_nobody_can_repair_stays_reported(Kind kind) {
        make(kind);

        assertThat(world.recount(true, false).toMap()).containsEntry("repaired", 0L);
        assertThat(world.recount(true, false).found(kind)).isEqualTo(1);
    }

    @Test
    void an_orphan_stays_counted() {
        make(Kind.ORPHANED);
        Map<CounterKey, Bins> before = world.scores.totals();

        world.recount(true, false);

        assertThat(world.entry("r4").expired()).isTrue();
        assertThat(world.scores.totals()).isEqualTo(before);
    }

    @Test
    void unreadable_entries_and_counters_are_findings_and_no_failures() {
        String entry = MemoryScores.scattered("ledger#r4");
        world.scores.rows.put(entry, new Row.Unreadable("r4"));

        Numbers numbers = world.recount(true, false);

        assertThat(numbers.found(Kind.UNREADABLE)).isGreaterThanOrEqualTo(1);
    }

    @Test
    void a_survey_that_cannot_be_read_is_one_finding_and_its_answers_are_compared_as_they_were_stored() {
        make(Kind.MISSING);
        make(Kind.DRIFTED);
        world.unreadableSurveys.add("shop");

        Outcome outcome = world.recounting(Recounting.Limits.DEFAULT)
                .begin("run", new Options(true, false, null), World.leaving(1));
        while (outcome instanceof Outcome.HandedOver) {
            outcome = world.recounting(Recounting.Limits.DEFAULT).resume("run", World.leaving(1));
        }

        assertThat(World.numbers(outcome))
                .containsEntry("differences", 3L)
                .containsEntry("unreadable", 1L)
                .containsEntry("repaired", 2L)
                .extractingByKey("examples", InstanceOfAssertFactories.MAP)
                .containsEntry("unreadable", List.of("survey shop"));
        assertThat(world.recount(false, false).differences()).isEqualTo(1);
    }

    @Test
    void a_wrong_number_of_answers_is_a_drift_even_when_the_bins_are_right() {
        world.scores.add(OF_DAY, 0, Bins.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5));

        assertThat(world.recount(true, false).found(Kind.DRIFTED)).isEqualTo(1);
        assertThat(world.recount(false, false).differences()).isZero();
    }

    @Test
    void a_counter_that_is_gone_is_made_again() {
        world.scores.rows.values().removeIf(row -> row instanceof Row.OfCounter);

        assertThat(world.recount(true, false).found(Kind.DRIFTED)).isEqualTo(1);
        assertThat(world.scores.totals().get(OF_DAY).at(11)).isEqualTo(10);
    }

    @Test
    void a_segment_added_later_is_backfilled_and_an_edit_still_counts_right() {
        world.survey("shop", List.of("plan"), Limits.NONE);

        Numbers told = world.recount(false, false);
        Numbers first = world.recount(false, true);
        Numbers second = world.recount(false, true);
        world.answer("r4", 10);
        world.tally();
        Numbers third = world.recount(false, true);

        assertThat(told.toMap()).containsEntry("backfill", 10L).containsEntry("backfilled", 0L);
        assertThat(first.toMap()).containsEntry("backfilled", 10L).containsEntry("differences", 0L);
        assertThat(second.toMap()).containsEntry("backfill", 0L).containsEntry("differences", 0L);
        assertThat(third.toMap()).containsEntry("backfill", 0L).containsEntry("differences", 0L);
        CounterKey pro = new CounterKey("shop", "plan=pro", World.DAY);
        assertThat(world.scores.totals().get(pro)).isEqualTo(Bins.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2));
    }

    @Test
    void a_segment_that_is_no_longer_counted_and_a_limit_are_backfilled() {
        world.survey("shop", List.of("plan"), Limits.NONE);
        world.recount(false, true);
        world.survey("shop", List.of(), new Limits(1_000, null, null));

        world.recount(false, true);

        assertThat(world.scores.totals().keySet())
                .containsExactlyInAnyOrder(OF_DAY, new CounterKey("shop", null, null));
    }

    @Test
    void what_was_backfilled_stays_when_the_survey_is_no_more() {
        world.survey("shop", List.of("plan"), Limits.NONE);
        world.recount(false, true);
        world.surveys.clear();

        assertThat(world.recount(true, true).toMap())
                .containsEntry("backfill", 0L)
                .containsEntry("differences", 0L);
    }

    @Test
    void erased_and_expired_answers_agree() {
        world.erase("r1");
        world.expire("r2");
        world.answer("r3", 3);
        world.expire("r3");
        world.tally();
        world.answer("r3", 9); // sent again after it expired: does not count
        world.tally();

        assertThat(world.recount(false, false).differences()).isZero();
    }

    @Test
    void only_the_survey_that_was_asked_for_is_looked_at() {
        world.survey("hotel", List.of(), Limits.NONE);
        world.answer("h1", "hotel", World.DAY, 5, Map.of());
        world.tally();
        make(Kind.BEHIND);
        make(Kind.DRIFTED);

        Numbers hotel = world.recount(new Options(true, true, "hotel"), Recounting.Limits.DEFAULT);
        Numbers shop = world.recount(new Options(false, false, "shop"), Recounting.Limits.DEFAULT);

        assertThat(hotel.toMap()).containsEntry("responses", 1L).containsEntry("differences", 0L);
        assertThat(shop.differences()).isEqualTo(2);
    }

    @Test
    void a_finished_run_that_is_called_again_reports_the_same_and_reads_nothing() {
        make(Kind.DRIFTED);
        Recounting recounting = world.recounting(Recounting.Limits.DEFAULT);
        Map<String, Object> first =
                World.numbers(recounting.begin("one", new Options(true, false, null), () -> Duration.ofHours(1)));
        int calls = world.scores.calls;

        Map<String, Object> again = World.numbers(recounting.resume("one", () -> Duration.ofHours(1)));

        assertThat(again).isEqualTo(first);
        assertThat(world.scores.calls).isEqualTo(calls);
    }

    @Test
    void an_unknown_run_is_an_error() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> world.recounting(Recounting.Limits.DEFAULT).resume("nobody", () -> Duration.ofHours(1)))
                .isInstanceOf(Recounting.Unknown.class);
    }
}
