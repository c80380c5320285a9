package likely.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Counts each id once, with a ledger, as tally-scores does. */
public final class Count implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

    private final DynamoDbClient dynamo;
    private final String table;

    private Count(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    public static Count create(Map<String, String> environment) {
        return new Count(Clients.dynamo(environment), environment.get("COUNTS"));
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        event.getRecords()
                .forEach(
                        record -> count(record.getDynamodb().getKeys().get("id").getS()));
        return new StreamsEventResponse(List.of());
    }

    private void count(String id) {
        Put ledger = Put.builder()
                .tableName(table)
                .item(Map.of("id", AttributeValue.fromS("ledger#" + id)))
                .conditionExpression("attribute_not_exists(id)")
                .build();
        Update counter = Update.builder()
                .tableName(table)
                .key(Map.of("id", AttributeValue.fromS("total")))
                .updateExpression("ADD n :one")
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                .build();
        try {
            dynamo.transactWriteItems(b -> b.transactItems(
                    TransactWriteItem.builder().put(ledger).build(),
                    TransactWriteItem.builder().update(counter).build()));
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().noneMatch(each -> "ConditionalCheckFailed".equals(each.code()))) {
                throw e;
            }
        }
    }
}
