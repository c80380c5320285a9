package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import likely.surveys.Response;
import likely.surveys.Responses;
import likely.surveys.Unavailable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Responses in DynamoDB: one conditional write an edition, and no read unless somebody was there before. */
public final class DynamoResponses implements Responses {
    /** Editions of one answer are few: whoever is overtaken so often looks at a store that misbehaves. */
    private static final int MOST_ATTEMPTS = 5;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Clock clock;

    public DynamoResponses(DynamoDbClient dynamoDb, String table, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Recorded record(Response edition) {
        // A later edition mostly finds its first one; a first one mostly finds nothing.
        boolean first = edition.seq() == 1;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Map<String, AttributeValue>> there = first ? put(edition) : update(edition);
            if (there.isEmpty()) {
                return first ? Recorded.CREATED : Recorded.EDITED;
            }
            Map<String, AttributeValue> found = there.get();
            Optional<Recorded> standing = standing(found, edition);
            if (standing.isPresent()) {
                return standing.get();
            }
            first = found.isEmpty();
        }
        throw keepsChanging(edition.id());
    }

    @Override
    public Optional<Recorded> complete(Response edition) {
        Optional<Map<String, AttributeValue>> there = update(edition);
        // What the update found and left is the same submission at this edition or a later one, or never to be written.
        return there.isEmpty() ? Optional.of(Recorded.EDITED) : standing(there.get(), edition);
    }

    /** What becomes of an edition that finds this item; nothing when it is to be written. */
    private static Optional<Recorded> standing(Map<String, AttributeValue> found, Response edition) {
        if (found.isEmpty()) {
            return Optional.empty();
        } else if (!text(found, "submissionId").equals(edition.submissionId())) {
            return Optional.of(Recorded.TAKEN);
        } else if (ResponseItem.isErased(found)) {
            return Optional.of(Recorded.ERASED);
        }
        return number(found, "seq") >= edition.seq() ? Optional.of(Recorded.KNOWN) : Optional.empty();
    }

    /** Writes the first edition. Answers nothing when it did, else what was there. */
    private Optional<Map<String, AttributeValue>> put(Response edition) {
        Map<String, AttributeValue> item = ResponseItem.lasting(edition);
        ResponseItem.said(edition).forEach((name, value) -> {
            if (value != null) {
                item.put(name, value);
            }
        });
        item.put("rev", n(1));
        return unlessThere(() -> dynamoDb.putItem(p -> p.tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(id)")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
    }

    /** Writes a later edition over an earlier one. Answers nothing when it did, else what was there. */
    private Optional<Map<String, AttributeValue>> update(Response edition) {
        Map<String, @Nullable AttributeValue> changes = new LinkedHashMap<>(ResponseItem.said(edition));
        changes.putAll(ResponseItem.update(edition.survey(), edition.id(), edition.updatedAt()));
        Expression update = Expression.setting(changes).adding("rev", 1);
        Map<String, AttributeValue> values = update.values(Map.of(":submission", s(edition.submissionId())));
        return unlessThere(() -> dynamoDb.updateItem(u -> u.tableName(table)
                .key(Map.of("id", s(edition.id())))
                .updateExpression(update.text())
                .expressionAttributeNames(update.names(Map.of("#submission", "submissionId", "#erased", "erased")))
                .expressionAttributeValues(values)
                .conditionExpression("#submission = :submission AND #seq < :seq AND attribute_not_exists(#erased)")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
    }

    @Override
    public boolean erase(String id) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Map<String, AttributeValue> found = Store.call(() -> dynamoDb.getItem(
                            g -> g.tableName(table).key(Map.of("id", s(id))).consistentRead(true)))
                    .item();
            if (found.isEmpty()) {
                return false;
            }
            if (ResponseItem.isErased(found)) {
                return attempt > 0; // by this call, when its reply was lost, or by another meanwhile
            }
            if (unlessThere(() -> bury(found)).isEmpty()) {
                return true;
            }
        }
        throw keepsChanging(id);
    }

    /** Writes the tombstone over the whole item, so that nothing stays that any writer put there. */
    private void bury(Map<String, AttributeValue> found) {
        AttributeValue rev = found.get("rev");
        Map<String, AttributeValue> tombstone =
                ResponseItem.tombstone(found, clock.instant().getEpochSecond());
        dynamoDb.putItem(p -> p.tableName(table)
                .item(tombstone)
                .conditionExpression(rev == null ? "attribute_exists(id) AND attribute_not_exists(rev)" : "rev = :read")
                .expressionAttributeValues(rev == null ? null : Map.of(":read", rev)));
    }

    private static Unavailable keepsChanging(String id) {
        return new Unavailable(new IllegalStateException("Response " + id + " keeps changing"));
    }

    private static Optional<Map<String, AttributeValue>> unlessThere(Runnable write) {
        try {
            Store.call(() -> {
                write.run();
                return true;
            });
            return Optional.empty();
        } catch (ConditionalCheckFailedException e) {
            return Optional.of(e.hasItem() ? e.item() : Map.of());
        }
    }
}
