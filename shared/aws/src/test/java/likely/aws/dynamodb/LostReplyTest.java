package likely.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.scoring.Score;
import likely.surveys.Answer;
import likely.surveys.Responses.Recorded;
import likely.surveys.ledger.Change;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Entry;
import likely.surveys.ledger.Ledger.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the SDK's own retries do when a write was made and its reply was lost on the way. */
class LostReplyTest {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();
    private static final LocalDate DAY = LocalDate.parse("2026-05-04");

    private final Template template = Template.find();
    private final LosingReplies losing = new LosingReplies();
    private final DynamoDbClient client = DynamoDbClient.builder()
            .endpointOverride(DYNAMO_DB.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(EmbeddedDynamoDb.CREDENTIALS)
            .httpClient(losing)
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void a_commit_is_sent_again_under_the_same_token_and_counts_once() {
        String table = DYNAMO_DB.freshTables(template).tableName("Scores");
        Contribution nine = new Contribution("demo", DAY, List.of(), Score.of(9), false);
        Change change = new Change("1", Entry.ABSENT, new Entry(1, 1, nine, false));
        losing.next = "ConditionExpression";

        Outcome outcome = new DynamoLedger(client, table).commit(List.of(change), Change.deltas(List.of(change)), 0);

        assertThat(outcome).isEqualTo(new Outcome.Committed());
        assertThat(losing.bodies).hasSize(2);
        assertThat(losing.bodies.get(0)).contains("ClientRequestToken").isEqualTo(losing.bodies.get(1));
        assertThat(new CountedScores(DYNAMO_DB.client(), table).day("demo", DAY))
                .isEqualTo(CountedScores.bins(9, 1));
    }

    @Test
    void an_answer_that_was_written_is_known_when_it_is_sent_again() {
        DynamoResponses responses =
                new DynamoResponses(client, DYNAMO_DB.freshTables(template).tableName("Responses"), Clock.systemUTC());
        losing.next = "ConditionExpression";

        assertThat(responses.record(Answer.of("order-0001").first())).isEqualTo(Recorded.KNOWN);
    }

    @Test
    void a_response_that_was_erased_is_told_to_be_erased() {
        DynamoResponses responses =
                new DynamoResponses(client, DYNAMO_DB.freshTables(template).tableName("Responses"), Clock.systemUTC());
        responses.record(Answer.of("order-0001").first());
        losing.next = "erased";

        assertThat(responses.erase(Answer.of("order-0001").first().id())).isTrue();
    }

    /** Keeps what is sent; the first call that says what it waits for is made, and then its reply is lost. */
    private static final class LosingReplies implements SdkHttpClient {
        private final SdkHttpClient http = UrlConnectionHttpClient.create();
        private final List<String> bodies = new ArrayList<>();
        private @Nullable String next;

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            ExecutableHttpRequest prepared = http.prepareRequest(request);
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    String body = body(request);
                    bodies.add(body);
                    HttpExecuteResponse response = prepared.call();
                    if (next != null && body.contains(next)) {
                        next = null;
                        response.responseBody().ifPresent(AbortableInputStream::abort);
                        throw new IOException("the reply was lost");
                    }
                    return response;
                }

                @Override
                public void abort() {
                    prepared.abort();
                }
            };
        }

        private static String body(HttpExecuteRequest request) throws IOException {
            try (InputStream stream =
                    request.contentStreamProvider().orElseThrow().newStream()) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
