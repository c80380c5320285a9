package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.Surveys;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Surveys in DynamoDB: the settings of all of them in one partition, apart from whatever is secret. */
public final class DynamoSurveys implements Surveys {
    private static final String SETTINGS = "settings";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoSurveys(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Survey> find(String id) {
        if (!SurveyDocument.ID.matcher(id).matches()) {
            return Optional.empty();
        }
        // Consistently: what was made or changed in one call is there for the next.
        // The public function's policy names these attributes and no other.
        return Optional.of(Store.call(() -> dynamoDb.getItem(g -> g.tableName(table)
                                .key(key(id))
                                .projectionExpression("document")
                                .consistentRead(true)))
                        .item())
                .filter(item -> !item.isEmpty())
                .map(item -> read(id, item));
    }

    @Override
    public List<Survey> all() {
        List<Survey> surveys = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            Map<String, AttributeValue> start = from;
            var page = Store.call(() -> dynamoDb.query(q -> q.tableName(table)
                    .keyConditionExpression("pk = :settings")
                    .expressionAttributeValues(Map.of(":settings", s(SETTINGS)))
                    .select(Select.ALL_ATTRIBUTES)
                    .consistentRead(true)
                    .exclusiveStartKey(start.isEmpty() ? null : start)));
            page.items().forEach(item -> surveys.add(read(text(item, "sk"), item)));
            from = page.lastEvaluatedKey();
        } while (!from.isEmpty());
        return surveys;
    }

    @Override
    public void add(Survey survey) {
        try {
            Store.call(() -> dynamoDb.putItem(
                    p -> p.tableName(table).item(item(survey)).conditionExpression("attribute_not_exists(pk)")));
        } catch (ConditionalCheckFailedException e) {
            throw new Taken();
        }
    }

    @Override
    public void replace(Survey survey) {
        try {
            Store.call(() -> dynamoDb.putItem(p -> p.tableName(table)
                    .item(item(survey))
                    .conditionExpression("version = :read")
                    .expressionAttributeValues(Map.of(":read", n(survey.version() - 1)))));
        } catch (ConditionalCheckFailedException e) {
            throw new Changed();
        }
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("pk", s(SETTINGS), "sk", s(id));
    }

    private static Map<String, AttributeValue> item(Survey survey) {
        return Map.of(
                "pk",
                s(SETTINGS),
                "sk",
                s(survey.id()),
                "document",
                s(Json.write(SurveyDocument.write(survey))),
                "version",
                n(survey.version()));
    }

    private static Survey read(String id, Map<String, AttributeValue> item) {
        try {
            return SurveyDocument.stored(Json.object(text(item, "document")));
        } catch (Invalid | Malformed | DateTimeException e) { // the last is a zone that the JDK no longer knows
            throw new Unreadable(id, e);
        }
    }
}
