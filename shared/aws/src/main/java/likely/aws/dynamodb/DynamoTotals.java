package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.optionalNumber;

import java.util.Map;
import java.util.function.ToLongFunction;
import likely.surveys.ledger.Contribution.CounterKey;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How many answers of a survey with a limit are counted, all days together. */
public final class DynamoTotals implements ToLongFunction<String> {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoTotals(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public long applyAsLong(String survey) {
        long total = 0;
        for (int shard = 0; shard < ScoreKeys.COUNTER_SHARDS; shard++) {
            Map<String, AttributeValue> key = ScoreKeys.counter(new CounterKey(survey, null, null), shard);
            @Nullable
            Long n = optionalNumber(
                    Store.call(() -> dynamoDb.getItem(
                                    g -> g.tableName(table).key(key).projectionExpression("n")))
                            .item(),
                    "n");
            total += n == null ? 0 : n;
        }
        return total;
    }
}
