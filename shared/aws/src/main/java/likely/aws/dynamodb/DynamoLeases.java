package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.optionalText;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import likely.surveys.sending.Lease;
import likely.surveys.sending.Lease.Leases;
import likely.surveys.sending.Mailer.Quota;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The dispatcher's lease: one item of the table Invitations, its moments in milliseconds. */
public final class DynamoLeases implements Leases {
    private static final String ID = "lease#send-due";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoLeases(DynamoDbClient dynamoDb, String invitations) {
        this.dynamoDb = dynamoDb;
        this.table = invitations;
    }

    @Override
    public Optional<Lease> read() {
        return Optional.of(Store.call(() -> dynamoDb.getItem(g ->
                                g.tableName(table).key(InvitationItem.key(ID)).consistentRead(true)))
                        .item())
                .filter(item -> !item.isEmpty())
                .map(DynamoLeases::read);
    }

    @Override
    public boolean take(Lease mine, @Nullable Lease was) {
        return was == null
                ? put(mine, "attribute_not_exists(id)", Map.of())
                : put(
                        mine,
                        "#owner = :was AND #until = :until",
                        Map.of(":was", s(was.owner()), ":until", n(was.until().toEpochMilli())));
    }

    @Override
    public boolean renew(Lease mine) {
        return put(mine, "#owner = :was", Map.of(":was", s(mine.owner())));
    }

    private boolean put(Lease lease, String condition, Map<String, AttributeValue> values) {
        Map<String, String> names = new HashMap<>();
        if (condition.contains("#owner")) {
            names.put("#owner", "owner");
        }
        if (condition.contains("#until")) {
            names.put("#until", "until");
        }
        return Store.did(() -> dynamoDb.putItem(p -> p.tableName(table)
                .item(write(lease))
                .conditionExpression(condition)
                .expressionAttributeNames(names.isEmpty() ? null : names)
                .expressionAttributeValues(values.isEmpty() ? null : values)));
    }

    private static Map<String, AttributeValue> write(Lease lease) {
        Map<String, AttributeValue> item = new HashMap<>(InvitationItem.key(ID));
        item.put("owner", s(lease.owner()));
        item.put("until", n(lease.until().toEpochMilli()));
        item.put("stopsAt", n(lease.stopsAt().toEpochMilli()));
        item.put("nextTurn", n(lease.nextTurn().toEpochMilli() + 1)); // rounded up
        Quota quota = lease.quota();
        if (quota != null) {
            item.put("in24Hours", s(Double.toString(quota.in24Hours())));
            item.put("perSecond", s(Double.toString(quota.perSecond())));
            item.put("sent", s(Double.toString(quota.sent())));
        }
        return item;
    }

    private static Lease read(Map<String, AttributeValue> item) {
        return new Lease(
                text(item, "owner"),
                Instant.ofEpochMilli(number(item, "until")),
                Instant.ofEpochMilli(number(item, "stopsAt")),
                Instant.ofEpochMilli(number(item, "nextTurn")),
                optionalText(item, "sent") == null
                        ? null
                        : new Quota(
                                Double.parseDouble(text(item, "in24Hours")),
                                Double.parseDouble(text(item, "perSecond")),
                                Double.parseDouble(text(item, "sent"))));
    }
}
