package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.s;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.surveys.Response;
import likely.surveys.Unavailable;
import likely.surveys.answers.StoredResponses;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Whole responses, read and changed. */
public final class DynamoStoredResponses implements StoredResponses {
    private static final int MOST_KEYS = 100;
    private static final int MOST_CALLS = 12;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Clock clock;

    public DynamoStoredResponses(DynamoDbClient dynamoDb, String table, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<Response> find(String id) {
        Map<String, AttributeValue> item = Store.call(() -> dynamoDb.getItem(
                        g -> g.tableName(table).key(Map.of("id", s(id))).consistentRead(true)))
                .item();
        return Optional.of(item).filter(this::isThere).map(ResponseItem::read);
    }

    @Override
    public Map<String, Response> find(Collection<String> ids) {
        Map<String, Response> found = new LinkedHashMap<>();
        List<String> distinct = ids.stream().distinct().toList();
        for (int from = 0; from < distinct.size(); from += MOST_KEYS) {
            page(distinct.subList(from, Math.min(distinct.size(), from + MOST_KEYS)), found);
        }
        return found;
    }

    /** Consistently: an index may still show what was erased a moment ago, and nobody should read it again. */
    private void page(List<String> ids, Map<String, Response> found) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        ids.forEach(id -> keys.add(Map.of("id", s(id))));
        Map<String, KeysAndAttributes> ask = Map.of(
                table,
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
        for (int call = 0; !ask.isEmpty(); call++) {
            if (call == MOST_CALLS) {
                throw new Unavailable(new IllegalStateException("The store leaves keys unread"));
            }
            Map<String, KeysAndAttributes> asked = ask;
            BatchGetItemResponse reply = Store.call(() -> dynamoDb.batchGetItem(b -> b.requestItems(asked)));
            reply.responses().getOrDefault(table, List.of()).stream()
                    .filter(this::isThere)
                    .map(ResponseItem::read)
                    .forEach(response -> found.put(response.id(), response));
            ask = reply.unprocessedKeys();
        }
    }

    /** DynamoDB removes what has expired within some days; it is not shown meanwhile. */
    private boolean isThere(Map<String, AttributeValue> item) {
        if (item.isEmpty() || ResponseItem.isErased(item)) {
            return false;
        }
        Long expiresAt = Attributes.optionalNumber(item, "expiresAt");
        return expiresAt == null || expiresAt > clock.instant().getEpochSecond();
    }

    @Override
    public boolean replace(Response changed) {
        return update(changed, ResponseItem.said(changed), changed.updatedAt());
    }

    @Override
    public boolean exclude(Response read, boolean excluded, long at) {
        Map<String, @Nullable AttributeValue> changes = ResponseItem.excluded(read, excluded);
        changes.put("updatedAt", n(at));
        return update(read, changes, at);
    }

    /** Writes over what is stored, if that is still at the response's rev. */
    private boolean update(Response read, Map<String, @Nullable AttributeValue> said, long at) {
        Map<String, @Nullable AttributeValue> changes = new LinkedHashMap<>(said);
        changes.putAll(ResponseItem.update(read.survey(), read.id(), at));
        Expression update = Expression.setting(changes).adding("rev", 1);
        return Store.did(() -> dynamoDb.updateItem(u -> u.tableName(table)
                .key(Map.of("id", s(read.id())))
                .updateExpression(update.text())
                .expressionAttributeNames(update.names(Map.of("#erased", "erased")))
                .expressionAttributeValues(update.values(Map.of(":read", n(read.rev()))))
                .conditionExpression("#rev = :read AND attribute_not_exists(#erased)")));
    }
}
