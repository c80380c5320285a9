package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.optionalText;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import likely.aws.dynamodb.BatchReader.Projection;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.State;
import likely.surveys.invitations.Upcoming;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What waits for people: one query each, and then one reading of all that those named. */
public final class DynamoUpcoming implements Upcoming {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final BatchReader reader;

    public DynamoUpcoming(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.reader =
                new BatchReader(dynamoDb, table, Projection.of(List.of("person", "survey", "kind", "state", "dueAt")));
    }

    @Override
    public Map<String, Long> next(Collection<String> people, @Nullable String survey) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        people.forEach(person -> newest(person).forEach(item -> keys.add(InvitationItem.key(text(item, "id")))));
        Map<String, Long> next = new HashMap<>();
        reader.read(keys).stream().filter(item -> waits(item, survey)).forEach(item -> {
            next.merge(text(item, "person"), number(item, "dueAt"), Math::min);
        });
        return next;
    }

    private List<Map<String, AttributeValue>> newest(String person) {
        return Store.call(() -> dynamoDb.query(q -> q.tableName(table)
                        .indexName("byPerson")
                        .keyConditionExpression("person = :person")
                        .expressionAttributeValues(Map.of(":person", s(person)))
                        .scanIndexForward(false)
                        .limit(MOST_LOOKED_AT)))
                .items();
    }

    private static boolean waits(Map<String, AttributeValue> item, @Nullable String survey) {
        return item.containsKey("person")
                && InvitationItem.lower(Kind.SURVEY).equals(optionalText(item, "kind"))
                && InvitationItem.lower(State.SCHEDULED).equals(optionalText(item, "state"))
                && (survey == null || survey.equals(optionalText(item, "survey")));
    }
}
