package likely.local.topics;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import likely.local.Json;
import org.jspecify.annotations.Nullable;

/** A message as the event that a function gets: docs.aws.amazon.com/lambda/latest/dg/with-sns.html. */
final class Notification {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Notification() {}

    static String event(String topicArn, String subject, String message, Instant now) {
        Map<String, @Nullable Object> sns = new LinkedHashMap<>();
        sns.put("Type", "Notification");
        sns.put("MessageId", UUID.randomUUID().toString());
        sns.put("TopicArn", topicArn);
        sns.put("Subject", subject);
        sns.put("Message", message);
        sns.put("Timestamp", MILLISECONDS.format(now));
        sns.put("SignatureVersion", "1");
        sns.put("Signature", "local");
        sns.put("SigningCertUrl", "https://sns.local/certificate.pem");
        sns.put("UnsubscribeUrl", "https://sns.local/unsubscribe");
        sns.put("MessageAttributes", Map.of());
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("EventSource", "aws:sns");
        record.put("EventVersion", "1.0");
        record.put(
                "EventSubscriptionArn",
                topicArn + ":" + UUID.nameUUIDFromBytes(topicArn.getBytes(StandardCharsets.UTF_8)));
        record.put("Sns", sns);
        return Json.text(Map.of("Records", List.of(record)));
    }
}
