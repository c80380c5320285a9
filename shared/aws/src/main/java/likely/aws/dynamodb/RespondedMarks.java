package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Notes when a survey was answered, in the one attribute that has all surveys of an address. */
final class RespondedMarks {
    /** Two answers of one person to two surveys at once may both find the attribute missing; a third one has it. */
    private static final int MOST_ATTEMPTS = 3;

    private final DynamoDbClient dynamoDb;
    private final String table;

    RespondedMarks(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /**
     * Notes an answer, unless a later one of that survey is noted.
     *
     * @param more clauses of the same update, each with a comma before it
     * @param values of those clauses; not under {@code :at} or {@code :responded}
     */
    void note(String address, String survey, long at, String more, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> member = new LinkedHashMap<>(values);
        member.put(":at", n(at));
        Map<String, AttributeValue> whole = new LinkedHashMap<>(values);
        whole.put(":responded", AttributeValue.fromM(Map.of(survey, n(at))));
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            // A member of a map can be set only once there is the map.
            boolean done = update(
                            address,
                            "SET responded.#survey = :at" + more,
                            "attribute_exists(responded)"
                                    + " AND (attribute_not_exists(responded.#survey) OR responded.#survey <= :at)",
                            Map.of("#survey", survey),
                            member)
                    || update(
                            address,
                            "SET responded = :responded" + more,
                            "attribute_not_exists(responded)",
                            null,
                            whole);
            if (done) {
                return;
            }
        }
    }

    private boolean update(
            String address,
            String update,
            String condition,
            @Nullable Map<String, String> names,
            Map<String, AttributeValue> values) {
        return Store.did(() -> dynamoDb.updateItem(u -> u.tableName(table)
                .key(StandingItem.key(address))
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)));
    }
}
