package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.surveys.answering.MadeLink;
import likely.surveys.answering.MadeLinks;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Links without a mail, in DynamoDB. */
public final class DynamoMadeLinks implements MadeLinks {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoMadeLinks(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void add(MadeLink link) {
        Store.call(() -> dynamoDb.putItem(p -> p.tableName(table)
                .item(LinkItem.write(link))
                .conditionExpression("attribute_not_exists(id)"))); // of 63 random bits
    }

    @Override
    public Optional<MadeLink> find(String id) {
        return Optional.of(Store.call(() -> dynamoDb.getItem(g ->
                                g.tableName(table).key(InvitationItem.key(id)).consistentRead(true)))
                        .item())
                .filter(LinkItem::isLink)
                .map(LinkItem::read);
    }

    /**
     * Forgets a person's links, as {@link likely.surveys.people.Erasure.Links} says. What else the index names of the
     * person does not have their kind, and is left.
     *
     * @param survey whose links alone, or null for all
     */
    public void forget(String person, @Nullable String survey) {
        Pages keys = new Pages(
                dynamoDb,
                q -> q.tableName(table)
                        .indexName("byPerson")
                        .keyConditionExpression("person = :person")
                        .expressionAttributeValues(Map.of(":person", s(person))));
        List<String> ids = new ArrayList<>();
        keys.forEachRemaining(key -> ids.add(text(key, "id")));
        ids.forEach(id -> forgetOne(id, survey));
    }

    private void forgetOne(String id, @Nullable String survey) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":link", s(LinkItem.KIND));
        values.put(":forgotten", s(LinkItem.FORGOTTEN));
        if (survey != null) {
            values.put(":survey", s(survey));
        }
        try {
            Store.call(() -> dynamoDb.updateItem(u -> u.tableName(table)
                    .key(InvitationItem.key(id))
                    .updateExpression("SET kind = :forgotten REMOVE person, personKey, properties, evidence")
                    .conditionExpression("kind = :link" + (survey == null ? "" : " AND survey = :survey"))
                    .expressionAttributeValues(values)));
        } catch (ConditionalCheckFailedException e) {
            return; // a mail, or of another survey
        }
    }
}
