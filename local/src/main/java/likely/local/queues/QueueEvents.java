package likely.local.queues;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.embedded.Template;
import likely.local.Json;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Messages as the JSON that Lambda hands to a function. */
final class QueueEvents {

    private QueueEvents() {}

    static Map<String, @Nullable Object> record(Message message, String queueArn) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("messageId", message.messageId());
        record.put("receiptHandle", message.receiptHandle());
        record.put("body", message.body());
        record.put("attributes", message.attributesAsStrings());
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        message.messageAttributes().forEach((name, value) -> attributes.put(name, attribute(value)));
        record.put("messageAttributes", attributes);
        record.put("md5OfBody", message.md5OfBody());
        record.put("eventSource", "aws:sqs");
        record.put("eventSourceARN", queueArn);
        record.put("awsRegion", Template.REGION);
        return record;
    }

    /** A filter sees a JSON body as an object. */
    static Map<String, @Nullable Object> filterable(Map<String, @Nullable Object> record) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(record);
        String body = String.valueOf(record.get("body"));
        if (body.startsWith("{")) {
            try {
                copy.put("body", Json.parse(body));
            } catch (IllegalArgumentException plainText) {
                return record;
            }
        }
        return copy;
    }

    private static Map<String, @Nullable Object> attribute(MessageAttributeValue value) {
        Map<String, @Nullable Object> attribute = new LinkedHashMap<>();
        attribute.put("stringValue", value.stringValue());
        attribute.put("stringListValues", List.of());
        attribute.put("binaryListValues", List.of());
        attribute.put("dataType", value.dataType());
        return attribute;
    }
}
