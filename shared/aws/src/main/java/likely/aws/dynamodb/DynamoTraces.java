package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.optionalNumber;
import static likely.aws.dynamodb.Attributes.optionalText;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import likely.surveys.Unavailable;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import likely.surveys.sending.Reason;
import likely.surveys.sending.Traces;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Mails as their owner sees them, and those that need the owner's word by the index byAttention. */
public final class DynamoTraces implements Traces {
    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
    private static final int MOST_ATTEMPTS = 5;
    private static final Map<String, String> MOMENTS = Map.of(
            "claimed_at", "claimedAt",
            "sent_at", "sentAt",
            "delivered_at", "deliveredAt",
            "delayed_at", "delayedAt",
            "bounced_at", "bouncedAt",
            "soft_bounced_at", "softBouncedAt",
            "complained_at", "complainedAt",
            "opened_at", "openedAt",
            "clicked_at", "clickedAt",
            "answered_at", "answeredAt");

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String people;
    private final BatchReader reader;

    public DynamoTraces(DynamoDbClient dynamoDb, String invitations, String people) {
        this.dynamoDb = dynamoDb;
        this.table = invitations;
        this.people = people;
        this.reader = new BatchReader(dynamoDb, invitations);
    }

    @Override
    public Optional<Trace> find(String id) {
        return ID.matcher(id).matches() ? item(id).map(DynamoTraces::trace) : Optional.empty();
    }

    private Optional<Map<String, AttributeValue>> item(String id) {
        return Optional.of(Store.call(() -> dynamoDb.getItem(g ->
                                g.tableName(table).key(InvitationItem.key(id)).consistentRead(true)))
                        .item())
                .filter(InvitationItem::isInvitation);
    }

    @Override
    public Page unknown(@Nullable String after, int most) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":unknown", s("unknown")));
        if (after != null) {
            values.put(":after", s(after));
        }
        List<Map<String, AttributeValue>> index = Store.call(() -> dynamoDb.query(q -> q.tableName(table)
                        .indexName("byAttention")
                        .keyConditionExpression(
                                "attention = :unknown" + (after == null ? "" : " AND personKey > :after"))
                        .expressionAttributeValues(values)
                        .limit(most)))
                .items();
        Map<String, Trace> found = new HashMap<>();
        reader.read(index.stream()
                        .map(entry -> InvitationItem.key(text(entry, "id")))
                        .toList())
                .forEach(item -> found.put(text(item, "id"), trace(item)));
        List<Trace> traces = index.stream()
                .map(entry -> found.get(text(entry, "id")))
                .filter(trace -> trace != null && trace.invitation().state() == State.UNKNOWN)
                .toList();
        return new Page(traces, index.size() < most ? null : text(index.get(most - 1), "personKey"));
    }

    @Override
    public boolean resolve(Invitation unknown, Resolution resolution, long at) {
        Optional<Map<String, AttributeValue>> item = item(unknown.id());
        if (item.isEmpty()) {
            return false;
        }
        boolean address = resolution == Resolution.NOT_SENT
                && unknown.kind() == Kind.SURVEY
                && item.get().containsKey("askedBefore");
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            List<TransactWriteItem> writes = new ArrayList<>();
            writes.add(mail(unknown, item.get(), resolution, at));
            if (resolution != Resolution.SENT && !unknown.asking().equals(unknown.id())) {
                writes.add(Settlements.fewerMails(table, unknown.asking()));
            }
            if (address) {
                writes.add(restored(unknown, item.get()));
            }
            try {
                Store.call(() -> dynamoDb.transactWriteItems(t -> t.transactItems(writes)));
                return true;
            } catch (TransactionCanceledException e) {
                if (Settlements.failed(e, 0)) {
                    return false;
                }
                address = address && !Settlements.failed(e, writes.size() - 1);
            }
        }
        throw new Unavailable(new IllegalStateException("Invitation " + unknown.id() + " is fought over"));
    }

    private TransactWriteItem mail(
            Invitation unknown, Map<String, AttributeValue> item, Resolution resolution, long at) {
        Map<String, @Nullable AttributeValue> changes = switch (resolution) {
            case SENT -> Settlements.settled(State.SENT, Reason.OWNER.text());
            case NOT_SENT -> Settlements.settled(State.CANCELLED, Reason.OWNER.text());
            case AGAIN -> Settlements.settled(State.SCHEDULED, null);
        };
        if (resolution == Resolution.SENT) {
            Long claimed = optionalNumber(item, "claimedAt");
            changes.put("sentAt", n(claimed == null ? at : claimed));
        } else {
            changes.put("claim", null); // a call that is somehow still under way settles nothing any more
        }
        if (resolution == Resolution.AGAIN) {
            changes.put("dueAt", n(at));
            changes.putAll(InvitationItem.due(unknown.id(), at));
        }
        Expression update = Expression.setting(changes);
        if (resolution != Resolution.SENT && unknown.asking().equals(unknown.id())) {
            update.adding("mails", -1);
        }
        return TransactWriteItem.builder()
                .update(u -> u.tableName(table)
                        .key(InvitationItem.key(unknown.id()))
                        .updateExpression(update.text())
                        .conditionExpression("#state = :unknown")
                        .expressionAttributeNames(update.names(Map.of()))
                        .expressionAttributeValues(update.values(Map.of(":unknown", s("unknown")))))
                .build();
    }

    /** The address as it was before the mail that was not sent, while that mail is what asked last. */
    private TransactWriteItem restored(Invitation unknown, Map<String, AttributeValue> item) {
        Map<String, AttributeValue> before = Optional.ofNullable(item.get("askedBefore"))
                .map(AttributeValue::m)
                .orElse(Map.of());
        Map<String, @Nullable AttributeValue> changes = new HashMap<>();
        for (Occasion occasion : Occasion.values()) {
            changes.put(StandingItem.asked(occasion), before.get(StandingItem.asked(occasion)));
        }
        changes.put("askedBy", before.get("askedBy"));
        return Settlements.address(people, unknown, changes);
    }

    private static Trace trace(Map<String, AttributeValue> item) {
        Map<String, Long> moments = new LinkedHashMap<>();
        MOMENTS.forEach((name, attribute) ->
                Optional.ofNullable(optionalNumber(item, attribute)).ifPresent(at -> moments.put(name, at)));
        AttributeValue evidence = item.get("evidence");
        return new Trace(
                InvitationItem.read(item),
                optionalText(item, "messageId"),
                moments,
                evidence == null || !evidence.hasL()
                        ? List.of()
                        : evidence.l().stream()
                                .map(opening -> Attributes.values(Map.of("opening", opening), "opening"))
                                .toList());
    }
}
