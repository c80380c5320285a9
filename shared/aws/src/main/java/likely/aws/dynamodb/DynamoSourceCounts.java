package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import likely.surveys.sources.Source;
import likely.surveys.sources.SourceCounts;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Salts and counts in the table Sources, which keeps no backups: a salt that is gone must be gone. */
public final class DynamoSourceCounts implements SourceCounts {
    private static final long DAYS_KEPT = 2;
    private static final long DAYS_LISTED = 90;
    private static final long A_DAY = 86_400;
    private static final long AN_HOUR = 3_600;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Supplier<String> random;

    public DynamoSourceCounts(DynamoDbClient dynamoDb, String table) {
        this(dynamoDb, table, DynamoSourceCounts::random);
    }

    DynamoSourceCounts(DynamoDbClient dynamoDb, String table, Supplier<String> random) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.random = random;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String salt(LocalDate day) {
        Map<String, AttributeValue> key = SourceKeys.salt(day.toString());
        Map<String, AttributeValue> found = Store.call(
                        () -> dynamoDb.getItem(g -> g.tableName(table).key(key).consistentRead(true)))
                .item();
        return found.isEmpty() ? made(key, day) : text(found, "salt");
    }

    /** This one, or what somebody else made meanwhile. */
    private String made(Map<String, AttributeValue> key, LocalDate day) {
        Map<String, AttributeValue> item = new LinkedHashMap<>(key);
        item.put("salt", s(random.get()));
        item.put(
                "expiresAt",
                n(day.plusDays(DAYS_KEPT).atStartOfDay(ZoneOffset.UTC).toEpochSecond()));
        try {
            Store.call(() -> dynamoDb.putItem(p -> p.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk)")
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
            return text(item, "salt");
        } catch (ConditionalCheckFailedException e) {
            return text(e.item(), "salt");
        }
    }

    @Override
    public long add(Source source, long hour, long answers) {
        Map<String, AttributeValue> counted = Store.call(() -> dynamoDb.updateItem(u -> u.tableName(table)
                        .key(SourceKeys.count(source.id(), hour))
                        .updateExpression("SET expiresAt = :expires ADD n :answers")
                        .expressionAttributeValues(
                                Map.of(":expires", n(hour * AN_HOUR + DAYS_KEPT * A_DAY), ":answers", n(answers)))
                        .returnValues(ReturnValue.UPDATED_NEW)))
                .attributes();
        return number(counted, "n");
    }

    @Override
    public void list(Source source, long at) {
        Store.call(() -> dynamoDb.updateItem(u -> u.tableName(table)
                .key(Map.of("pk", s(SourceKeys.places(source.survey())), "sk", s(source.id())))
                .updateExpression("SET expiresAt = if_not_exists(expiresAt, :expires)")
                .expressionAttributeValues(Map.of(":expires", n(at + DAYS_LISTED * A_DAY)))));
    }
}
