package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.optionalText;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import likely.surveys.access.AccessKey;
import likely.surveys.access.AccessKeys;
import likely.surveys.access.Role;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Keys in the table Surveys, each twice: by its hash, to be found, and under its survey, to be listed and revoked. */
public final class DynamoAccessKeys implements AccessKeys {
    private static final String KEY = "key#";
    private static final String KEYS = "keys#";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoAccessKeys(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<AccessKey> find(String hash) {
        return Optional.of(Store.call(() -> dynamoDb.getItem(
                                g -> g.tableName(table).key(key(hash)).consistentRead(true)))
                        .item())
                .filter(item -> !item.isEmpty())
                .map(DynamoAccessKeys::read);
    }

    @Override
    public List<AccessKey> of(String survey) {
        List<AccessKey> keys = new ArrayList<>();
        new Pages(
                        dynamoDb,
                        q -> q.tableName(table)
                                .keyConditionExpression("pk = :keys")
                                .expressionAttributeValues(Map.of(":keys", s(KEYS + survey)))
                                .consistentRead(true))
                .forEachRemaining(item -> keys.add(read(item)));
        return keys;
    }

    @Override
    public void add(AccessKey key) {
        Store.call(() -> dynamoDb.transactWriteItems(t ->
                t.transactItems(put(key, key(key.hash())), put(key, listed(key.survey(), key.id())))));
    }

    @Override
    public boolean remove(String survey, String id) {
        Map<String, AttributeValue> listed = listed(survey, id);
        Map<String, AttributeValue> item = Store.call(() ->
                        dynamoDb.getItem(g -> g.tableName(table).key(listed).consistentRead(true)))
                .item();
        if (item.isEmpty()) {
            return false;
        }
        Store.call(() ->
                dynamoDb.transactWriteItems(t -> t.transactItems(delete(key(text(item, "hash"))), delete(listed))));
        return true;
    }

    private TransactWriteItem put(AccessKey key, Map<String, AttributeValue> at) {
        Map<String, AttributeValue> item = new HashMap<>(at);
        item.put("hash", s(key.hash()));
        item.put("role", s(key.role().name().toLowerCase(Locale.ROOT)));
        item.put("survey", s(key.survey()));
        item.put("createdAt", n(key.createdAt()));
        Optional.ofNullable(key.label()).ifPresent(label -> item.put("label", s(label)));
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk)")
                        .build())
                .build();
    }

    private TransactWriteItem delete(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .delete(Delete.builder().tableName(table).key(key).build())
                .build();
    }

    private static Map<String, AttributeValue> key(String hash) {
        return Map.of("pk", s(KEY + hash), "sk", s("key"));
    }

    private static Map<String, AttributeValue> listed(String survey, String id) {
        return Map.of("pk", s(KEYS + survey), "sk", s(id));
    }

    private static AccessKey read(Map<String, AttributeValue> item) {
        return new AccessKey(
                text(item, "hash"),
                Role.valueOf(text(item, "role").toUpperCase(Locale.ROOT)),
                text(item, "survey"),
                optionalText(item, "label"),
                number(item, "createdAt"));
    }
}
