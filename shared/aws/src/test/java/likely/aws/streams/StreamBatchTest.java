package likely.aws.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.aws.dynamodb.Malformed;
import likely.aws.streams.StreamBatch.Failures;
import likely.surveys.Unavailable;
import org.junit.jupiter.api.Test;

class StreamBatchTest {
    private final Map<String, String> queued = new LinkedHashMap<>();
    private final List<String> handled = new ArrayList<>();
    private boolean queueIsFull;
    private final StreamBatch<String> batch = new StreamBatch<>(StreamBatchTest::decode, this::keep);

    @Test
    void a_batch_that_went_well_has_no_failures() {
        assertThat(handle(items -> Failures.NONE, "1", "2")).isEmpty();
        assertThat(handled).containsExactly("1", "2");
    }

    @Test
    void an_event_without_records_is_a_batch_of_none() {
        assertThat(batch.handle(new DynamodbEvent(), items -> Failures.NONE).getBatchItemFailures())
                .isEmpty();
    }

    @Test
    void the_stream_delivers_again_from_the_lowest_record_that_is_for_later() {
        assertThat(handle(items -> new Failures(Set.of(3, 1), Map.of()), "1", "2", "3", "4"))
                .containsExactly("2");
    }

    @Test
    void a_record_that_can_never_be_handled_is_queued_and_holds_up_nobody() {
        assertThat(handle(items -> new Failures(Set.of(), Map.of(1, "too much")), "1", "2", "3"))
                .isEmpty();
        assertThat(queued).containsExactly(Map.entry("2", "too much"));
    }

    @Test
    void a_record_that_cannot_be_decoded_is_queued_with_its_fault_and_the_others_are_handled() {
        assertThat(handle(items -> Failures.NONE, "1", "malformed", "3")).isEmpty();
        assertThat(queued).containsExactly(Map.entry("malformed", "score is missing"));
        assertThat(handled).containsExactly("1", "3");
    }

    @Test
    void places_are_those_of_the_batch_though_some_could_not_be_decoded() {
        assertThat(handle(items -> new Failures(Set.of(1), Map.of()), "malformed", "2", "3"))
                .containsExactly("3");
        assertThat(queued).containsOnlyKeys("malformed");
    }

    @Test
    void an_exception_that_nobody_foresaw_is_queued_by_its_kind_and_never_by_its_words() {
        assertThat(handle(items -> Failures.NONE, "1", "secret")).isEmpty();
        assertThat(queued).containsExactly(Map.entry("secret", "java.lang.IllegalStateException"));
    }

    @Test
    void a_bad_record_behind_one_for_later_is_not_queued_yet_since_it_comes_again() {
        assertThat(handle(items -> new Failures(Set.of(1), Map.of()), "1", "2", "malformed"))
                .containsExactly("2");
        assertThat(queued).isEmpty();
    }

    @Test
    void a_bad_record_that_cannot_be_queued_comes_again() {
        queueIsFull = true;

        assertThat(handle(items -> Failures.NONE, "1", "malformed", "3", "malformed"))
                .containsExactly("malformed");
        assertThat(queued).isEmpty();
    }

    @Test
    void work_that_stumbles_over_one_item_is_done_for_the_others_and_that_one_is_queued() {
        assertThat(handle(
                        items -> {
                            if (items.contains("2")) {
                                throw new IllegalStateException("secret words of an answer");
                            }
                            return Failures.NONE;
                        },
                        "1",
                        "2",
                        "3"))
                .isEmpty();
        assertThat(queued).containsExactly(Map.entry("2", "java.lang.IllegalStateException"));
        assertThat(handled).contains("1", "3");
    }

    @Test
    void work_that_finds_no_store_leaves_all_for_later() {
        assertThat(handle(
                        items -> {
                            throw new Unavailable(new IllegalStateException("time-out"));
                        },
                        "1",
                        "2"))
                .containsExactly("1");
        assertThat(queued).isEmpty();
    }

    @Test
    void work_done_item_by_item_keeps_what_each_one_said() {
        assertThat(handle(
                        items -> {
                            if (items.size() > 1) {
                                throw new IllegalStateException("a bug");
                            }
                            return switch (items.get(0)) {
                                case "2" -> new Failures(Set.of(), Map.of(0, "refused"));
                                case "3" -> new Failures(Set.of(0), Map.of());
                                default -> Failures.NONE;
                            };
                        },
                        "1",
                        "2",
                        "3"))
                .containsExactly("3");
        assertThat(queued).containsExactly(Map.entry("2", "refused"));
    }

    private interface Work {
        Failures on(List<String> items);
    }

    private List<String> handle(Work work, String... names) {
        DynamodbEvent event = new DynamodbEvent();
        List<DynamodbStreamRecord> records = new ArrayList<>();
        for (String name : names) {
            DynamodbStreamRecord entry = new DynamodbStreamRecord();
            entry.setDynamodb(new StreamRecord().withSequenceNumber(name));
            records.add(entry);
        }
        event.setRecords(records);
        StreamsEventResponse response = batch.handle(event, items -> {
            Failures failures = work.on(items);
            handled.addAll(items);
            return failures;
        });
        return response.getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static String decode(DynamodbStreamRecord entry) {
        String name = entry.getDynamodb().getSequenceNumber();
        return switch (name) {
            case "malformed" -> throw new Malformed("score", "is missing");
            case "secret" -> throw new IllegalStateException("no score: 'secret words of an answer'");
            default -> name;
        };
    }

    private void keep(DynamodbStreamRecord entry, String reason) {
        if (queueIsFull) {
            throw new Unavailable(new IllegalStateException("full"));
        }
        queued.put(entry.getDynamodb().getSequenceNumber(), reason);
    }
}
