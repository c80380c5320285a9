package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.surveys.answers.Range;
import likely.surveys.invitations.Occasion;
import likely.surveys.people.Standing;
import likely.surveys.people.Standings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What is known of addresses, in DynamoDB: each attribute is written alone, under a condition on itself. */
public final class DynamoStandings implements Standings {
    private static final int A_PAGE = 100;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final BatchReader reader;
    private final RespondedMarks responded;

    public DynamoStandings(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.reader = new BatchReader(dynamoDb, table);
        this.responded = new RespondedMarks(dynamoDb, table);
    }

    @Override
    public Map<String, Standing> of(Collection<String> addresses) {
        Map<String, Standing> found = new LinkedHashMap<>();
        reader.read(addresses.stream().distinct().map(StandingItem::key).toList())
                .forEach(item -> {
                    String address = StandingItem.address(item);
                    found.put(address, StandingItem.read(address, item));
                });
        return found;
    }

    @Override
    public Iterator<Mark> unsubscribed(Range at) {
        return marks("byUnsubscription", "unsubscribed", at);
    }

    @Override
    public Iterator<Mark> bounced(Range at) {
        return marks("byBounce", "bounced", at);
    }

    /** Those of addresses that nobody has any more are passed over by the store. */
    private Iterator<Mark> marks(String index, String what, Range at) {
        KeyRange keys = KeyRange.of(at, null);
        if (keys.isEmpty()) {
            return Collections.emptyIterator();
        }
        return new Pages(
                        dynamoDb,
                        q -> q.tableName(table)
                                .indexName(index)
                                .keyConditionExpression(
                                        what + "Shard = :shard AND " + what + "Key BETWEEN :low AND :high")
                                .filterExpression("attribute_exists(person)")
                                .expressionAttributeValues(
                                        Map.of(":shard", s(what), ":low", s(keys.low()), ":high", s(keys.high())))
                                .limit(A_PAGE))
                .map(item -> new Mark(text(item, "person"), number(item, what + "At")));
    }

    @Override
    public void unsubscribe(String address, long at) {
        Map<String, AttributeValue> values =
                Map.of(":at", n(at), ":shard", s("unsubscribed"), ":key", s(ResponseItem.timeKey(at, address)));
        unlessLater(
                address,
                "SET unsubscribedAt = :at, unsubscribedShard = :shard, unsubscribedKey = :key",
                "attribute_not_exists(unsubscribedAt)",
                values);
    }

    @Override
    public void askedElsewhere(String address, long at) {
        for (Occasion occasion : Occasion.values()) {
            newest(address, StandingItem.asked(occasion), at);
        }
    }

    @Override
    public void responded(String address, long at) {
        newest(address, "respondedAt", at);
    }

    @Override
    public void carry(String from, String to) {
        Standing known = of(List.of(from)).getOrDefault(from, Standing.unknown(from));
        known.asked().forEach((occasion, at) -> newest(to, StandingItem.asked(occasion), at));
        known.dismissed().forEach((occasion, at) -> newest(to, StandingItem.dismissed(occasion), at));
        known.responded().forEach((survey, at) -> responded.note(to, survey, at, "", Map.of()));
        Optional.ofNullable(known.unsubscribedAt()).ifPresent(at -> unsubscribe(to, at));
        Optional.ofNullable(known.restDays()).ifPresent(days -> newest(to, "restDays", days));
        if (!known.unsubscribedFrom().isEmpty()) {
            AttributeValue surveys = AttributeValue.fromSs(
                    known.unsubscribedFrom().stream().sorted().toList());
            Store.call(() -> dynamoDb.updateItem(u -> u.tableName(table)
                    .key(StandingItem.key(to))
                    .updateExpression("ADD unsubscribedFrom :surveys")
                    .expressionAttributeValues(Map.of(":surveys", surveys))));
        }
    }

    private void newest(String address, String name, long at) {
        unlessLater(
                address,
                "SET " + name + " = :at",
                "attribute_not_exists(" + name + ") OR " + name + " < :at",
                Map.of(":at", n(at)));
    }

    private void unlessLater(String address, String update, String condition, Map<String, AttributeValue> values) {
        try {
            Store.call(() -> dynamoDb.updateItem(u -> u.tableName(table)
                    .key(StandingItem.key(address))
                    .updateExpression(update)
                    .conditionExpression(condition)
                    .expressionAttributeValues(values)));
        } catch (ConditionalCheckFailedException e) {
            return; // it is there, or one that is later
        }
    }
}
