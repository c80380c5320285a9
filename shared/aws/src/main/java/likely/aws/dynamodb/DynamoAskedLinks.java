package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.optionalText;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;
import static likely.aws.dynamodb.Attributes.textMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.surveys.Touchpoint;
import likely.surveys.answering.Asked;
import likely.surveys.answering.AskedLinks;
import likely.surveys.answering.Opening;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What links ask, in the table Invitations. The public function's policy names the attributes that are read and written
 * here, and no other.
 */
public final class DynamoAskedLinks implements AskedLinks {
    private static final String READ = "id, kind, survey, person, address, asking, properties, touchpoint, answers";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoAskedLinks(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Asked> find(String id) {
        Map<String, AttributeValue> item = Store.call(() -> dynamoDb.getItem(g -> g.tableName(table)
                        .key(InvitationItem.key(id))
                        .projectionExpression(READ)
                        .consistentRead(true)))
                .item();
        if (LinkItem.isLink(item)) {
            return Optional.of(LinkItem.asked(item));
        }
        // An erased person's mail keeps its id, and asks nobody any more.
        return InvitationItem.isInvitation(item) && optionalText(item, "person") != null
                ? Optional.of(byMail(item))
                : Optional.empty();
    }

    private static Asked byMail(Map<String, AttributeValue> item) {
        return new Asked(
                text(item, "id"),
                text(item, "survey"),
                text(item, "asking"),
                text(item, "person"),
                text(item, "address"),
                textMap(item, "properties"),
                Touchpoint.EMAIL,
                1);
    }

    @Override
    public void note(String id, Opening opening) {
        Map<String, AttributeValue> entry = new LinkedHashMap<>();
        entry.put("at", n(opening.at()));
        entry.put("kind", s(InvitationItem.lower(opening.kind())));
        entry.put("agent", s(InvitationItem.lower(opening.agent())));
        Optional.ofNullable(opening.score()).ifPresent(score -> entry.put("score", n(score)));
        update(
                id,
                "SET evidence = list_append(if_not_exists(evidence, :none), :opening)",
                "attribute_exists(id) AND (attribute_not_exists(evidence) OR size(evidence) < :most)",
                Map.of(
                        ":none",
                        AttributeValue.fromL(List.of()),
                        ":opening",
                        AttributeValue.fromL(List.of(AttributeValue.fromM(entry))),
                        ":most",
                        n(MOST_OPENINGS)));
    }

    @Override
    public void answered(Asked asked, long at) {
        update(
                asked.asking(),
                "SET answeredAt = :at",
                "attribute_exists(id) AND attribute_not_exists(answeredAt)",
                Map.of(":at", n(at)));
    }

    @Override
    public boolean reserve(Asked asked, String submissionId, long until) {
        Map<String, AttributeValue> use = InvitationItem.key("link-use#" + asked.id() + "#" + submissionId);
        Map<String, AttributeValue> item = new LinkedHashMap<>(use);
        item.put("expiresAt", n(until + LinkItem.KEPT_AFTERWARDS));
        boolean taken = new Transaction(dynamoDb)
                .did(List.of(
                        TransactWriteItem.builder()
                                .put(p -> p.tableName(table).item(item).conditionExpression("attribute_not_exists(id)"))
                                .build(),
                        TransactWriteItem.builder()
                                .update(u -> u.tableName(table)
                                        .key(InvitationItem.key(asked.id()))
                                        .updateExpression("ADD used :one")
                                        .conditionExpression("attribute_exists(id) AND "
                                                + "(attribute_not_exists(used) OR used < answers)")
                                        .expressionAttributeValues(Map.of(":one", n(1))))
                                .build()));
        return taken || isThere(use);
    }

    /** Either this submission has its place already, or there is none left. */
    private boolean isThere(Map<String, AttributeValue> use) {
        return !Store.call(() -> dynamoDb.getItem(g ->
                        g.tableName(table).key(use).projectionExpression(READ).consistentRead(true)))
                .item()
                .isEmpty();
    }

    private void update(String id, String update, String condition, Map<String, AttributeValue> values) {
        try {
            Store.call(() -> dynamoDb.updateItem(u -> u.tableName(table)
                    .key(InvitationItem.key(id))
                    .updateExpression(update)
                    .conditionExpression(condition)
                    .expressionAttributeValues(values)));
        } catch (ConditionalCheckFailedException e) {
            return; // there is enough evidence, or it was noted before
        }
    }
}
