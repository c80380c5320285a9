package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import likely.surveys.Unavailable;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.recount.Bins;
import likely.surveys.recount.RecountStore.CounterRepair;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Adds a difference to a counter in one transaction: under the condition that all its items are as they were read, and
 * with a note of when it was repaired and by which run. The note keeps a run that was interrupted, or another one that
 * looked before, from adding it twice: numbers alone may have come back to what they were.
 */
final class CounterMending {
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration NOTED = Duration.ofDays(30);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Clock clock;

    CounterMending(DynamoDbClient dynamoDb, String table, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.clock = clock;
    }

    boolean repair(CounterRepair repair) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(TransactWriteItem.builder().put(note(repair)).build());
        for (int shard = 0; shard < ScoreKeys.COUNTER_SHARDS; shard++) {
            writes.add(shard(repair, shard));
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                Store.call(() -> dynamoDb.transactWriteItems(t -> t.transactItems(writes)));
                return true;
            } catch (TransactionCanceledException e) {
                CancellationReason noted = e.cancellationReasons().get(0);
                if ("ConditionalCheckFailed".equals(noted.code())) {
                    return repair.run().equals(text(noted.item(), "run"))
                            && number(noted.item(), "at") >= repair.lookedAt();
                }
                if (!isConflict(e)) {
                    return false;
                }
            }
        }
        return false;
    }

    /** Whether it is worth another try at once; a counter that is not as it was read is left for the next run. */
    private static boolean isConflict(TransactionCanceledException e) {
        boolean conflict = false;
        for (CancellationReason reason : e.cancellationReasons()) {
            String code = String.valueOf(reason.code());
            switch (code) {
                case "None", "ConditionalCheckFailed" -> {}
                case "TransactionConflict" -> conflict = true;
                default -> throw new Unavailable(e);
            }
        }
        return conflict;
    }

    private Put note(CounterRepair repair) {
        long now = clock.millis();
        Map<String, AttributeValue> item = new HashMap<>(RecountKeys.repaired(repair.counter()));
        item.put("run", s(repair.run()));
        item.put("at", n(now));
        item.put("expiresAt", n(now / 1000 + NOTED.toSeconds()));
        return Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(pk) OR #at < :looked")
                .expressionAttributeNames(Map.of("#at", "at"))
                .expressionAttributeValues(Map.of(":looked", n(repair.lookedAt())))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    /** The first shard takes the difference; the others have to be as they were. */
    private TransactWriteItem shard(CounterRepair repair, int shard) {
        CounterKey counter = repair.counter();
        CounterItem.AsRead asRead = CounterItem.AsRead.of(repair.asRead().getOrDefault(shard, new Bins()));
        Map<String, AttributeValue> values = new HashMap<>(asRead.values());
        if (shard > 0) {
            return TransactWriteItem.builder()
                    .conditionCheck(ConditionCheck.builder()
                            .tableName(table)
                            .key(ScoreKeys.counter(counter, shard))
                            .conditionExpression(asRead.condition())
                            .expressionAttributeValues(values)
                            .build())
                    .build();
        }
        String adding = CounterItem.adding(repair.difference(), values);
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(ScoreKeys.counter(counter, shard))
                        .updateExpression(adding)
                        .conditionExpression(asRead.condition())
                        .expressionAttributeValues(values)
                        .build())
                .build();
    }
}
