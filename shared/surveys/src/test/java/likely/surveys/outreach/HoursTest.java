package likely.surveys.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
    private static Sending sending(String from, String until, Set<DayOfWeek> off, Set<LocalDate> holidays) {
        return new Sending(
                LocalTime.parse(from), LocalTime.parse(until), off, holidays, Map.of(), Sending.DEFAULT.floor(), 3);
    }

    @ParameterizedTest(name = "{0} to {1}: {3} in {2} -> {4}")
    @CsvSource({
        "09:00, 17:00, Europe/Berlin, 2026-07-01T07:00:00Z, 2026-07-01T07:00:00Z",
        "09:00, 17:00, Europe/Berlin, 2026-07-01T06:59:59Z, 2026-07-01T07:00:00Z",
        "09:00, 17:00, Europe/Berlin, 2026-07-01T15:00:00Z, 2026-07-02T07:00:00Z",
        "09:00, 17:00, America/New_York, 2026-07-01T12:00:00Z, 2026-07-01T13:00:00Z",
        "00:00, 00:00, UTC, 2026-07-01T23:59:59Z, 2026-07-01T23:59:59Z",
        "20:00, 00:00, UTC, 2026-07-01T23:30:00Z, 2026-07-01T23:30:00Z",
        "20:00, 00:00, UTC, 2026-07-02T00:00:00Z, 2026-07-02T20:00:00Z",
        "22:00, 02:00, UTC, 2026-07-02T01:59:00Z, 2026-07-02T01:59:00Z",
        "22:00, 02:00, UTC, 2026-07-02T02:00:00Z, 2026-07-02T22:00:00Z",
        // The hour from two to three is not there on 29 March in Berlin: it begins when the clock has jumped.
        "02:30, 05:00, Europe/Berlin, 2026-03-29T00:00:00Z, 2026-03-29T01:30:00Z",
        // And is there twice on 25 October: it begins with the first.
        "02:30, 05:00, Europe/Berlin, 2026-10-24T23:00:00Z, 2026-10-25T00:30:00Z",
    })
    void mail_waits_for_its_hours(String from, String until, String zone, Instant at, Instant next) {
        Sending sending = sending(from, until, Set.of(), Set.of());
        assertThat(Hours.next(sending, ZoneId.of(zone), at)).contains(next);
        assertThat(Hours.allow(sending, ZoneId.of(zone), at)).isEqualTo(at.equals(next));
    }

    @Test
    void days_off_and_holidays_are_passed_over() {
        Sending sending = sending(
                "09:00", "17:00", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(LocalDate.parse("2026-12-25")));

        // A Thursday evening before Christmas, a holiday on Friday, and a weekend.
        assertThat(Hours.next(sending, ZoneId.of("UTC"), Instant.parse("2026-12-24T18:00:00Z")))
                .contains(Instant.parse("2026-12-28T09:00:00Z"));
    }

    @Test
    void a_night_belongs_to_the_day_on_which_it_began() {
        Sending sending = sending("22:00", "02:00", Set.of(DayOfWeek.SATURDAY), Set.of());

        assertThat(Hours.allow(sending, ZoneId.of("UTC"), Instant.parse("2026-07-04T01:00:00Z"))) // Friday's night
                .isTrue();
        assertThat(Hours.allow(sending, ZoneId.of("UTC"), Instant.parse("2026-07-05T01:00:00Z"))) // Saturday's
                .isFalse();
    }

    @Test
    void who_has_every_day_off_gets_no_mail() {
        Set<DayOfWeek> all = Arrays.stream(DayOfWeek.values()).collect(Collectors.toSet());
        assertThat(Hours.next(sending("09:00", "17:00", all, Set.of()), ZoneId.of("UTC"), Instant.EPOCH))
                .isEmpty();
    }
}
