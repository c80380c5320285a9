package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.s;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.surveys.Unavailable;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import likely.surveys.people.Standing;
import likely.surveys.sending.Claim;
import likely.surveys.sending.Reason;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What is written once a claim's call is over, or a mail that waits is not to go now. */
final class Settlements {
    private static final int MOST_ATTEMPTS = 5;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String people;

    Settlements(DynamoDbClient dynamoDb, String invitations, String people) {
        this.dynamoDb = dynamoDb;
        this.table = invitations;
        this.people = people;
    }

    /** A settled mail is in no index of what is to be done. */
    static Map<String, @Nullable AttributeValue> settled(State state, @Nullable String reason) {
        Map<String, @Nullable AttributeValue> changes = new LinkedHashMap<>();
        changes.put("state", s(InvitationItem.lower(state)));
        changes.put("reason", reason == null ? null : s(reason));
        changes.put("dueShard", null);
        changes.put("dueKey", null);
        changes.put("attention", state == State.UNKNOWN ? s("unknown") : null);
        return changes;
    }

    void sent(Claim claim, String messageId, Instant at) {
        Map<String, @Nullable AttributeValue> changes = settled(State.SENT, null);
        changes.put("sentAt", n(at.getEpochSecond()));
        changes.put("messageId", s(messageId));
        update(
                claim.invitation().id(),
                changes,
                "claim = :token AND #state IN (:sending, :unknown)",
                Map.of(":token", s(claim.token()), ":sending", s("sending"), ":unknown", s("unknown")));
    }

    void unknown(Claim claim, Reason reason) {
        update(
                claim.invitation().id(),
                settled(State.UNKNOWN, reason.text()),
                "claim = :token AND #state = :sending",
                Map.of(":token", s(claim.token()), ":sending", s("sending")));
    }

    void waiting(Invitation waiting, Map<String, ? extends @Nullable AttributeValue> changes) {
        update(
                waiting.id(),
                new LinkedHashMap<>(changes),
                "#state = :scheduled AND dueAt = :read",
                Map.of(":scheduled", s("scheduled"), ":read", n(waiting.dueAt())));
    }

    void expire(String id, Instant at) {
        update(
                id,
                settled(State.UNKNOWN, Reason.LEASE_OVER.text()),
                "#state = :sending AND dueKey < :until",
                Map.of(":sending", s("sending"), ":until", s("%012d$".formatted(at.getEpochSecond()))));
    }

    private void update(
            String id,
            Map<String, @Nullable AttributeValue> changes,
            String condition,
            Map<String, AttributeValue> values) {
        Expression update = Expression.setting(changes);
        try {
            Store.call(() -> dynamoDb.updateItem(u -> u.tableName(table)
                    .key(InvitationItem.key(id))
                    .updateExpression(update.text())
                    .conditionExpression(condition)
                    .expressionAttributeNames(update.names(Map.of("#state", "state")))
                    .expressionAttributeValues(update.values(values))));
        } catch (ConditionalCheckFailedException e) {
            // Somebody settled it meanwhile, and what they wrote holds.
        }
    }

    /** Takes back what a claim wrote, and gives the mail another state; the address only while this mail asked last. */
    void undo(Claim claim, Map<String, ? extends @Nullable AttributeValue> changes) {
        boolean address = claim.invitation().kind() == Kind.SURVEY;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            List<TransactWriteItem> writes = new ArrayList<>();
            writes.add(undone(claim, changes));
            if (!claim.isRoot()) {
                writes.add(fewerMails(table, claim.invitation().asking()));
            }
            if (address) {
                writes.add(restored(claim));
            }
            try {
                Store.call(() -> dynamoDb.transactWriteItems(t -> t.transactItems(writes)));
                return;
            } catch (TransactionCanceledException e) {
                if (failed(e, 0)) {
                    return; // somebody settled it meanwhile
                }
                address = address && !failed(e, writes.size() - 1);
            }
        }
        throw new Unavailable(
                new IllegalStateException("Invitation " + claim.invitation().id() + " is fought over"));
    }

    static boolean failed(TransactionCanceledException e, int place) {
        return "ConditionalCheckFailed"
                .equals(e.cancellationReasons().get(place).code());
    }

    private TransactWriteItem undone(Claim claim, Map<String, ? extends @Nullable AttributeValue> changes) {
        Map<String, @Nullable AttributeValue> all = new LinkedHashMap<>(changes);
        all.put("claim", null);
        all.put("claimedAt", null);
        all.put("askedBefore", null);
        Expression update = Expression.setting(all);
        if (claim.isRoot()) {
            update.adding("mails", -1);
        }
        return TransactWriteItem.builder()
                .update(u -> u.tableName(table)
                        .key(InvitationItem.key(claim.invitation().id()))
                        .updateExpression(update.text())
                        .conditionExpression("#claim = :token AND #state = :sending")
                        .expressionAttributeNames(update.names(Map.of("#state", "state", "#claim", "claim")))
                        .expressionAttributeValues(
                                update.values(Map.of(":token", s(claim.token()), ":sending", s("sending")))))
                .build();
    }

    static TransactWriteItem fewerMails(String table, String asking) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(table)
                        .key(InvitationItem.key(asking))
                        .updateExpression("ADD mails :less")
                        .expressionAttributeValues(Map.of(":less", n(-1))))
                .build();
    }

    private TransactWriteItem restored(Claim claim) {
        Standing was = claim.terms().standing();
        Map<String, @Nullable AttributeValue> changes = new HashMap<>();
        for (Occasion occasion : Occasion.values()) {
            Long at = was.asked().get(occasion);
            changes.put(StandingItem.asked(occasion), at == null ? null : n(at));
        }
        String by = was.askedBy();
        changes.put("askedBy", by == null ? null : s(by));
        return address(people, claim.invitation(), changes);
    }

    /** Changes an address that was last asked by this mail. */
    static TransactWriteItem address(
            String people, Invitation invitation, Map<String, @Nullable AttributeValue> changes) {
        Expression update = Expression.setting(changes);
        return TransactWriteItem.builder()
                .update(u -> u.tableName(people)
                        .key(StandingItem.key(invitation.address()))
                        .updateExpression(update.text())
                        .conditionExpression("#askedBy = :id")
                        .expressionAttributeNames(update.names(Map.of()))
                        .expressionAttributeValues(update.values(Map.of(":id", s(invitation.id())))))
                .build();
    }
}
