package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.optionalText;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.State;
import likely.surveys.planning.CallOff;
import likely.surveys.planning.Plans;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Planned mails in DynamoDB. Each is a conditional put of its own, several of them under way at once: a transaction of
 * many would cost twice the write units, and a batch knows no condition.
 */
public final class DynamoPlans implements Plans {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final BatchReader reader;
    private final Parallel parallel = new Parallel();

    public DynamoPlans(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.reader = new BatchReader(dynamoDb, table);
    }

    @Override
    public Set<String> add(Collection<Invitation> invitations) {
        Set<String> kept = ConcurrentHashMap.newKeySet();
        parallel.each(invitations, invitation -> {
            if (add(invitation)) {
                kept.add(invitation.id());
            }
        });
        return kept;
    }

    private boolean add(Invitation invitation) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put(":cancelled", s(InvitationItem.lower(State.CANCELLED)));
        List<String> revivable = new ArrayList<>();
        for (String reason : CallOff.revivableReasons()) {
            String name = ":reason" + revivable.size();
            revivable.add(name);
            values.put(name, s(reason));
        }
        return Store.did(() -> dynamoDb.putItem(p -> p.tableName(table)
                .item(InvitationItem.write(invitation))
                .conditionExpression("attribute_not_exists(id) OR (#state = :cancelled AND #reason IN ("
                        + String.join(", ", revivable) + "))")
                .expressionAttributeNames(Map.of("#state", "state", "#reason", "reason"))
                .expressionAttributeValues(values)));
    }

    @Override
    public Map<String, Invitation> find(Collection<String> ids) {
        Map<String, Invitation> found = new LinkedHashMap<>();
        reader.read(ids.stream().distinct().map(InvitationItem::key).toList()).stream()
                .filter(InvitationItem::isInvitation)
                .map(InvitationItem::read)
                .forEach(invitation -> found.put(invitation.id(), invitation));
        return found;
    }

    @Override
    public boolean move(Invitation read, long dueAt) {
        return Store.did(() -> dynamoDb.updateItem(u -> u.tableName(table)
                .key(InvitationItem.key(read.id()))
                .updateExpression("SET #dueAt = :dueAt, #dueKey = :dueKey")
                .conditionExpression("#state = :scheduled AND #dueAt = :read")
                .expressionAttributeNames(Map.of("#state", "state", "#dueAt", "dueAt", "#dueKey", "dueKey"))
                .expressionAttributeValues(Map.of(
                        ":scheduled",
                        s(InvitationItem.lower(State.SCHEDULED)),
                        ":read",
                        n(read.dueAt()),
                        ":dueAt",
                        n(dueAt),
                        ":dueKey",
                        s(ResponseItem.timeKey(dueAt, read.id()))))));
    }

    @Override
    public Page waiting(int shard, @Nullable String after, int most) {
        QueryResponse reply = Store.call(() -> dynamoDb.query(q -> q.tableName(table)
                .indexName("byDue")
                .keyConditionExpression("dueShard = :shard AND dueKey > :after")
                .expressionAttributeValues(
                        Map.of(":shard", s(InvitationItem.dueShard(shard)), ":after", s(after == null ? " " : after)))
                .limit(most)));
        List<Waiting> waiting = reply.items().stream()
                .map(item -> new Waiting(text(item, "id"), optionalText(item, "campaign")))
                .toList();
        Map<String, AttributeValue> last = reply.lastEvaluatedKey();
        return new Page(waiting, last.isEmpty() ? null : text(last, "dueKey"));
    }
}
