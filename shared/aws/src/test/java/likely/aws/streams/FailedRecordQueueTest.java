package likely.aws.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import likely.aws.dynamodb.DynamoResponses;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.surveys.Answer;
import likely.surveys.Unavailable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class FailedRecordQueueTest {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();

    private final QueuedRecords sqs = new QueuedRecords();
    private final FailedRecordQueue queue = new FailedRecordQueue(sqs, "https://sqs.example/uncountable");
    private DynamodbStreamRecord entry;

    @BeforeEach
    void answer_and_edit_on_the_stream() {
        String table = DYNAMO_DB.freshTables(Template.find()).tableName("Responses");
        DynamoResponses responses = new DynamoResponses(DYNAMO_DB.client(), table, Clock.systemUTC());
        responses.record(Answer.of("order-0001").first());
        responses.record(Answer.of("order-0001")
                .comment("Grüße \uffff \ufffe 😀 \n")
                .answers(Map.of("why", List.of("price", "speed"), "none", List.of(), "agreed", true, "stars", 4))
                .segments("why=price", "why=speed")
                .limited()
                .edition(2));
        try (ResponseStream stream = new ResponseStream(DYNAMO_DB.client(), DYNAMO_DB.endpoint(), table)) {
            entry = stream.at(1).getRecords().get(0);
        }
    }

    @Test
    void a_record_is_kept_whole_and_read_again_as_it_was() {
        queue.keep(entry, "score is missing");

        DynamodbEvent read = FailedRecordQueue.read(sqs.bodies().get(0));

        assertThat(read.getRecords()).containsExactly(entry);
        assertThat(ResponseChange.of(read.getRecords().get(0))).isEqualTo(ResponseChange.of(entry));
    }

    @Test
    void a_body_has_no_character_that_a_queue_refuses() {
        queue.keep(entry, "score is missing");

        assertThat(sqs.bodies().get(0).chars())
                .noneMatch(c -> c == 0xfffe || c == 0xffff || (c < ' ' && c != '\n' && c != '\r' && c != '\t'));
    }

    @Test
    void its_reason_stands_beside_it_and_is_never_empty_or_long() {
        queue.keep(entry, "score is missing");
        queue.keep(entry, " ");
        queue.keep(entry, "x".repeat(1_000));

        assertThat(sqs.reasons()).containsExactly("score is missing", "unknown", "x".repeat(250));
    }

    @Test
    void a_queue_that_takes_nothing_is_unavailable() {
        sqs.refuse(SdkClientException.create("no connection"));

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> queue.keep(entry, "score is missing"));
    }
}
