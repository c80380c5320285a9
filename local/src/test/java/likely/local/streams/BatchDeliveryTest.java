package likely.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import likely.local.EventFilter;
import likely.local.Json;
import likely.local.lambda.Failures;
import org.junit.jupiter.api.Test;

class BatchDeliveryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final List<List<String>> calls = new ArrayList<>();
    private final List<String> checkpoints = new ArrayList<>();
    private final List<Map<String, ?>> givenUp = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    @Test
    void an_accepted_batch_moves_the_checkpoint_to_its_last_record() throws Exception {
        deliver(mapping(), batch -> "", records(3));
        assertThat(calls).containsExactly(List.of("1", "2", "3"));
        assertThat(checkpoints).containsExactly("3");
    }

    @Test
    void a_failed_batch_is_retried_whole_and_moves_nothing_before() throws Exception {
        deliver(mapping(), failing(2), records(3));
        assertThat(calls).containsExactly(List.of("1", "2", "3"), List.of("1", "2", "3"), List.of("1", "2", "3"));
        assertThat(checkpoints).containsExactly("3");
        assertThat(waits).hasSize(2).isSorted();
    }

    @Test
    void a_partial_failure_moves_to_the_lowest_failed_record_and_retries_from_it() throws Exception {
        deliver(mapping(), batch -> calls.size() == 1 ? failed("3", "2") : "", records(4));
        assertThat(calls).containsExactly(List.of("1", "2", "3", "4"), List.of("2", "3", "4"));
        assertThat(checkpoints).containsExactly("1", "4");
    }

    @Test
    void an_unknown_identifier_fails_the_whole_batch() throws Exception {
        deliver(mapping(), batch -> calls.size() == 1 ? failed("9") : "", records(2));
        assertThat(calls).containsExactly(List.of("1", "2"), List.of("1", "2"));
        assertThat(checkpoints).containsExactly("2");
    }

    @Test
    void without_partial_failures_the_answer_is_not_read() throws Exception {
        deliver(mapping().partialFailures(false), batch -> failed("1"), records(2));
        assertThat(calls).hasSize(1);
        assertThat(checkpoints).containsExactly("2");
    }

    @Test
    void when_the_retries_are_used_up_the_batch_goes_to_the_failure_destination() throws Exception {
        deliver(mapping().retries(1), failing(99), records(2));
        assertThat(calls).hasSize(2);
        assertThat(checkpoints).containsExactly("2");
        assertThat(givenUp).singleElement().satisfies(message -> {
            assertThat(message.get("version")).isEqualTo("1.0");
            assertThat(Json.text(message.get("requestContext"))).contains("RetryAttemptsExhausted", "arn:function");
            assertThat(Json.text(message.get("DDBStreamBatchInfo")))
                    .contains(
                            "\"shardId\":\"shard\"",
                            "\"startSequenceNumber\":\"1\"",
                            "\"endSequenceNumber\":\"2\"",
                            "\"batchSize\":2");
        });
    }

    @Test
    void progress_gives_the_rest_a_new_quota() throws Exception {
        deliver(
                mapping().retries(1),
                batch -> batch.contains("1") ? failed("2") : "{\"batchItemFailures\":[]}",
                records(2));
        assertThat(givenUp).isEmpty();
        assertThat(checkpoints).containsExactly("1", "2");
    }

    @Test
    void a_record_that_is_too_old_is_given_up_and_the_others_go_on() throws Exception {
        List<StreamRecord> records = List.of(record(1, NOW.minusSeconds(61)), record(2, NOW.minusSeconds(59)));
        deliver(mapping().age(Duration.ofMinutes(1)), batch -> "", records);
        assertThat(calls).containsExactly(List.of("2"));
        assertThat(checkpoints).containsExactly("1", "2");
        assertThat(Json.text(givenUp.get(0))).contains("RecordAgeExceeded");
    }

    @Test
    void bisecting_leaves_only_the_record_that_cannot_pass() throws Exception {
        UnaryOperator<String> poisoned = batch -> {
            if (calls.get(calls.size() - 1).contains("3")) {
                throw new IllegalStateException("poison");
            }
            return "";
        };
        deliver(mapping().bisecting().retries(0), poisoned, records(4));
        assertThat(calls)
                .containsExactly(
                        List.of("1", "2", "3", "4"), List.of("1", "2"), List.of("3", "4"), List.of("3"), List.of("4"));
        assertThat(checkpoints).containsExactly("2", "3", "4");
        assertThat(givenUp)
                .singleElement()
                .satisfies(message ->
                        assertThat(Json.text(message)).contains("\"startSequenceNumber\":\"3\"", "\"batchSize\":1"));
    }

    private UnaryOperator<String> failing(int times) {
        return batch -> {
            if (calls.size() <= times) {
                throw new IllegalStateException("not yet");
            }
            return "";
        };
    }

    private static String failed(String... identifiers) {
        return Json.text(Map.of(
                "batchItemFailures",
                List.of(identifiers).stream()
                        .map(id -> Map.of("itemIdentifier", id))
                        .toList()));
    }

    private void deliver(Wanted wanted, UnaryOperator<String> function, List<StreamRecord> records)
            throws InterruptedException {
        new BatchDelivery(
                        wanted.mapping(),
                        "arn:function",
                        "shard",
                        event -> {
                            calls.add(sequences(event));
                            try {
                                return function.apply(event);
                            } catch (IllegalStateException e) {
                                throw Failures.of(e);
                            }
                        },
                        checkpoints::add,
                        message -> givenUp.add(Json.object(message)),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        waits::add)
                .deliver(records);
    }

    private static List<String> sequences(String event) {
        return ((List<?>) Json.object(event).get("Records"))
                .stream().map(each -> (String) ((Map<?, ?>) each).get("n")).toList();
    }

    private static List<StreamRecord> records(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> record(n, NOW)).toList();
    }

    private static StreamRecord record(int n, Instant created) {
        return new StreamRecord(String.valueOf(n), created, Map.of("n", String.valueOf(n)));
    }

    private static Wanted mapping() {
        return new Wanted(Optional.empty(), Optional.empty(), false, true);
    }

    private record Wanted(Optional<Integer> attempts, Optional<Duration> maximumAge, boolean bisect, boolean partial) {
        Wanted retries(int count) {
            return new Wanted(Optional.of(count), maximumAge, bisect, partial);
        }

        Wanted age(Duration age) {
            return new Wanted(attempts, Optional.of(age), bisect, partial);
        }

        Wanted bisecting() {
            return new Wanted(attempts, maximumAge, true, partial);
        }

        Wanted partialFailures(boolean on) {
            return new Wanted(attempts, maximumAge, bisect, on);
        }

        StreamMapping mapping() {
            return new StreamMapping(
                    "m",
                    "arn:stream",
                    100,
                    Duration.ZERO,
                    attempts,
                    maximumAge,
                    bisect,
                    partial,
                    false,
                    Optional.of("arn:queue"),
                    new EventFilter(List.of()));
        }
    }
}
