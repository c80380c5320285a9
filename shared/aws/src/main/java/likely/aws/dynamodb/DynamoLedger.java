package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import likely.surveys.ledger.Change;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.ledger.Delta;
import likely.surveys.ledger.Entry;
import likely.surveys.ledger.Ledger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The ledger in DynamoDB: one transaction a commit, each entry under the condition that its version is the one read. */
public final class DynamoLedger implements Ledger {
    private static final int MOST_KNOWN_SEGMENTS = 10_000;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final EntryReader reader;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> knownSegments = ConcurrentHashMap.newKeySet();

    public DynamoLedger(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.reader = new EntryReader(dynamoDb, table);
    }

    @Override
    public Map<String, Entry> read(Collection<String> responses) {
        return reader.read(responses);
    }

    @Override
    public Outcome commit(List<Change> changes, Map<CounterKey, Delta> deltas, int attempt) {
        List<TransactWriteItem> writes = new ArrayList<>();
        changes.forEach(change ->
                writes.add(TransactWriteItem.builder().put(entry(change)).build()));
        // A counter that nobody fights over has one item, which keeps reading it cheap.
        int shard = attempt == 0 ? 0 : random.nextInt(ScoreKeys.COUNTER_SHARDS);
        deltas.forEach((key, delta) -> writes.add(
                TransactWriteItem.builder().update(counter(key, shard, delta)).build()));
        try {
            noteSegments(deltas.keySet());
            return Store.call(() -> write(writes));
        } catch (TransactionCanceledException e) {
            return canceled(e, changes);
        } catch (DynamoDbException e) {
            return new Outcome.Refused(Store.code(e));
        }
    }

    /** A call whose reply was lost is repeated by the SDK under its own token, and may find itself still under way. */
    private Outcome write(List<TransactWriteItem> writes) {
        try {
            dynamoDb.transactWriteItems(t -> t.transactItems(writes));
            return new Outcome.Committed();
        } catch (TransactionInProgressException e) {
            return new Outcome.Conflict();
        }
    }

    /** The reasons are in the order of the writes: entries first. */
    private static Outcome canceled(TransactionCanceledException e, List<Change> changes) {
        Set<String> overtaken = new HashSet<>();
        Optional<String> refused = Optional.empty();
        List<CancellationReason> reasons = e.cancellationReasons();
        for (int i = 0; i < reasons.size(); i++) {
            String code = String.valueOf(reasons.get(i).code());
            switch (code) {
                case "ConditionalCheckFailed" -> overtaken.add(changes.get(i).response());
                case "ValidationError", "ItemCollectionSizeLimitExceeded" -> refused = Optional.of(code);
                default -> {} // nothing, or a conflict or a throttled partition: both pass, and a shard helps with both
            }
        }
        if (!overtaken.isEmpty()) {
            return new Outcome.Overtaken(overtaken);
        }
        return refused.<Outcome>map(Outcome.Refused::new).orElseGet(Outcome.Conflict::new);
    }

    private Put entry(Change change) {
        Put.Builder put = Put.builder().tableName(table).item(EntryItem.write(change.response(), change.to()));
        return change.from().version() == 0
                ? put.conditionExpression("attribute_not_exists(pk)").build()
                : put.conditionExpression("version = :read")
                        .expressionAttributeValues(
                                Map.of(":read", n(change.from().version())))
                        .build();
    }

    private Update counter(CounterKey key, int shard, Delta delta) {
        List<String> adds = new ArrayList<>();
        Map<String, AttributeValue> values = new HashMap<>();
        for (int score = 0; score <= 10; score++) {
            if (delta.bin(score) != 0) {
                adds.add("b" + score + " :b" + score);
                values.put(":b" + score, n(delta.bin(score)));
            }
        }
        adds.add("n :n");
        values.put(":n", n(delta.total()));
        return Update.builder()
                .tableName(table)
                .key(ScoreKeys.counter(key, shard))
                .updateExpression("ADD " + String.join(", ", adds))
                .expressionAttributeValues(values)
                .build();
    }

    /**
     * Before a segment's value is counted, it is noted as one that exists. Outside of the transaction: a value noted
     * and not counted is an empty row, and once noted costs nothing more.
     */
    private void noteSegments(Set<CounterKey> counters) {
        if (knownSegments.size() > MOST_KNOWN_SEGMENTS) {
            knownSegments.clear();
        }
        for (CounterKey counter : counters) {
            String segment = counter.segment();
            if (segment != null && !knownSegments.contains(counter.survey() + "#" + segment)) {
                Map<String, AttributeValue> item = ScoreKeys.value(counter.survey(), segment);
                Store.call(() -> dynamoDb.putItem(p -> p.tableName(table).item(item)));
                knownSegments.add(counter.survey() + "#" + segment);
            }
        }
    }
}
