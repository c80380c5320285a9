package likely.surveys.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import likely.scoring.Score;
import likely.surveys.Limits;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.ledger.Entry;
import likely.surveys.recount.RecountStore.Row;
import likely.surveys.recount.Recounting.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is handed over, interrupted or delivered twice, anywhere, ends as one that was left in peace. */
class InterruptionTest {
    private static final Options REPAIR = new Options(true, true, null);
    private static final Duration PLENTY = Duration.ofMinutes(15);

    /** So little of everything that each limit is met. */
    private static final Recounting.Limits TIGHT =
            new Recounting.Limits(3, 2, 3, 2, Duration.ofSeconds(90), Duration.ofSeconds(10), 1);

    private final World untouched = damaged();
    private final Map<String, Object> report =
            World.numbers(untouched.recounting(Recounting.Limits.DEFAULT).begin("one", REPAIR, () -> PLENTY));

    /** Several surveys and days, and one or more differences of each kind. */
    private static World damaged() {
        World world = new World(2);
        world.scores.spread = false;
        world.survey("hotel", List.of("plan"), Limits.NONE);
        for (int i = 0; i < 12; i++) {
            world.answer(
                    "r" + i,
                    i % 2 == 0 ? "shop" : "hotel",
                    World.DAY.minusDays(i % 3),
                    i % 11,
                    Map.of("plan", "p" + i % 3));
        }
        world.tally();
        world.survey("hotel", List.of("plan"), new Limits(100, null, null)); // backfill: the limit
        world.scores.remove("r0"); // missing, and its counters are one too high
        Entry entry = world.entry("r1");
        Contribution counted = entry.counted();
        world.scores.put(
                "r1",
                new Entry(
                        1,
                        1,
                        new Contribution(counted.survey(), counted.day(), counted.segments(), Score.of(10), false),
                        false)); // different, and its counters have not moved with it
        world.responses.remove("r2"); // orphaned
        world.answer("r3", "hotel", World.DAY, 9, Map.of("plan", "p9"));
        world.stream.clear(); // behind
        world.responses.put("r4", new Stored.Unreadable("r4", "shop"));
        world.scores.add(
                new CounterKey("hotel", "plan=gone", World.DAY), 1, Bins.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
        return world;
    }

    @Test
    void all_kinds_are_met() {
        assertThat(report)
                .containsEntry("missing", 1L)
                .containsEntry("different", 1L)
                .containsEntry("orphaned", 1L)
                .containsEntry("unreadable", 1L)
                .containsEntry("unsettled", 0L);
        assertThat((Long) report.get("drifted")).isGreaterThan(3);
        assertThat((Long) report.get("backfilled")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 11, 20})
    void handed_over_after_so_many_steps(int steps) {
        for (Recounting.Limits limits : List.of(Recounting.Limits.DEFAULT, TIGHT)) {
            World world = damaged();
            Recounting recounting = world.recounting(limits);
            Outcome outcome = recounting.begin("one", REPAIR, World.leaving(steps - 1));
            int invocations = 1;
            while (outcome instanceof Outcome.HandedOver) {
                world.now = world.now.plusSeconds(60); // so that waits end between invocations
                outcome = world.recounting(limits).resume("one", World.leaving(steps - 1));
                invocations++;
            }
            assertThat(invocations).isGreaterThan(1);
            assertSame(world, outcome);
        }
    }

    @Test
    void with_tight_limits_it_takes_more_passes_and_finds_the_same() {
        World world = damaged();

        Outcome outcome = world.recounting(TIGHT).begin("one", REPAIR, () -> PLENTY);

        assertSame(world, outcome);
        assertThat(world.scores.calls).isGreaterThan(2 * untouched.scores.calls);
    }

    @Test
    void interrupted_before_any_call() {
        for (Recounting.Limits limits : List.of(Recounting.Limits.DEFAULT, TIGHT)) {
            boolean interrupted = true;
            for (int call = 1; interrupted; call++) {
                World world = damaged();
                interrupted = !(at(world, call, limits, () -> {
                            throw new Crash();
                        })
                        instanceof Outcome.Finished);
                Outcome outcome = world.recounting(limits).begin("one", REPAIR, () -> PLENTY);
                assertSame(world, outcome);
            }
        }
    }

    @Test
    void delivered_twice_at_any_call() {
        for (Recounting.Limits limits : List.of(Recounting.Limits.DEFAULT, TIGHT)) {
            boolean met = true;
            for (int call = 1; met; call++) {
                World world = damaged();
                Outcome[] twin = new Outcome[1];
                Outcome first = at(
                        world,
                        call,
                        limits,
                        () -> twin[0] = world.recounting(limits).begin("one", REPAIR, () -> PLENTY));
                met = twin[0] != null;
                if (met) {
                    assertSame(world, twin[0]);
                    assertThat(first).isInstanceOf(Outcome.Overtaken.class);
                }
            }
        }
    }

    @Test
    void overtaken_for_a_few_steps_at_any_call() {
        boolean met = true;
        for (int call = 1; met; call++) {
            World world = damaged();
            Outcome[] twin = new Outcome[1];
            Outcome first = at(
                    world, call, TIGHT, () -> twin[0] = world.recounting(TIGHT).begin("one", REPAIR, World.leaving(3)));
            met = twin[0] != null;
            if (first instanceof Outcome.Overtaken) {
                first = world.recounting(TIGHT).resume("one", () -> PLENTY);
            }
            assertSame(world, first);
        }
    }

    /** Runs an invocation, and something else in the midst of one of its calls. */
    private static Outcome at(World world, int call, Recounting.Limits limits, Runnable other) {
        int[] calls = {0};
        world.scores.onCall = () -> {
            if (++calls[0] == call) {
                world.scores.onCall = () -> {};
                other.run();
            }
        };
        try {
            return world.recounting(limits).begin("one", REPAIR, () -> PLENTY);
        } catch (Crash e) {
            return new Outcome.HandedOver();
        } finally {
            world.scores.onCall = () -> {};
        }
    }

    private void assertSame(World world, Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Finished.class);
        Map<String, Object> numbers = World.numbers(outcome);
        numbers.remove("examples"); // they come in the order of the pages
        Map<String, Object> wanted = new HashMap<>(report);
        wanted.remove("examples");
        assertThat(numbers).isEqualTo(wanted);
        assertThat(world.scores.totals()).isEqualTo(untouched.scores.totals());
        assertThat(entries(world)).isEqualTo(entries(untouched));
    }

    private static Map<String, Object> entries(World world) {
        Map<String, Object> entries = new HashMap<>();
        world.scores.rows.forEach((key, row) -> {
            if (row instanceof Row.OfEntry of) {
                entries.put(key, of.entry());
            }
        });
        return entries;
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
