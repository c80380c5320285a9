package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import likely.surveys.Unavailable;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitations;
import likely.surveys.invitations.State;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Planned mails in DynamoDB: each written once, under the condition that it is not there. */
public final class DynamoInvitations implements Invitations {
    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
    private static final int BATCH = 100;
    /** A mail changes hands a few times: whoever is overtaken so often looks at a store that misbehaves. */
    private static final int MOST_ATTEMPTS = 5;

    /** What says whose a mail is and what it is about. */
    private static final Set<String> PERSONAL = Set.of("person", "properties", "response", "band");
    /** All that stays of an erased person's mail that is no longer on its way, whatever other writers put there. */
    private static final Set<String> LASTING = Set.of(
            "id",
            "survey",
            "campaign",
            "kind",
            "occasion",
            "number",
            "personKey",
            "address",
            "asking",
            "mails",
            "dueAt",
            "createdAt",
            "sentAt",
            "messageId",
            "attention",
            "expiresAt");

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final BatchReader reader;

    public DynamoInvitations(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.reader = new BatchReader(dynamoDb, table);
    }

    @Override
    public boolean add(Invitation invitation) {
        return Store.did(() -> dynamoDb.putItem(p -> p.tableName(table)
                .item(InvitationItem.write(invitation))
                .conditionExpression("attribute_not_exists(id)")));
    }

    @Override
    public Optional<Invitation> find(String id) {
        return ID.matcher(id).matches() ? item(id).map(InvitationItem::read) : Optional.empty();
    }

    @Override
    public Iterator<Invitation> ofPerson(String person) {
        Pages keys = new Pages(
                dynamoDb,
                q -> q.tableName(table)
                        .indexName("byPerson")
                        .keyConditionExpression("person = :person")
                        .expressionAttributeValues(Map.of(":person", s(person)))
                        .limit(BATCH));
        return new Iterator<>() {
            private Iterator<Invitation> batch = List.<Invitation>of().iterator();

            @Override
            public boolean hasNext() {
                while (!batch.hasNext() && keys.hasNext()) {
                    batch = read(keys).iterator();
                }
                return batch.hasNext();
            }

            @Override
            public Invitation next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return batch.next();
            }
        };
    }

    /** The next ones that the index names, as they are now and in its order. */
    private List<Invitation> read(Pages index) {
        List<String> ids = new ArrayList<>();
        while (ids.size() < BATCH && index.hasNext()) {
            ids.add(text(index.next(), "id"));
        }
        Map<String, Invitation> found = new LinkedHashMap<>();
        reader.read(ids.stream().map(InvitationItem::key).toList()).stream()
                .filter(InvitationItem::isInvitation)
                .map(InvitationItem::read)
                .forEach(invitation -> found.put(invitation.id(), invitation));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    @Override
    public boolean cancel(String id, String reason) {
        return did(id, State.SCHEDULED, settled(State.CANCELLED, reason));
    }

    @Override
    public void forget(String id) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Map<String, AttributeValue>> found = item(id);
            if (found.isEmpty() || forgotten(id, found.get())) {
                return;
            }
        }
        throw new Unavailable(new IllegalStateException("Invitation " + id + " keeps changing"));
    }

    private boolean forgotten(String id, Map<String, AttributeValue> item) {
        State state = InvitationItem.state(item);
        Map<String, @Nullable AttributeValue> changes = new LinkedHashMap<>();
        item.keySet().stream()
                .filter(name -> state == State.SENDING ? PERSONAL.contains(name) : !LASTING.contains(name))
                .filter(name -> !Set.of("state", "reason").contains(name))
                .forEach(name -> changes.put(name, null));
        if (state == State.SCHEDULED) {
            changes.putAll(settled(State.CANCELLED, "erased"));
        }
        changes.put("wave", s("")); // which may name an order
        return did(id, state, changes);
    }

    private static Map<String, @Nullable AttributeValue> settled(State state, String reason) {
        Map<String, @Nullable AttributeValue> changes = new LinkedHashMap<>();
        changes.put("state", s(InvitationItem.lower(state)));
        changes.put("reason", s(reason));
        changes.put("dueShard", null);
        changes.put("dueKey", null);
        return changes;
    }

    /** Changes one that is in this state; answers whether it was. */
    private boolean did(String id, State state, Map<String, @Nullable AttributeValue> changes) {
        Expression update = Expression.setting(changes);
        return Store.did(() -> dynamoDb.updateItem(u -> u.tableName(table)
                .key(InvitationItem.key(id))
                .updateExpression(update.text())
                .expressionAttributeNames(update.names(Map.of("#state", "state")))
                .expressionAttributeValues(update.values(Map.of(":was", s(InvitationItem.lower(state)))))
                .conditionExpression("#state = :was")));
    }

    private Optional<Map<String, AttributeValue>> item(String id) {
        return Optional.of(Store.call(() -> dynamoDb.getItem(g ->
                                g.tableName(table).key(InvitationItem.key(id)).consistentRead(true)))
                        .item())
                .filter(InvitationItem::isInvitation);
    }
}
