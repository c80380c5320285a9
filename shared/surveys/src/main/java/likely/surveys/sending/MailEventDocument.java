package likely.surveys.sending;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import likely.surveys.json.Fields;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import likely.surveys.sending.MailEvent.Mail;
import org.jspecify.annotations.Nullable;

/**
 * SES's events as it publishes them: with {@code eventType} by a configuration set, with {@code notificationType} by an
 * identity's older notifications. Source: Amazon SES developer guide, "Contents of event data that Amazon SES publishes
 * to Amazon SNS" and "Amazon SNS notification contents for Amazon SES".
 */
public final class MailEventDocument {
    private static final int LONGEST = 2_000;
    private static final String INVITATION_HEADER = "x-likely-invitation";

    /** A list of addresses that SES itself no longer sends to, which hurts no account. */
    private static final Set<String> HELD_BACK = Set.of("OnAccountSuppressionList");

    private MailEventDocument() {}

    /**
     * Reads an event; nothing for a kind that says nothing about a mail's way.
     *
     * @throws Invalid naming the field that is not as it should be
     */
    public static Optional<MailEvent> read(String json) {
        Fields event = Fields.of(Json.object(json));
        String type = Optional.ofNullable(event.text("eventType", LONGEST))
                .orElseGet(() -> event.text("notificationType", LONGEST));
        if (type == null) {
            event.refuse("eventType", "is missing");
            event.check();
        }
        Optional<MailEvent> read = switch (String.valueOf(type)) {
            case "Send" -> Optional.of(new MailEvent.Sent(mail(event)));
            case "Delivery" -> Optional.of(new MailEvent.Delivered(mail(event), at(event, "delivery")));
            case "Bounce" -> Optional.of(bounce(event));
            case "Complaint" -> Optional.ofNullable(complaint(event));
            case "Reject" -> Optional.of(new MailEvent.Rejected(mail(event)));
            case "DeliveryDelay" -> Optional.of(new MailEvent.Delayed(mail(event), at(event, "deliveryDelay")));
            case "Open" -> Optional.of(new MailEvent.Opened(mail(event), at(event, "open")));
            case "Click" -> Optional.of(new MailEvent.Clicked(mail(event), at(event, "click")));
            default -> Optional.empty();
        };
        event.check();
        return read;
    }

    private static MailEvent bounce(Fields event) {
        Fields bounce = part(event, "bounce");
        boolean forGood = "Permanent".equals(text(bounce, "bounceType"));
        boolean counted = !HELD_BACK.contains(String.valueOf(bounce.text("bounceSubType", LONGEST)));
        return new MailEvent.Bounced(mail(event), at(event, "bounce"), forGood, counted);
    }

    /** Nothing when the recipient says that it is no spam. */
    private static @Nullable MailEvent complaint(Fields event) {
        Fields complaint = part(event, "complaint");
        if ("not-spam".equals(complaint.text("complaintFeedbackType", LONGEST))) {
            return null;
        }
        boolean counted = !HELD_BACK.contains(String.valueOf(complaint.text("complaintSubType", LONGEST)));
        return new MailEvent.Complained(mail(event), at(event, "complaint"), counted);
    }

    private static Mail mail(Fields event) {
        Fields mail = part(event, "mail");
        List<String> recipients = mail.texts("destination", 100, LONGEST);
        return new Mail(
                text(mail, "messageId"),
                seconds(mail, "timestamp"),
                invitation(mail),
                recipients == null ? List.of() : recipients);
    }

    /** By the call's tag; an identity's notification has none, but may have the mail's headers. */
    private static @Nullable String invitation(Fields mail) {
        Fields tags = mail.object("tags");
        List<String> tagged = tags == null ? null : tags.texts("invitation", 1, 100);
        if (tagged != null && !tagged.isEmpty()) {
            return tagged.get(0);
        }
        List<String> found = new ArrayList<>();
        mail.objects("headers", 1_000, header -> {
            String name = header.text("name", LONGEST);
            if (name != null && name.equalsIgnoreCase(INVITATION_HEADER)) {
                Optional.ofNullable(header.text("value", LONGEST)).ifPresent(found::add);
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    private static Fields part(Fields fields, String name) {
        Fields part = fields.object(name);
        if (part == null) {
            throw new Invalid(name, "is missing");
        }
        return part;
    }

    private static String text(Fields fields, String name) {
        String text = fields.text(name, LONGEST);
        if (text == null) {
            throw new Invalid(name, "is missing");
        }
        return text;
    }

    private static long at(Fields event, String part) {
        return seconds(part(event, part), "timestamp");
    }

    private static long seconds(Fields fields, String name) {
        try {
            return Instant.parse(text(fields, name)).getEpochSecond();
        } catch (DateTimeException e) {
            throw new Invalid(name, "is no moment such as 2026-11-25T09:00:00.000Z");
        }
    }
}
