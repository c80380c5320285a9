package likely.aws.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.surveys.Unavailable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads items, or some attributes of them, by their keys, 100 a call, as they are now. */
final class BatchReader {
    private static final int MOST_KEYS = 100;
    private static final int MOST_CALLS = 8;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Projection projection;

    /** Of whole items. */
    BatchReader(DynamoDbClient dynamoDb, String table) {
        this(dynamoDb, table, Projection.WHOLE);
    }

    BatchReader(DynamoDbClient dynamoDb, String table, Projection projection) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.projection = projection;
    }

    /** Attributes to be read, each under a name that is not reserved. */
    record Projection(@Nullable String text, @Nullable Map<String, String> names) {
        static final Projection WHOLE = new Projection(null, null);

        static Projection of(Collection<String> attributes) {
            Map<String, String> names = new LinkedHashMap<>();
            attributes.forEach(attribute -> names.put("#" + attribute, attribute));
            return new Projection(String.join(", ", names.keySet()), names);
        }
    }

    /** The items that there are, in no order. */
    List<Map<String, AttributeValue>> read(List<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += MOST_KEYS) {
            page(keys.subList(from, Math.min(keys.size(), from + MOST_KEYS)), items);
        }
        return items;
    }

    private void page(List<Map<String, AttributeValue>> keys, List<Map<String, AttributeValue>> items) {
        Map<String, KeysAndAttributes> ask = Map.of(
                table,
                KeysAndAttributes.builder()
                        .keys(keys)
                        .projectionExpression(projection.text())
                        .expressionAttributeNames(projection.names())
                        .consistentRead(true)
                        .build());
        for (int call = 0; !ask.isEmpty(); call++) {
            if (call == MOST_CALLS) {
                throw new Unavailable(new IllegalStateException("The store leaves keys unread"));
            }
            Map<String, KeysAndAttributes> asked = ask;
            BatchGetItemResponse reply = Store.call(() -> dynamoDb.batchGetItem(b -> b.requestItems(asked)));
            items.addAll(reply.responses().getOrDefault(table, List.of()));
            ask = reply.unprocessedKeys();
        }
    }
}
