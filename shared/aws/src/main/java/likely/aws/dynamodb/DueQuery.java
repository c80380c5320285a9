package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import likely.surveys.sending.Due;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads the due index: a query a shard, merged by time. */
final class DueQuery {
    private final DynamoDbClient dynamoDb;
    private final String table;

    DueQuery(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    List<Due> due(Instant at, int most) {
        List<Due> due = new ArrayList<>();
        for (int shard = 0; shard < InvitationItem.DUE_SHARDS; shard++) {
            String name = InvitationItem.dueShard(shard);
            // Everything of that second: a key goes on with #, and $ comes after it.
            String until = "%012d$".formatted(at.getEpochSecond());
            Store.call(() -> dynamoDb.query(q -> q.tableName(table)
                            .indexName("byDue")
                            .keyConditionExpression("dueShard = :shard AND dueKey < :until")
                            .expressionAttributeValues(Map.of(":shard", s(name), ":until", s(until)))
                            .limit(most)))
                    .items()
                    .forEach(item ->
                            due.add(new Due(text(item, "id"), text(item, "dueKey"), InvitationItem.state(item))));
        }
        due.sort(Comparator.comparing(Due::key));
        return due.subList(0, Math.min(most, due.size()));
    }
}
