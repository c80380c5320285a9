package likely.functions.recount;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import likely.aws.dynamodb.CountedScores;
import likely.aws.dynamodb.DynamoLedger;
import likely.aws.streams.FailedRecordQueue;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.surveys.ledger.Tallying;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class RedriveTest {
    private static final Duration PLENTY = Duration.ofMinutes(15);
    private static final LocalDate DAY = LocalDate.parse("2026-05-04");

    private final DynamoDbClient dynamoDb = EmbeddedDynamoDb.shared().client();
    private final String scores =
            EmbeddedDynamoDb.shared().freshTables(Template.find()).tableName("Scores");
    private final MemoryQueue queue = new MemoryQueue();
    private final FailedRecordQueue failed = new FailedRecordQueue(queue, "queue");
    private final Redrive redrive =
            new Redrive(queue, "queue", new Tallying(new DynamoLedger(dynamoDb, scores), attempt -> {}));

    private static DynamodbStreamRecord recorded(String id, long rev, String score) {
        Map<String, AttributeValue> image = new HashMap<>(Map.of(
                "id", new AttributeValue(id),
                "survey", new AttributeValue("demo"),
                "day", new AttributeValue(DAY.toString()),
                "rev", new AttributeValue().withN(Long.toString(rev)),
                "score", new AttributeValue().withN(score)));
        StreamRecord change = new StreamRecord();
        change.setNewImage(image);
        change.setSequenceNumber("1");
        DynamodbStreamRecord entry = new DynamodbStreamRecord();
        entry.setDynamodb(change);
        return entry;
    }

    private List<Long> counted() {
        return new CountedScores(dynamoDb, scores).day("demo", DAY);
    }

    @Test
    void a_queued_record_is_counted_once_and_leaves_the_queue() {
        for (int i = 0; i < 25; i++) {
            failed.keep(recorded("r" + i, 1, "9"), "once refused");
        }

        Map<String, Object> numbers = redrive.run(() -> PLENTY);

        assertThat(numbers)
                .containsEntry("received", 25)
                .containsEntry("counted", 25)
                .containsEntry("left", 0)
                .containsEntry("complete", true);
        assertThat(queue.bodies).isEmpty();
        assertThat(counted().get(9)).isEqualTo(25);
    }

    @Test
    void a_record_that_is_redriven_twice_is_counted_once() {
        failed.keep(recorded("r1", 1, "9"), "once refused");
        queue.refusesDeletion = true;
        assertThat(redrive.run(() -> PLENTY)).containsEntry("counted", 0).containsEntry("left", 1);

        queue.show();
        queue.refusesDeletion = false;
        failed.keep(recorded("r1", 1, "9"), "queued a second time");
        redrive.run(() -> PLENTY);

        assertThat(queue.bodies).isEmpty();
        assertThat(counted().get(9)).isEqualTo(1);
    }

    @Test
    void of_two_records_of_a_response_the_newer_counts() {
        failed.keep(recorded("r1", 2, "3"), "once refused");
        failed.keep(recorded("r1", 1, "9"), "once refused");

        redrive.run(() -> PLENTY);

        assertThat(counted().get(3)).isEqualTo(1);
        assertThat(counted().get(9)).isZero();
    }

    @Test
    void what_cannot_be_counted_stays_and_holds_up_nothing() {
        failed.keep(recorded("r1", 1, "eleven"), "score is not a number");
        failed.keep(recorded("r2", 1, "7"), "once refused");
        queue.bodies.put(
                "mapping", "{\"requestContext\":{\"condition\":\"RecordAgeExceeded\"},\"DDBStreamBatchInfo\":{}}");
        queue.bodies.put("odd", "no JSON");

        Map<String, Object> numbers = redrive.run(() -> PLENTY);

        assertThat(numbers).containsEntry("counted", 1).containsEntry("left", 3).containsEntry("complete", true);
        assertThat(queue.bodies).hasSize(3).containsKeys("mapping", "odd");
    }

    @Test
    void it_stops_while_there_is_time_to_report() {
        failed.keep(recorded("r1", 1, "9"), "once refused");

        assertThat(redrive.run(() -> Duration.ofSeconds(29)))
                .containsEntry("received", 0)
                .containsEntry("complete", false);
    }
}
