package likely.surveys.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import likely.surveys.campaigns.Trigger.Days.Recurrence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recurrences against what RFC 5545 says of them, the month and year that lack a date in particular. */
class RecurrencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-31 | FREQ=MONTHLY | 2026-01-31 2026-03-31 2026-05-31 2026-07-31 2026-08-31",
                "2026-01-31 | FREQ=MONTHLY;BYMONTHDAY=-1 | 2026-01-31 2026-02-28 2026-03-31 2026-04-30",
                "2026-01-31 | FREQ=MONTHLY;INTERVAL=3 | 2026-01-31 2026-07-31 2026-10-31 2027-01-31",
                "2024-02-29 | FREQ=YEARLY | 2024-02-29 2028-02-29 2032-02-29",
                "2096-02-29 | FREQ=YEARLY;COUNT=2 | 2096-02-29 2104-02-29",
                "2026-01-01 | FREQ=MONTHLY;BYDAY=2TU | 2026-01-13 2026-02-10 2026-03-10",
                "2026-01-01 | FREQ=MONTHLY;BYDAY=-1FR | 2026-01-30 2026-02-27 2026-03-27",
                "2026-01-01 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2026-01-30 2026-02-27 2026-03-31",
                "2026-01-05 | FREQ=WEEKLY;BYDAY=TU,TH | 2026-01-06 2026-01-08 2026-01-13",
                "2026-01-05 | FREQ=WEEKLY;INTERVAL=2 | 2026-01-05 2026-01-19 2026-02-02",
                "2026-01-01 | FREQ=DAILY;COUNT=2 | 2026-01-01 2026-01-02",
                "2026-01-01 | FREQ=DAILY;UNTIL=20260102 | 2026-01-01 2026-01-02",
                "2026-01-15 | FREQ=YEARLY;BYMONTH=1,7 | 2026-01-15 2026-07-15 2027-01-15"
            })
    void days_are_those_of_the_rfc(LocalDate start, String rule, String days) {
        List<LocalDate> wanted =
                Stream.of(days.split(" ")).map(LocalDate::parse).toList();
        LocalDate last = wanted.get(wanted.size() - 1);
        Recurrence recurrence = new Recurrence(start, rule);

        assertThat(Recurrences.between(recurrence, start, last)).isEqualTo(wanted);
        // A window that begins later has the same days: what was before it is counted and not told.
        assertThat(Recurrences.between(recurrence, wanted.get(1), last)).isEqualTo(wanted.subList(1, wanted.size()));
    }

    @Test
    void nothing_is_before_the_start_or_after_the_end() {
        Recurrence twice = new Recurrence(LocalDate.parse("2026-06-01"), "FREQ=DAILY;COUNT=2");

        assertThat(Recurrences.between(twice, LocalDate.parse("2020-01-01"), LocalDate.parse("2030-01-01")))
                .hasSize(2);
        assertThat(Recurrences.between(twice, LocalDate.parse("2026-06-03"), LocalDate.parse("2030-01-01")))
                .isEmpty();
    }
}
