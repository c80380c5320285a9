package likely.surveys.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Calls on uneven ways, which begin as soon as they may. */
class LastSecondTest {
    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
    private static final int CALLS = 2_000;

    private record Ended(Instant begun, Instant end) {}

    @Property(tries = 100)
    void no_second_of_the_account_has_more_calls_than_the_rate(
            @ForAll @IntRange(min = 1, max = 300) int rate, @ForAll @LongRange(min = 0, max = 1_000) long seed) {
        Random random = new Random(seed);
        LastSecond lastSecond = new LastSecond(rate);
        PriorityQueue<Ended> underWay = new PriorityQueue<>(Comparator.comparing(Ended::end));
        List<Instant> arrivals = new ArrayList<>();
        Instant now = START;
        while (arrivals.size() < CALLS) {
            while (!underWay.isEmpty() && !underWay.peek().end().isAfter(now)) {
                Ended ended = underWay.remove();
                lastSecond.end(ended.begun(), ended.end());
            }
            Instant free = lastSecond.begin(now);
            if (free == null) {
                Instant arrival = now.plusMillis(10 + delay(random));
                arrivals.add(arrival);
                underWay.add(new Ended(now, arrival.plusMillis(30 + delay(random))));
            } else {
                assertThat(free).isAfter(now);
                now = free;
            }
        }

        assertThat(AllowanceTest.mostInASecond(arrivals.stream().sorted().toList()))
                .isLessThanOrEqualTo(rate);
        Duration taken = Duration.between(START, now);
        // What a call's way takes beyond the shortest is what is lost of the rate.
        assertThat(taken).isLessThan(Duration.ofMillis((long) (1_000.0 * CALLS / rate * 1.4 + 2_000)));
    }

    /** Mostly none, now and then a long one. */
    private static int delay(Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(300) : 0;
    }
}
