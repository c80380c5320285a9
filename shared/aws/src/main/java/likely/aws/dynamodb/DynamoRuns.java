package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import likely.aws.dynamodb.BatchReader.Projection;
import likely.surveys.recount.Runs;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Runs in the table Scores: one item a run, with its place if that fits, else with the name of its parts. Parts are
 * written first and under keys of their own, so that nobody reads parts of two saves together. All of it expires.
 */
public final class DynamoRuns implements Runs {
    private static final Duration KEPT = Duration.ofDays(7);

    /** Below the 400 KB that an item may have. */
    private static final int LARGEST_PART = 350_000;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Clock clock;
    private final int largestPart;
    private final BatchReader parts;

    public DynamoRuns(DynamoDbClient dynamoDb, String table, Clock clock) {
        this(dynamoDb, table, clock, LARGEST_PART);
    }

    DynamoRuns(DynamoDbClient dynamoDb, String table, Clock clock, int largestPart) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.clock = clock;
        this.largestPart = largestPart;
        this.parts = new BatchReader(dynamoDb, table, Projection.of(List.of("sk", "state")));
    }

    @Override
    public Optional<Saved> load(String run) {
        Map<String, AttributeValue> item = Store.call(() -> dynamoDb.getItem(
                        g -> g.tableName(table).key(RecountKeys.run(run)).consistentRead(true)))
                .item();
        if (item.isEmpty()) {
            return Optional.empty();
        }
        AttributeValue state = item.get("state");
        byte[] bytes =
                state != null ? state.b().asByteArray() : join(run, text(item, "save"), (int) number(item, "parts"));
        return Optional.of(new Saved(number(item, "step"), bytes));
    }

    private byte[] join(String run, String save, int count) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            keys.add(RecountKeys.part(run, save, part));
        }
        Map<String, SdkBytes> read = new HashMap<>();
        parts.read(keys)
                .forEach(item -> read.put(
                        text(item, "sk"),
                        Optional.ofNullable(item.get("state"))
                                .map(AttributeValue::b)
                                .orElseThrow(() -> new Malformed("state", "is missing"))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Map<String, AttributeValue> key : keys) {
            SdkBytes part = read.get(text(key, "sk"));
            if (part == null) {
                throw new Malformed("state", "has lost a part");
            }
            bytes.writeBytes(part.asByteArray());
        }
        return bytes.toByteArray();
    }

    @Override
    public void save(String run, Saved saved) {
        AttributeValue expiresAt = n(clock.instant().plus(KEPT).getEpochSecond());
        Map<String, AttributeValue> item = new HashMap<>(RecountKeys.run(run));
        item.put("step", n(saved.step()));
        item.put("expiresAt", expiresAt);
        if (saved.state().length <= largestPart) {
            item.put("state", AttributeValue.fromB(SdkBytes.fromByteArray(saved.state())));
        } else {
            String save = UUID.randomUUID().toString();
            item.put("save", s(save));
            item.put("parts", n(split(run, save, saved.state(), expiresAt)));
        }
        put(item, saved.step() == 1 ? null : saved.step() - 1);
    }

    private int split(String run, String save, byte[] state, AttributeValue expiresAt) {
        int part = 0;
        for (int from = 0; from < state.length; from += largestPart) {
            Map<String, AttributeValue> item = new HashMap<>(RecountKeys.part(run, save, part++));
            byte[] some = java.util.Arrays.copyOfRange(state, from, Math.min(state.length, from + largestPart));
            item.put("state", AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(some)));
            item.put("expiresAt", expiresAt);
            Store.call(() -> dynamoDb.putItem(p -> p.tableName(table).item(item)));
        }
        return part;
    }

    private void put(Map<String, AttributeValue> item, @Nullable Long stepBefore) {
        try {
            Store.call(() -> dynamoDb.putItem(p -> {
                p.tableName(table).item(item);
                if (stepBefore == null) {
                    p.conditionExpression("attribute_not_exists(pk)");
                } else {
                    p.conditionExpression("step = :before").expressionAttributeValues(Map.of(":before", n(stepBefore)));
                }
            }));
        } catch (ConditionalCheckFailedException e) {
            throw new Overtaken();
        }
    }
}
