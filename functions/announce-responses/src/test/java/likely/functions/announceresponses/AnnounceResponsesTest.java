package likely.functions.announceresponses;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import likely.aws.dynamodb.DynamoResponses;
import likely.aws.streams.FailedRecordQueue;
import likely.aws.streams.QueuedRecords;
import likely.aws.streams.ResponseStream;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.surveys.Answer;
import likely.surveys.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/** Real records of DynamoDB Local's stream, through the function's entry point. */
class AnnounceResponsesTest {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();

    private final String table = DYNAMO_DB.freshTables(Template.find()).tableName("Responses");
    private final DynamoResponses responses = new DynamoResponses(DYNAMO_DB.client(), table, Clock.systemUTC());
    private final ResponseStream stream = new ResponseStream(DYNAMO_DB.client(), DYNAMO_DB.endpoint(), table);
    private final RecordingBus bus = new RecordingBus();
    private final QueuedRecords queue = new QueuedRecords();
    private final AnnounceResponses function = new AnnounceResponses(
            new Wiring.Parts(new Bus(bus, "likely"), new FailedRecordQueue(queue, "https://sqs.example/unannounced")));
    private final Response first =
            Answer.of("order-0001").score(9).comment("secret words").first();

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void each_write_of_a_response_is_announced_in_order() {
        responses.record(first);
        responses.record(Answer.of("order-0001").score(3).edition(2));
        responses.erase(first.id());

        assertThat(failures(stream.all())).isEmpty();

        assertThat(bus.taken())
                .extracting(PutEventsRequestEntry::detailType)
                .containsExactly("ResponseRecorded", "ResponseChanged", "ResponseRemoved");
        assertThat(bus.taken()).noneMatch(entry -> entry.detail().contains("secret"));
    }

    @Test
    void an_expiry_is_announced_as_a_removal() {
        responses.record(first);
        DYNAMO_DB.client().deleteItem(d -> d.tableName(table).key(Map.of("id", AttributeValue.fromS(first.id()))));

        assertThat(failures(stream.all())).isEmpty();

        assertThat(bus.taken()).last().satisfies(entry -> {
            assertThat(entry.detailType()).isEqualTo("ResponseRemoved");
            assertThat(entry.detail()).contains("\"reason\":\"expired\"");
        });
    }

    @Test
    void the_stream_delivers_again_from_the_first_entry_that_the_bus_refused() {
        for (int i = 0; i < 15; i++) {
            responses.record(Answer.of("order-" + (1000 + i)).first());
        }
        DynamodbEvent all = stream.all();
        String refused = Answer.of("order-1003").first().id();
        bus.refuse(entry -> entry.detail().contains(refused) ? "ThrottlingException" : null);

        assertThat(failures(all))
                .containsExactly(all.getRecords().get(3).getDynamodb().getSequenceNumber());
    }

    @Test
    void a_record_that_is_no_response_is_queued_and_the_others_are_announced() {
        responses.record(first);
        DYNAMO_DB
                .client()
                .putItem(p -> p.tableName(table)
                        .item(Map.of(
                                "id", AttributeValue.fromS("7"), "comment", AttributeValue.fromS("secret words"))));

        assertThat(failures(stream.all())).isEmpty();

        assertThat(bus.taken()).hasSize(1);
        assertThat(queue.reasons()).containsExactly("rev is missing or not a number");
    }

    @Test
    void a_response_that_the_bus_will_never_take_is_queued() {
        responses.record(first);
        bus.refuse(entry -> "MalformedDetail");

        assertThat(failures(stream.all())).isEmpty();
        assertThat(queue.reasons()).containsExactly("MalformedDetail");
    }

    @Test
    void a_function_made_of_its_environment_delivers_again_what_it_cannot_announce() {
        responses.record(first);
        AnnounceResponses made = AnnounceResponses.create(Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_ENDPOINT_URL_DYNAMODB", DYNAMO_DB.endpoint().toString(),
                "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "BUS", "likely",
                "UNANNOUNCED_QUEUE", "http://127.0.0.1:1/unannounced"));

        assertThat(made.handleRequest(stream.all(), null).getBatchItemFailures())
                .hasSize(1);
    }

    private List<String> failures(DynamodbEvent event) {
        return function.handleRequest(event, null).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }
}
