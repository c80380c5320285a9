package likely.local.streams;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import likely.embedded.Template;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Records of a stream as the JSON that Lambda hands to a function. */
final class StreamEvents {

    private final String streamArn;

    StreamEvents(String streamArn) {
        this.streamArn = streamArn;
    }

    StreamRecord of(Record record) {
        var change = record.dynamodb();
        Instant created = change.approximateCreationDateTime();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("ApproximateCreationDateTime", created.getEpochSecond());
        body.put("Keys", item(change.keys()));
        if (change.hasNewImage()) {
            body.put("NewImage", item(change.newImage()));
        }
        if (change.hasOldImage()) {
            body.put("OldImage", item(change.oldImage()));
        }
        body.put("SequenceNumber", change.sequenceNumber());
        body.put("SizeBytes", change.sizeBytes());
        body.put("StreamViewType", change.streamViewTypeAsString());
        Map<String, @Nullable Object> event = event(record.eventID(), record.eventNameAsString(), body);
        if (record.userIdentity() != null) {
            Map<String, @Nullable Object> identity = new LinkedHashMap<>();
            identity.put("principalId", record.userIdentity().principalId());
            identity.put("type", record.userIdentity().type());
            event.put("userIdentity", identity);
        }
        return new StreamRecord(change.sequenceNumber(), created, event);
    }

    /** An item as it is now, as if it had just been modified; for what the stream no longer has. */
    StreamRecord current(Map<String, AttributeValue> item, List<String> keys, long position, Instant now) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        keys.forEach(name -> key.put(name, item.get(name)));
        String sequenceNumber = "%021d".formatted(position);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("ApproximateCreationDateTime", now.getEpochSecond());
        body.put("Keys", item(key));
        body.put("NewImage", item(item));
        body.put("SequenceNumber", sequenceNumber);
        body.put("StreamViewType", "NEW_AND_OLD_IMAGES");
        return new StreamRecord(sequenceNumber, now, event(UUID.randomUUID().toString(), "MODIFY", body));
    }

    private Map<String, @Nullable Object> event(String id, String name, Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("eventID", id);
        event.put("eventName", name);
        event.put("eventVersion", "1.1");
        event.put("eventSource", "aws:dynamodb");
        event.put("awsRegion", Template.REGION);
        event.put("dynamodb", body);
        event.put("eventSourceARN", streamArn);
        return event;
    }

    private static Map<String, @Nullable Object> item(Map<String, AttributeValue> item) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        item.forEach((name, value) -> result.put(name, attribute(value)));
        return result;
    }

    private static Map<String, @Nullable Object> attribute(AttributeValue value) {
        Object content = switch (value.type()) {
            case S -> value.s();
            case N -> value.n();
            case B -> base64(value.b());
            case SS -> value.ss();
            case NS -> value.ns();
            case BS -> value.bs().stream().map(StreamEvents::base64).toList();
            case M -> item(value.m());
            case L -> value.l().stream().map(StreamEvents::attribute).toList();
            case BOOL -> value.bool();
            case NUL -> true;
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("Unknown attribute " + value);
        };
        String type =
                value.type() == AttributeValue.Type.NUL ? "NULL" : value.type().name();
        return Map.of(type, content);
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }
}
