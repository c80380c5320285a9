package likely.aws.streams;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.transformers.v2.dynamodb.DynamodbAttributeValueTransformer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import likely.aws.dynamodb.Malformed;
import likely.aws.dynamodb.ResponseItem;
import likely.surveys.ledger.Image;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One record of the Responses stream.
 *
 * @param before what is read of the item as it was, empty for a new one
 * @param after what is read of the item as it is, empty when it has expired (nothing else removes one)
 */
public record ResponseChange(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    /** What is counted or announced. What was said stays in the record: it is neither converted nor held. */
    private static final Set<String> READ =
            Set.of("id", "rev", "erased", "excluded", "survey", "day", "segments", "score", "limited", "touchpoint");

    /**
     * Reads a record.
     *
     * @throws RuntimeException for one that is not of the table Responses
     */
    public static ResponseChange of(DynamodbStreamRecord entry) {
        var change = entry.getDynamodb();
        if (change == null) {
            throw new Malformed("dynamodb", "is missing");
        }
        return new ResponseChange(items(change.getOldImage()), items(change.getNewImage()));
    }

    public boolean expired() {
        return after.isEmpty();
    }

    /** Whether the owner has taken it out of the count. */
    public boolean excluded() {
        return ResponseItem.isExcluded(after);
    }

    /** What counts of it: the newest image it has. */
    public Image image() {
        return ResponseItem.image(expired() ? before : after, expired());
    }

    /** One of the newest image's texts; empty where it has none. */
    public String text(String attribute) {
        AttributeValue value = (expired() ? before : after).get(attribute);
        return value == null || value.s() == null ? "" : value.s();
    }

    private static Map<String, AttributeValue> items(
            Map<String, com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue> image) {
        Map<String, AttributeValue> items = new HashMap<>();
        if (image != null) {
            image.forEach((name, value) -> {
                if (READ.contains(name)) {
                    items.put(name, DynamodbAttributeValueTransformer.toAttributeValueV2(value));
                }
            });
            if (items.isEmpty()) { // an empty image would be taken for one that is not there
                throw new Malformed("id", "is missing or not text");
            }
        }
        return items;
    }
}
