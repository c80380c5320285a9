package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.s;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.surveys.answering.Choices;
import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What people choose of mail to their address, in the address's item; the public function may write no more of it. */
public final class DynamoChoices implements Choices {
    private static final String READ = "unsubscribedAt, unsubscribedFrom, restDays";
    private static final String NO_CONDITION = "";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoChoices(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Standing of(String address) {
        return StandingItem.read(
                address,
                Store.call(() -> dynamoDb.getItem(g -> g.tableName(table)
                                .key(StandingItem.key(address))
                                .projectionExpression(READ)
                                .consistentRead(true)))
                        .item());
    }

    @Override
    public void stop(String address, long at, @Nullable String reason) {
        update(
                address,
                "SET unsubscribedAt = :at, unsubscribedShard = :shard, unsubscribedKey = :key",
                "attribute_not_exists(unsubscribedAt)",
                Map.of(":at", n(at), ":shard", s("unsubscribed"), ":key", s(ResponseItem.timeKey(at, address))));
        if (reason != null) {
            update(address, "SET unsubscribedReason = :reason", NO_CONDITION, Map.of(":reason", s(reason)));
        }
    }

    @Override
    public void resume(String address) {
        update(
                address,
                "REMOVE unsubscribedAt, unsubscribedShard, unsubscribedKey, unsubscribedReason",
                NO_CONDITION,
                Map.of());
    }

    @Override
    public void stopSurvey(String address, String survey) {
        update(address, "ADD unsubscribedFrom :survey", NO_CONDITION, Map.of(":survey", set(survey)));
    }

    @Override
    public void resumeSurvey(String address, String survey) {
        update(address, "DELETE unsubscribedFrom :survey", NO_CONDITION, Map.of(":survey", set(survey)));
    }

    @Override
    public void rest(String address, @Nullable Integer days) {
        if (days == null) {
            update(address, "REMOVE restDays", NO_CONDITION, Map.of());
        } else {
            update(address, "SET restDays = :days", NO_CONDITION, Map.of(":days", n(days)));
        }
    }

    @Override
    public void responded(String address, long at) {
        update(
                address,
                "SET respondedAt = :at",
                "attribute_not_exists(respondedAt) OR respondedAt < :at",
                Map.of(":at", n(at)));
    }

    private void update(String address, String update, String condition, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> given = new LinkedHashMap<>(values);
        try {
            Store.call(() -> dynamoDb.updateItem(u -> u.tableName(table)
                    .key(StandingItem.key(address))
                    .updateExpression(update)
                    .conditionExpression(condition.isEmpty() ? null : condition)
                    .expressionAttributeValues(given.isEmpty() ? null : given)));
        } catch (ConditionalCheckFailedException e) {
            return; // it is there, or a later one
        }
    }

    private static AttributeValue set(String survey) {
        return AttributeValue.fromSs(List.of(survey));
    }
}
