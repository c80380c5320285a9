package likely.surveys.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import likely.surveys.Limits;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.recount.RecountStore.Row;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Answers are recorded, edited, erased and expire between any two calls of a recount, and the tally runs behind. */
class TrafficTest {
    private static final LocalDate QUIET = World.DAY.minusDays(1);

    private static World busy(Random random, int page) {
        World world = new World(page);
        world.survey("shop", List.of("plan"), new Limits(1_000, null, null));
        world.survey("hotel", List.of("plan"), Limits.NONE);
        for (int i = 0; i < 6; i++) {
            world.answer("q" + i, "hotel", QUIET, i, Map.of("plan", "p" + i % 2));
        }
        traffic(world, random, 10);
        world.tally();
        world.scores.onCall = () -> traffic(world, random, 3);
        world.whileWaiting = () -> traffic(world, random, 6);
        return world;
    }

    /** Few answers and few values, so that they collide, cancel out and come back to what they were. */
    private static void traffic(World world, Random random, int most) {
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            String id = "r" + random.nextInt(12);
            boolean there = world.responses.containsKey(id);
            switch (random.nextInt(8)) {
                case 0 -> world.tally(random.nextInt(4));
                case 1 -> world.tally();
                case 2 -> {
                    if (there) {
                        world.erase(id);
                    }
                }
                case 3 -> {
                    if (there && random.nextBoolean()) {
                        world.expire(id);
                    }
                }
                default -> {
                    // One that expired and is sent again begins at rev 1, which is not as "ahead" assumes.
                    if (!erased(world, id) && !world.gone.contains(id)) {
                        Map<String, String> plan = Map.of("plan", "p" + random.nextInt(2));
                        world.answer(id, "shop", World.DAY, random.nextInt(2), plan);
                    }
                }
            }
        }
    }

    private static boolean erased(World world, String id) {
        return world.responses.get(id) instanceof Stored.Countable there
                && there.image().contribution() == null;
    }

    private static void quieten(World world) {
        world.scores.onCall = () -> {};
        world.whileWaiting = () -> {};
        world.tally();
    }

    @Property(tries = 300)
    void traffic_is_never_a_difference(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int page) {
        World world = busy(new Random(seed), page);

        Numbers numbers = world.recount(false, true);

        assertThat(numbers.differences()).as(numbers.toMap().toString()).isZero();
        quieten(world);
        assertThat(world.recount(false, false).toMap())
                .containsEntry("differences", 0L)
                .containsEntry("unsettled", 0L);
    }

    @Property(tries = 100)
    void a_drift_of_a_day_at_rest_is_found_while_others_are_busy(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int page) {
        World world = busy(new Random(seed), page);
        world.scores.add(new CounterKey("hotel", "plan=p1", QUIET), 1, one(3));
        world.scores.onCall = withoutErasures(world, new Random(seed));
        world.whileWaiting = () -> {};

        Numbers numbers = world.recount(true, false);

        assertThat(numbers.differences()).isEqualTo(1);
        assertThat(numbers.found(Kind.DRIFTED)).isEqualTo(1);
        quieten(world);
        assertThat(world.scores.totals()).isEqualTo(sums(world));
    }

    private static Runnable withoutErasures(World world, Random random) {
        return () -> {
            world.answer("r" + 20 + random.nextInt(5), "shop", World.DAY, random.nextInt(2), Map.of());
            world.tally(random.nextInt(3));
        };
    }

    @Property(tries = 100)
    void repairs_amid_traffic_mend_what_was_wrong_and_nothing_else(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int page) {
        World world = busy(new Random(seed), page);
        world.scores.add(new CounterKey("hotel", null, QUIET), 0, one(5));
        world.scores.add(new CounterKey("shop", null, World.DAY), 3, one(1));
        world.scores.remove("q2");

        world.recount(true, false);
        quieten(world);
        world.recount(true, false);

        assertThat(world.scores.totals()).isEqualTo(sums(world));
        assertThat(world.recount(false, false).differences()).isZero();
    }

    private static Bins one(int score) {
        long[] numbers = new long[Bins.SIZE];
        numbers[score] = 1;
        numbers[11] = 1;
        return Bins.of(numbers);
    }

    private static Map<CounterKey, Bins> sums(World world) {
        Map<CounterKey, Bins> sums = new HashMap<>();
        for (Row row : new ArrayList<>(world.scores.rows.values())) {
            if (row instanceof Row.OfEntry of && of.entry().counted() != null) {
                of.entry()
                        .counted()
                        .counters()
                        .forEach(counter -> sums.computeIfAbsent(counter, c -> new Bins())
                                .count(of.entry().counted().score()));
            }
        }
        return sums;
    }
}
