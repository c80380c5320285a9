package likely.surveys.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import likely.surveys.sending.Mailer.Quota;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The turns of a run, on a clock that sleepers move. */
class AllowanceTest {
    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

    private final VirtualClock clock = new VirtualClock(START);

    @ParameterizedTest
    @ValueSource(ints = {1, 14, 200, 1_000})
    void the_rate_is_used_and_no_second_has_more_calls(int rate) {
        List<Instant> calls = calls(rate, rate * 20, Duration.ZERO);

        double used = (calls.size() - 1)
                / (Duration.between(calls.get(0), calls.get(calls.size() - 1)).toNanos() / 1e9);
        assertThat(used / rate).isBetween(0.95, 1.0);
        assertThat(mostInASecond(calls)).isLessThanOrEqualTo(rate);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 200})
    void late_sleepers_make_no_burst(int rate) {
        assertThat(mostInASecond(calls(rate, rate * 20, Duration.ofMillis(300))))
                .isLessThanOrEqualTo(rate);
    }

    @Test
    void there_are_no_turns_beyond_the_lease_the_number_and_the_end() {
        Allowance turns = allowance(10, 3, START.plusSeconds(10), Duration.ZERO);
        assertThat(List.of(call(turns), call(turns), call(turns), call(turns)))
                .containsExactly(true, true, true, false);
        assertThat(turns.usedUp()).isTrue();

        Allowance refused = allowance(10, 1, START.plusSeconds(10), Duration.ZERO);
        refused.take().orElseThrow().notMade();
        refused.take().orElseThrow().ended(false);
        assertThat(List.of(call(refused), call(refused))).containsExactly(true, false);

        Allowance leased = allowance(1, 100, clock.instant().plusMillis(1_500), Duration.ZERO);
        assertThat(List.of(call(leased), call(leased), call(leased))).containsExactly(true, true, false);
        leased.extend(clock.instant().plusSeconds(60));
        assertThat(call(leased)).isTrue();
        leased.close();
        assertThat(call(leased)).isFalse();
    }

    @Test
    void the_next_run_begins_a_second_after_the_last_call() {
        Allowance turns = allowance(10, 100, START.plusSeconds(10), Duration.ZERO);
        call(turns);

        assertThat(turns.next()).isEqualTo(clock.instant().plusSeconds(1));
    }

    private static boolean call(Allowance turns) {
        Optional<Dispatcher.Turn> turn = turns.take();
        turn.ifPresent(taken -> taken.ended(true));
        return turn.isPresent();
    }

    private List<Instant> calls(int rate, int number, Duration latest) {
        Allowance turns = allowance(rate, Long.MAX_VALUE, START.plus(Duration.ofHours(1)), latest);
        List<Instant> calls = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Dispatcher.Turn turn = turns.take().orElseThrow();
            calls.add(clock.instant());
            turn.ended(true);
        }
        return calls;
    }

    /** @param latest by how much at most a sleeper oversleeps, now and then */
    private Allowance allowance(int rate, long left, Instant validUntil, Duration latest) {
        Random random = new Random(rate);
        return new Allowance(new Quota(1e9, rate, 0), left, START, validUntil, clock, wait -> {
            boolean late = !latest.isZero() && random.nextInt(10) == 0;
            clock.sleep(wait.plusMillis(late ? random.nextInt((int) latest.toMillis()) : 0));
        });
    }

    /** @param calls in their order */
    static int mostInASecond(List<Instant> calls) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < calls.size(); last++) {
            while (!calls.get(first).plusSeconds(1).isAfter(calls.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
