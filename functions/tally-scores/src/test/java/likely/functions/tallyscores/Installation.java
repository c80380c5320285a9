package likely.functions.tallyscores;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import likely.aws.dynamodb.CountedScores;
import likely.aws.dynamodb.DynamoLedger;
import likely.aws.dynamodb.DynamoResponses;
import likely.aws.dynamodb.DynamoStoredResponses;
import likely.aws.dynamodb.FaultyDynamoDb;
import likely.aws.streams.FailedRecordQueue;
import likely.aws.streams.QueuedRecords;
import likely.aws.streams.ResponseStream;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Tables;
import likely.embedded.Template;
import likely.surveys.Response;
import likely.surveys.Responses.Recorded;
import likely.surveys.ledger.Tallying;
import likely.surveys.recount.Kind;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tables of their own, the stream between them, and the function that reads it; at the end a recount looks them over. */
final class Installation implements AutoCloseable {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();

    private final Tables tables = DYNAMO_DB.freshTables(Template.find());
    final String responsesTable = tables.tableName("Responses");
    final String scoresTable = tables.tableName("Scores");
    final DynamoResponses responses = new DynamoResponses(DYNAMO_DB.client(), responsesTable, Clock.systemUTC());
    final ResponseStream stream = new ResponseStream(DYNAMO_DB.client(), DYNAMO_DB.endpoint(), responsesTable);
    final CountedScores scores = new CountedScores(DYNAMO_DB.client(), scoresTable);
    final FaultyDynamoDb dynamoDb = new FaultyDynamoDb(DYNAMO_DB.client());
    final QueuedRecords queue = new QueuedRecords();
    final TallyScores function = another(dynamoDb);
    private final RecountAfterwards recount = new RecountAfterwards(DYNAMO_DB.client(), responsesTable, scoresTable);

    /** Another instance of the function, as Lambda starts one for each shard. */
    TallyScores another(FaultyDynamoDb client) {
        return new TallyScores(
                new Tallying(new DynamoLedger(client, scoresTable), attempt -> {}),
                new FailedRecordQueue(queue, "https://sqs.example/uncountable"));
    }

    static FaultyDynamoDb client() {
        return new FaultyDynamoDb(DYNAMO_DB.client());
    }

    Recorded record(Response edition) {
        return responses.record(edition);
    }

    /** Takes a response away as its expiry does. */
    void expire(String id) {
        DYNAMO_DB.client().deleteItem(d -> d.tableName(responsesTable).key(Map.of("id", AttributeValue.fromS(id))));
    }

    /** Takes a response out of the count, or back into it, as its owner does. */
    void exclude(String id, boolean excluded) {
        DynamoStoredResponses stored = new DynamoStoredResponses(DYNAMO_DB.client(), responsesTable, Clock.systemUTC());
        assertThat(stored.exclude(stored.find(id).orElseThrow(), excluded, 1)).isTrue();
    }

    /** Gives one of a response's attributes another value, as a stray writer might. */
    void spoil(String id, String attribute, AttributeValue value) {
        DYNAMO_DB
                .client()
                .updateItem(u -> u.tableName(responsesTable)
                        .key(Map.of("id", AttributeValue.fromS(id)))
                        .updateExpression("SET #a = :a ADD rev :one")
                        .expressionAttributeNames(Map.of("#a", attribute))
                        .expressionAttributeValues(Map.of(":a", value, ":one", AttributeValue.fromN("1"))));
    }

    /** Delivers records by their places on the stream, and expects that all went well. */
    void deliver(int... places) {
        assertThat(failures(stream.at(places))).isEmpty();
    }

    void deliverAll() {
        assertThat(failures(stream.all())).isEmpty();
    }

    /** The sequence numbers from which on the function wants the stream to deliver again. */
    List<String> failures(DynamodbEvent event) {
        return failures(function, event);
    }

    static List<String> failures(TallyScores function, DynamodbEvent event) {
        return function.handleRequest(event, timeLeft(25_000)).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    /** A context that says how many milliseconds are left. */
    static Context timeLeft(int millis) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getRemainingTimeInMillis")) {
                        return millis;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    static String sequenceNumber(DynamodbEvent event, int place) {
        return event.getRecords().get(place).getDynamodb().getSequenceNumber();
    }

    /** Says what the test leaves uncounted, which a recount is to find: nothing, unless it is said. */
    void leaves(Kind kind, int count) {
        recount.leaves(kind, count);
    }

    /** Fails when a recount finds anything else to repair than the test said. */
    @Override
    public void close() {
        stream.close();
        recount.check();
    }
}
