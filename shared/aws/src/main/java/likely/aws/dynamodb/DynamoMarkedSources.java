package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import likely.surveys.sources.MarkedSources;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** A survey's places in the table Sources, and their answers in an index of Responses that has no others. */
public final class DynamoMarkedSources implements MarkedSources {
    private final DynamoDbClient dynamoDb;
    private final String sources;
    private final String responses;

    public DynamoMarkedSources(DynamoDbClient dynamoDb, String sources, String responses) {
        this.dynamoDb = dynamoDb;
        this.sources = sources;
        this.responses = responses;
    }

    @Override
    public Page page(String survey, @Nullable String after, int most) {
        AttributeValue partition = s(SourceKeys.places(survey));
        QueryResponse found = Store.call(() -> dynamoDb.query(q -> q.tableName(sources)
                .keyConditionExpression("pk = :places")
                .expressionAttributeValues(Map.of(":places", partition))
                .scanIndexForward(false)
                .limit(most)
                .exclusiveStartKey(after == null ? null : Map.of("pk", partition, "sk", s(after)))));
        List<String> ids = found.items().stream().map(item -> text(item, "sk")).toList();
        return new Page(ids, found.lastEvaluatedKey().isEmpty() ? null : text(found.lastEvaluatedKey(), "sk"));
    }

    @Override
    public Iterator<Marked> answers(String source) {
        return new Pages(
                        dynamoDb,
                        q -> q.tableName(responses)
                                .indexName("bySource")
                                .keyConditionExpression("#source = :source")
                                .expressionAttributeNames(Map.of("#source", "source"))
                                .expressionAttributeValues(Map.of(":source", s(source))))
                .map(DynamoMarkedSources::marked);
    }

    private static Marked marked(Map<String, AttributeValue> item) {
        return new Marked(
                text(item, "id"),
                text(item, "survey"),
                ResponseItem.moment(text(item, "timeKey")),
                ResponseItem.isExcluded(item));
    }
}
