package likely.embedded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events that SES publishes of a mail, in the shape of its developer guide's page "Examples of event data that
 * Amazon SES publishes to Amazon SNS".
 */
public final class SesEvents {
    private SesEvents() {}

    public static Map<String, Object> send(SesMail mail) {
        return event(mail, "Send", "send", Map.of());
    }

    public static Map<String, Object> delivery(SesMail mail, Instant at) {
        return event(
                mail,
                "Delivery",
                "delivery",
                Map.of(
                        "timestamp",
                        at.toString(),
                        "processingTimeMillis",
                        540,
                        "recipients",
                        mail.destinations(),
                        "smtpResponse",
                        "250 2.0.0 OK",
                        "reportingMTA",
                        "a1-1.smtp-out.amazonses.com"));
    }

    /**
     * A mail that came back.
     *
     * @param type {@code Permanent}, {@code Transient} or {@code Undetermined}
     * @param subType such as {@code General} or {@code OnAccountSuppressionList}
     */
    public static Map<String, Object> bounce(SesMail mail, Instant at, String type, String subType) {
        String status = type.equals("Permanent") ? "5.1.1" : "4.2.2";
        return event(
                mail,
                "Bounce",
                "bounce",
                Map.of(
                        "bounceType",
                        type,
                        "bounceSubType",
                        subType,
                        "bouncedRecipients",
                        recipients(mail, Map.of("action", "failed", "status", status)),
                        "timestamp",
                        at.toString(),
                        "feedbackId",
                        "bounce-" + mail.messageId()));
    }

    public static Map<String, Object> complaint(SesMail mail, Instant at) {
        return event(
                mail,
                "Complaint",
                "complaint",
                Map.of(
                        "complainedRecipients",
                        recipients(mail, Map.of()),
                        "timestamp",
                        at.toString(),
                        "feedbackId",
                        "complaint-" + mail.messageId(),
                        "complaintFeedbackType",
                        "abuse"));
    }

    public static Map<String, Object> reject(SesMail mail) {
        return event(mail, "Reject", "reject", Map.of("reason", "Bad content"));
    }

    public static Map<String, Object> deliveryDelay(SesMail mail, Instant at) {
        return event(
                mail,
                "DeliveryDelay",
                "deliveryDelay",
                Map.of(
                        "delayType", "MailboxFull",
                        "delayedRecipients", recipients(mail, Map.of("status", "4.2.2")),
                        "timestamp", at.toString()));
    }

    public static Map<String, Object> open(SesMail mail, Instant at) {
        return event(
                mail,
                "Open",
                "open",
                Map.of("ipAddress", "192.0.2.1", "timestamp", at.toString(), "userAgent", "Mozilla/5.0"));
    }

    public static Map<String, Object> click(SesMail mail, Instant at, String link) {
        return event(
                mail,
                "Click",
                "click",
                Map.of("ipAddress", "192.0.2.1", "link", link, "timestamp", at.toString(), "userAgent", "Mozilla/5.0"));
    }

    private static Map<String, Object> event(SesMail mail, String type, String part, Map<String, Object> details) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventType", type);
        event.put("mail", mail(mail));
        event.put(part, details);
        return event;
    }

    private static Map<String, Object> mail(SesMail mail) {
        List<Map<String, String>> headers = new ArrayList<>();
        mail.headers().forEach((name, value) -> headers.add(Map.of("name", name, "value", value)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("timestamp", mail.at().toString());
        json.put("source", mail.source());
        json.put("sendingAccountId", "000000000000");
        json.put("messageId", mail.messageId());
        json.put("destination", mail.destinations());
        json.put("headersTruncated", false);
        json.put("headers", headers);
        Map<String, Object> tags = new LinkedHashMap<>();
        if (mail.configurationSet() != null) {
            tags.put("ses:configuration-set", List.of(mail.configurationSet()));
        }
        mail.tags().forEach((name, value) -> tags.put(name, List.of(value)));
        json.put("tags", tags);
        return json;
    }

    private static List<Map<String, String>> recipients(SesMail mail, Map<String, String> details) {
        List<Map<String, String>> recipients = new ArrayList<>();
        for (String address : mail.destinations()) {
            Map<String, String> recipient = new LinkedHashMap<>(details);
            recipient.put("emailAddress", address);
            recipients.add(recipient);
        }
        return recipients;
    }
}
