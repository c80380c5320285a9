package likely.surveys.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import likely.surveys.sending.Guard.Cause;
import likely.surveys.sending.Mailer.Quota;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When mail must stop, and how much a new domain may send. */
class GuardianTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    @ParameterizedTest
    @CsvSource({
        // of a hundred mails four bounces are chance, and nine are not
        "100, 4, 0, ",
        "100, 9, 0, BOUNCES",
        "5000, 200, 0, ", // 4 % are seen, of which the interval's lower end is below
        "5000, 230, 0, BOUNCES",
        "100000, 4200, 0, BOUNCES",
        "1000, 0, 1, ",
        "100, 0, 1, COMPLAINTS",
        "5000, 0, 6, ",
        "5000, 0, 10, COMPLAINTS",
        "0, 3, 0, BOUNCES", // told before their mails are counted
        "0, 0, 0, "
    })
    void a_share_is_judged_by_the_lower_end_of_its_interval(
            long sent, long bounces, long complaints, @Nullable Cause cause) {
        assertThat(Guardian.judge(new Health(sent, bounces, complaints))).isEqualTo(Optional.ofNullable(cause));
    }

    @Test
    void days_count_back_to_enough_mails_and_to_the_last_resumption() {
        Map<LocalDate, Health> days = Map.of(
                TODAY,
                new Health(100, 1, 0),
                TODAY.minusDays(1),
                new Health(4_900, 2, 0),
                TODAY.minusDays(2),
                new Health(9_000, 900, 0));

        assertThat(Guardian.recent(days, Guard.NONE, TODAY)).isEqualTo(new Health(5_000, 3, 0));
        Guard resumed = new Guard(null, TODAY.minusDays(1), new Health(4_000, 2, 0));
        assertThat(Guardian.recent(days, resumed, TODAY)).isEqualTo(new Health(1_000, 1, 0));
    }

    @Test
    void a_ramp_doubles_after_days_that_used_it_until_the_quota() {
        Ramp first = Ramp.on(TODAY, 50, Optional.empty(), 0);
        assertThat(first).isEqualTo(new Ramp(TODAY, 50));
        assertThat(Ramp.on(TODAY, 50, Optional.of(first), 50)).isEqualTo(first);
        Ramp second = Ramp.on(TODAY.plusDays(3), 50, Optional.of(first), 25);
        assertThat(second).isEqualTo(new Ramp(TODAY.plusDays(3), 100));
        assertThat(Ramp.on(TODAY.plusDays(4), 50, Optional.of(second), 49).cap())
                .isEqualTo(100);
        assertThat(second.left(new Quota(200, 1, 0), 30)).isEqualTo(70);
        assertThat(second.left(new Quota(100, 1, 0), 30)).isEqualTo(Long.MAX_VALUE);
    }
}
