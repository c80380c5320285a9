package likely.aws.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import likely.surveys.Unavailable;
import likely.surveys.ledger.Entry;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads ledger entries, 100 a call, consistently: a stale one would only fail its condition, and cost a write. */
final class EntryReader {
    private static final int MOST_KEYS = 100;
    private static final int MOST_CALLS = 8;

    private final DynamoDbClient dynamoDb;
    private final String table;

    EntryReader(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    Map<String, Entry> read(Collection<String> responses) {
        Map<String, Entry> entries = new HashMap<>();
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        responses.stream().distinct().forEach(id -> {
            entries.put(id, Entry.ABSENT);
            keys.add(ScoreKeys.entry(id));
        });
        for (int from = 0; from < keys.size(); from += MOST_KEYS) {
            page(keys.subList(from, Math.min(keys.size(), from + MOST_KEYS)), entries);
        }
        return entries;
    }

    private void page(List<Map<String, AttributeValue>> keys, Map<String, Entry> entries) {
        Map<String, KeysAndAttributes> ask = Map.of(
                table,
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
        for (int call = 0; !ask.isEmpty(); call++) {
            if (call == MOST_CALLS) {
                throw new Unavailable(new IllegalStateException("The store leaves keys unread"));
            }
            Map<String, KeysAndAttributes> asked = ask;
            BatchGetItemResponse reply = Store.call(() -> dynamoDb.batchGetItem(b -> b.requestItems(asked)));
            reply.responses()
                    .getOrDefault(table, List.of())
                    .forEach(item -> entries.put(EntryItem.response(item), EntryItem.read(item)));
            ask = reply.unprocessedKeys();
        }
    }
}
