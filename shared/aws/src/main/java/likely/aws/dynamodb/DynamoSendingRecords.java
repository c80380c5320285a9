package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.optionalNumber;
import static likely.aws.dynamodb.Attributes.optionalText;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import likely.surveys.sending.Guard;
import likely.surveys.sending.Health;
import likely.surveys.sending.Ramp;
import likely.surveys.sending.SendingRecords;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Items of the table Invitations that are no mails: {@code guardian}, {@code ramp}, {@code health#} and a day. */
public final class DynamoSendingRecords implements SendingRecords {
    static final String HEALTH = "health#";
    private static final String GUARDIAN = "guardian";
    private static final String RAMP = "ramp";
    private static final Duration KEPT = Duration.ofDays(62);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final BatchReader reader;

    public DynamoSendingRecords(DynamoDbClient dynamoDb, String invitations) {
        this.dynamoDb = dynamoDb;
        this.table = invitations;
        this.reader = new BatchReader(dynamoDb, invitations);
    }

    @Override
    public Guard guard() {
        Map<String, AttributeValue> item = item(GUARDIAN);
        String cause = optionalText(item, "cause");
        String since = optionalText(item, "since");
        return new Guard(
                cause == null
                        ? null
                        : new Guard.Pause(
                                Guard.Cause.valueOf(cause.toUpperCase(Locale.ROOT)), number(item, "pausedAt")),
                since == null ? null : LocalDate.parse(since),
                health(item));
    }

    @Override
    public void pause(Guard.Pause pause) {
        try {
            Store.call(() -> dynamoDb.updateItem(u -> u.tableName(table)
                    .key(InvitationItem.key(GUARDIAN))
                    .updateExpression("SET cause = :cause, pausedAt = :at")
                    .conditionExpression("attribute_not_exists(cause)")
                    .expressionAttributeValues(
                            Map.of(":cause", s(InvitationItem.lower(pause.cause())), ":at", n(pause.at())))));
        } catch (ConditionalCheckFailedException e) {
            // paused already, for the first cause
        }
    }

    @Override
    public void resume(LocalDate since, Health forgiven) {
        Map<String, AttributeValue> item = new HashMap<>(InvitationItem.key(GUARDIAN));
        item.put("since", s(since.toString()));
        item.put("sent", n(forgiven.sent()));
        item.put("bounces", n(forgiven.bounces()));
        item.put("complaints", n(forgiven.complaints()));
        Store.call(() -> dynamoDb.putItem(p -> p.tableName(table).item(item)));
    }

    @Override
    public Map<LocalDate, Health> days(LocalDate from, LocalDate to) {
        List<Map<String, AttributeValue>> keys = from.datesUntil(to.plusDays(1))
                .map(day -> InvitationItem.key(HEALTH + day))
                .toList();
        Map<LocalDate, Health> days = new TreeMap<>();
        reader.read(keys)
                .forEach(item -> days.put(LocalDate.parse(text(item, "id").substring(HEALTH.length())), health(item)));
        return days;
    }

    @Override
    public void addSent(LocalDate day, long mails) {
        Expression update =
                Expression.setting(Map.of("expiresAt", n(expiry(day)))).adding("sent", mails);
        Store.call(() -> dynamoDb.updateItem(u -> u.tableName(table)
                .key(InvitationItem.key(HEALTH + day))
                .updateExpression(update.text())
                .expressionAttributeNames(update.names(Map.of()))
                .expressionAttributeValues(update.values(Map.of()))));
    }

    /** When a day's counts are of no use any more, in Unix seconds. */
    static long expiry(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).plus(KEPT).toEpochSecond();
    }

    @Override
    public Optional<Ramp> ramp() {
        Map<String, AttributeValue> item = item(RAMP);
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ramp(LocalDate.parse(text(item, "day")), number(item, "cap")));
    }

    @Override
    public void save(Ramp ramp) {
        Map<String, AttributeValue> item = new HashMap<>(InvitationItem.key(RAMP));
        item.put("day", s(ramp.day().toString()));
        item.put("cap", n(ramp.cap()));
        Store.call(() -> dynamoDb.putItem(p -> p.tableName(table).item(item)));
    }

    private Map<String, AttributeValue> item(String id) {
        return Store.call(() -> dynamoDb.getItem(
                        g -> g.tableName(table).key(InvitationItem.key(id)).consistentRead(true)))
                .item();
    }

    private static Health health(Map<String, AttributeValue> item) {
        return new Health(orZero(item, "sent"), orZero(item, "bounces"), orZero(item, "complaints"));
    }

    private static long orZero(Map<String, AttributeValue> item, String name) {
        Long number = optionalNumber(item, name);
        return number == null ? 0 : number;
    }
}
