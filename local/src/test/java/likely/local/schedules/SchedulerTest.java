package likely.local.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import likely.local.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulerTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z"); // a Sunday

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate(1 minute)             | 2026-11-22T12:01:00Z",
                "rate(5 minutes)            | 2026-11-22T12:05:00Z",
                "rate(12 hours)             | 2026-11-23T00:00:00Z",
                "rate(1 day)                | 2026-11-23T12:00:00Z",
                "cron(17 3 * * ? *)         | 2026-11-23T03:17:00Z",
                "cron(0/15 * * * ? *)       | 2026-11-22T12:15:00Z",
                "cron(0 18 ? * MON-FRI *)   | 2026-11-23T18:00:00Z",
                "cron(0 8 1 * ? *)          | 2026-12-01T08:00:00Z",
                "cron(0 8 L * ? *)          | 2026-11-30T08:00:00Z",
                "cron(0 10 ? * 6#3 *)       | 2026-12-18T10:00:00Z",
                "cron(0 0 1 1 ? 2027)       | 2027-01-01T00:00:00Z",
            })
    void the_next_time_is_the_one_that_aws_documents(String expression, Instant next) {
        assertThat(Schedule.parse(expression, ZoneOffset.UTC, "test").next(NOON))
                .contains(next);
    }

    @Test
    void a_time_zone_moves_a_cron_schedule() {
        assertThat(Schedule.parse("cron(0 8 * * ? *)", ZoneId.of("Europe/Dublin"), "test")
                        .next(Instant.parse("2026-07-01T00:00:00Z")))
                .contains(Instant.parse("2026-07-01T07:00:00Z"));
    }

    @Test
    void what_is_no_schedule_is_an_error_that_names_the_place() {
        assertThatThrownBy(() -> Schedule.parse("rate(0 days)", ZoneOffset.UTC, "Nightly"))
                .hasMessageContaining("Nightly");
        assertThatThrownBy(() -> Schedule.parse("at(2026)", ZoneOffset.UTC, "Nightly"))
                .hasMessageContaining("Nightly");
    }

    @Test
    void a_call_is_made_when_it_is_due_and_then_at_its_next_time() {
        List<String> calls = new ArrayList<>();
        SettableClock clock = new SettableClock();
        ScheduledCall call = new ScheduledCall(
                "F", Schedule.parse("rate(5 minutes)", ZoneOffset.UTC, "test"), Optional.of("{\"task\":1}"));
        Scheduler scheduler = new Scheduler(List.of(call), clock, (id, event) -> calls.add(id + event));

        assertThat(scheduler.runDue()).contains(Duration.ofMinutes(5));
        assertThat(calls).isEmpty();
        clock.now = NOON.plus(Duration.ofMinutes(5));
        assertThat(scheduler.runDue()).contains(Duration.ofMinutes(5));
        assertThat(calls).containsExactly("F{\"task\":1}");
        scheduler.runDue();
        assertThat(calls).hasSize(1);
    }

    @Test
    void a_clock_that_jumps_makes_each_call_that_was_due_once() {
        List<String> calls = new ArrayList<>();
        SettableClock clock = new SettableClock();
        List<ScheduledCall> schedules = Stream.of("rate(1 minute)", "cron(17 3 * * ? *)", "cron(0 8 1 1 ? *)")
                .map(expression -> new ScheduledCall(
                        expression, Schedule.parse(expression, ZoneOffset.UTC, "test"), Optional.of("")))
                .toList();
        Scheduler scheduler = new Scheduler(schedules, clock, (id, event) -> calls.add(id));

        clock.now = NOON.plus(Duration.ofDays(7));

        assertThat(scheduler.runDue()).contains(Duration.ofMinutes(1));
        assertThat(calls).containsExactly("rate(1 minute)", "cron(17 3 * * ? *)");
    }

    @Test
    void without_an_input_the_event_is_eventbridges_own() {
        ScheduledCall call =
                new ScheduledCall("F", Schedule.parse("rate(1 day)", ZoneOffset.UTC, "test"), Optional.empty());
        assertThat(Json.object(call.event(NOON)))
                .containsEntry("detail-type", "Scheduled Event")
                .containsEntry("source", "aws.events")
                .containsEntry("time", "2026-11-22T12:00:00Z");
    }

    private static final class SettableClock extends Clock {
        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
