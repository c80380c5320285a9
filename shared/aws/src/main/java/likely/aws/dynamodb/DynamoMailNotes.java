package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.surveys.Unavailable;
import likely.surveys.invitations.State;
import likely.surveys.ledger.Tallying;
import likely.surveys.people.Standing;
import likely.surveys.sending.MailNotes;
import likely.surveys.sending.Reason;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Notes in DynamoDB: moments on the mail, standing on the address, counts on the day. */
public final class DynamoMailNotes implements MailNotes {
    private static final int MOST_ATTEMPTS = 6;

    private final DynamoDbClient dynamoDb;
    private final String invitations;
    private final String people;
    private final Tallying.Pause pause;

    /**
     * Notes in these tables.
     *
     * @param pause between two attempts that met another transaction
     */
    public DynamoMailNotes(DynamoDbClient dynamoDb, String invitations, String people, Tallying.Pause pause) {
        this.dynamoDb = dynamoDb;
        this.invitations = invitations;
        this.people = people;
        this.pause = pause;
    }

    @Override
    public Optional<Mail> find(String invitation) {
        return Optional.of(Store.call(() -> dynamoDb.getItem(g -> g.tableName(invitations)
                                .key(InvitationItem.key(invitation))
                                .consistentRead(true)))
                        .item())
                .filter(InvitationItem::isInvitation)
                .map(item -> new Mail(
                        InvitationItem.state(item), text(item, "address"), item.containsKey(at(Moment.DELIVERED))));
    }

    @Override
    public void sent(String invitation, String messageId, long at) {
        Map<String, @Nullable AttributeValue> changes = Settlements.settled(State.SENT, null);
        changes.put("sentAt", n(at));
        changes.put("messageId", s(messageId));
        update(
                invitations,
                InvitationItem.key(invitation),
                changes,
                "#state IN (:sending, :unknown)",
                Map.of(":sending", s("sending"), ":unknown", s("unknown")),
                Map.of("#state", "state"));
    }

    @Override
    public void rejected(String invitation) {
        update(
                invitations,
                InvitationItem.key(invitation),
                Settlements.settled(State.REFUSED, Reason.REJECTED_BY_SES.text()),
                "#state = :sent",
                Map.of(":sent", s("sent")),
                Map.of("#state", "state"));
    }

    @Override
    public void first(String invitation, Moment moment, long at) {
        update(
                invitations,
                InvitationItem.key(invitation),
                Map.of(at(moment), n(at)),
                "attribute_exists(id) AND attribute_not_exists(" + at(moment) + ")",
                Map.of(),
                Map.of());
    }

    @Override
    public void suppress(String invitation, String address, Moment moment, long at, boolean counted) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(once(invitation, moment, at));
        writes.add(suppression(address, moment, at));
        if (counted) {
            writes.add(count(moment, at));
        }
        all(writes);
    }

    @Override
    public void suppress(String address, Moment moment, long at) {
        all(List.of(suppression(address, moment, at)));
    }

    @Override
    public void softBounce(String invitation, String address, long at) {
        Expression update = Expression.setting(Map.of("softBouncedAt", n(at))).adding("softBounces", 1);
        all(List.of(
                once(invitation, Moment.SOFT_BOUNCED, at),
                write(
                        people,
                        StandingItem.key(address),
                        update.text(),
                        null,
                        update.names(Map.of()),
                        update.values(Map.of()))));
    }

    @Override
    public void forgetSoftBounces(String address, long at) {
        if (standing(address).softBounces() == 0) {
            return; // as nearly always: a read costs a tenth of a write that fails
        }
        Map<String, @Nullable AttributeValue> changes = new HashMap<>();
        changes.put("softBounces", null);
        changes.put("softBouncedAt", null);
        update(people, StandingItem.key(address), changes, "softBouncedAt <= :at", Map.of(":at", n(at)), Map.of());
    }

    @Override
    public Standing standing(String address) {
        return StandingItem.read(
                address,
                Store.call(() -> dynamoDb.getItem(g -> g.tableName(people)
                                .key(StandingItem.key(address))
                                .consistentRead(true)))
                        .item());
    }

    private TransactWriteItem once(String invitation, Moment moment, long at) {
        Expression update = Expression.setting(Map.of(at(moment), n(at)));
        return write(
                invitations,
                InvitationItem.key(invitation),
                update.text(),
                "attribute_not_exists(" + at(moment) + ")",
                update.names(Map.of()),
                update.values(Map.of()));
    }

    /** The first moment holds, and with it the address's place in the list. */
    private TransactWriteItem suppression(String address, Moment moment, long at) {
        Map<String, AttributeValue> values = new LinkedHashMap<>(Map.of(":at", n(at)));
        String update = "SET " + at(moment) + " = if_not_exists(" + at(moment) + ", :at)";
        if (moment == Moment.BOUNCED) {
            update += ", bouncedShard = :shard, bouncedKey = if_not_exists(bouncedKey, :key)";
            values.put(":shard", s("bounced"));
            values.put(":key", s(ResponseItem.timeKey(at, address)));
        }
        return write(people, StandingItem.key(address), update, null, null, values);
    }

    private TransactWriteItem count(Moment moment, long at) {
        LocalDate day = Instant.ofEpochSecond(at).atZone(ZoneOffset.UTC).toLocalDate();
        Expression update = Expression.setting(Map.of("expiresAt", n(DynamoSendingRecords.expiry(day))))
                .adding(moment == Moment.BOUNCED ? "bounces" : "complaints", 1);
        return write(
                invitations,
                InvitationItem.key(DynamoSendingRecords.HEALTH + day),
                update.text(),
                null,
                update.names(Map.of()),
                update.values(Map.of()));
    }

    private static TransactWriteItem write(
            String table,
            Map<String, AttributeValue> key,
            String update,
            @Nullable String condition,
            @Nullable Map<String, String> names,
            Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(table)
                        .key(key)
                        .updateExpression(update)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values))
                .build();
    }

    private void all(List<TransactWriteItem> writes) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            try {
                Store.call(() -> dynamoDb.transactWriteItems(t -> t.transactItems(writes)));
                return;
            } catch (TransactionCanceledException e) {
                boolean noted = e.cancellationReasons().stream()
                        .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()));
                if (noted) {
                    return; // it was noted before
                }
            }
            pause.before(attempt);
        }
        throw new Unavailable(new IllegalStateException("Other transactions are in the way"));
    }

    private void update(
            String table,
            Map<String, AttributeValue> key,
            Map<String, ? extends @Nullable AttributeValue> changes,
            String condition,
            Map<String, AttributeValue> values,
            Map<String, String> names) {
        Expression update = Expression.setting(new LinkedHashMap<>(changes));
        Map<String, AttributeValue> all = update.values(values);
        try {
            Store.call(() -> dynamoDb.updateItem(u -> u.tableName(table)
                    .key(key)
                    .updateExpression(update.text())
                    .conditionExpression(condition)
                    .expressionAttributeNames(update.names(names))
                    .expressionAttributeValues(all.isEmpty() ? null : all)));
        } catch (ConditionalCheckFailedException e) {
            // It was noted before, or what it is about is over.
        }
    }

    /** {@code deliveredAt}, {@code softBouncedAt} and so on. */
    private static String at(Moment moment) {
        return switch (moment) {
            case DELIVERED -> "deliveredAt";
            case BOUNCED -> "bouncedAt";
            case COMPLAINED -> "complainedAt";
            case SOFT_BOUNCED -> "softBouncedAt";
            case DELAYED -> "delayedAt";
            case OPENED -> "openedAt";
            case CLICKED -> "clickedAt";
        };
    }
}
