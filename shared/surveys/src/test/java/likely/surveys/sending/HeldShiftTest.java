package likely.surveys.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import likely.surveys.sending.Dispatcher.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldShiftTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final VirtualClock clock = new VirtualClock(NOW);
    private final InMemoryClaims claims = new InMemoryClaims();
    private final InMemorySending sending = new InMemorySending();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();

    /** What is under way when the process dies is lost to UNKNOWN: mails that would only wait their turn are not claimed. */
    @ParameterizedTest
    @CsvSource({"14, 7", "30, 15", "200, 20"})
    void no_more_mails_are_under_way_than_half_a_second_of_the_rate(double perSecond, int expected) {
        Shift.Report report = run(perSecond, 2 * expected + 1);

        assertThat(mostUnderWay).hasValue(expected);
        assertThat(report.results()).isEqualTo(Map.of(Result.SENT, 2 * expected + 1));
    }

    @Test
    void a_run_whose_lease_is_free_again_leaves_it_to_the_next_one() {
        run(14, 3);

        assertThat(run(14, 5).results()).isEqualTo(Map.of(Result.SENT, 2));
    }

    private Shift.Report run(double perSecond, int mails) {
        for (int i = 0; i < mails; i++) {
            String id = Integer.toString(i);
            claims.add(Mails.asking(id, id, NOW.minusSeconds(60).getEpochSecond()));
            claims.put(Mails.standing(id));
        }
        Mailer mailer = Mails.mailer(this::send, new Mailer.Quota(1e9, perSecond, 0));
        Shift shift = new Shift(new Shift.Parts(
                Mails.dispatcher(claims, clock, mailer),
                claims,
                mailer,
                sending,
                sending,
                clock,
                clock::sleep,
                e -> {
                    throw e;
                },
                new Shift.Options(20, 0)));
        return shift.run(clock.instant().plus(Duration.ofHours(1)));
    }

    /** Takes a while, so that as many are under way at once as there may be. */
    private Outcome send(Letter letter) {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        underWay.decrementAndGet();
        return new Outcome.Accepted(letter.invitation());
    }
}
