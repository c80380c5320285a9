package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.is;
import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.textMap;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import likely.surveys.planning.Places;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A planner's places in the table Invitations, under ids that no mail has. A day's expires; a revision's stays. */
public final class DynamoPlaces implements Places {
    private static final Map<String, AttributeValue> LEASE = Map.of("id", s("lease#plan-surveys"));

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoPlaces(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    private static Map<String, AttributeValue> key(String campaign, String task) {
        return Map.of("id", s("wave#" + campaign + "#" + task));
    }

    @Override
    public Optional<Place> find(String campaign, String task) {
        Map<String, AttributeValue> item = Store.call(() -> dynamoDb.getItem(
                        g -> g.tableName(table).key(key(campaign, task)).consistentRead(true)))
                .item();
        if (item.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, String> tokens = new HashMap<>();
        textMap(item, "tokens").forEach((shard, token) -> tokens.put(Integer.valueOf(shard), token));
        AttributeValue expires = item.get("expiresAt");
        return Optional.of(new Place(
                campaign,
                task,
                number(item, "version"),
                tokens,
                number(item, "passedAt"),
                is(item, "closed"),
                expires == null ? Place.NEVER : number(item, "expiresAt")));
    }

    @Override
    public void save(Place place) {
        Map<String, AttributeValue> item = new LinkedHashMap<>(key(place.campaign(), place.task()));
        Map<String, String> tokens = new LinkedHashMap<>();
        place.tokens().forEach((shard, token) -> tokens.put(Integer.toString(shard), token));
        item.put("version", n(place.version()));
        item.put("tokens", Attributes.textMap(tokens));
        item.put("passedAt", n(place.passedAt()));
        item.put("closed", AttributeValue.fromBool(place.closed()));
        if (place.expiresAt() != Place.NEVER) {
            item.put("expiresAt", n(place.expiresAt()));
        }
        Store.call(() -> dynamoDb.putItem(p -> p.tableName(table).item(item)));
    }

    @Override
    public boolean lease(String holder, long now, long until) {
        return Store.did(() -> dynamoDb.updateItem(u -> u.tableName(table)
                .key(LEASE)
                .updateExpression("SET #holder = :holder, #until = :until")
                .conditionExpression("attribute_not_exists(id) OR #holder = :holder OR #until <= :now")
                .expressionAttributeNames(Map.of("#holder", "holder", "#until", "until"))
                .expressionAttributeValues(Map.of(":holder", s(holder), ":until", n(until), ":now", n(now)))));
    }

    /** By letting it end: an item that stays needs no right to delete. */
    @Override
    public void release(String holder) {
        Store.did(() -> dynamoDb.updateItem(u -> u.tableName(table)
                .key(LEASE)
                .updateExpression("SET #until = :ended")
                .conditionExpression("#holder = :holder")
                .expressionAttributeNames(Map.of("#holder", "holder", "#until", "until"))
                .expressionAttributeValues(Map.of(":holder", s(holder), ":ended", n(0)))));
    }
}
