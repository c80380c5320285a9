package likely.local.mailbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import likely.embedded.EmbeddedSes;
import likely.embedded.SesEvents;
import likely.embedded.SesMail;
import likely.local.http.Reply;
import likely.local.http.Request;

/** POST /mailbox/ID/events with {@code event=complaint}: SES tells once more, or for the first time, what became of a mail. */
final class MailEvents {

    static final String PATH = "/events";

    private final EmbeddedSes ses;
    private final InstantSource clock;

    MailEvents(EmbeddedSes ses, InstantSource clock) {
        this.ses = ses;
        this.clock = clock;
    }

    Reply tell(SesMail mail, Request request) {
        Instant now = clock.instant();
        String event = request.form().getOrDefault("event", "");
        Map<String, Object> told = switch (event) {
            case "send" -> SesEvents.send(mail);
            case "delivery" -> SesEvents.delivery(mail, now);
            case "bounce" -> SesEvents.bounce(mail, now, "Permanent", "General");
            case "soft-bounce" -> SesEvents.bounce(mail, now, "Transient", "MailboxFull");
            case "complaint" -> SesEvents.complaint(mail, now);
            case "open" -> SesEvents.open(mail, now);
            case "click" -> SesEvents.click(mail, now, firstLink(mail));
            default -> Map.of();
        };
        if (told.isEmpty()) {
            return Reply.problem(
                    400, "event is send, delivery, bounce, soft-bounce, complaint, open or click, not " + event);
        }
        ses.publish(told);
        return request.fromPage() ? Reply.seeOther("../" + mail.messageId()) : Reply.json(200, "{}");
    }

    private static String firstLink(SesMail mail) {
        List<String> links = HtmlLinks.of(ReadMail.of(mail.raw()).html());
        return links.isEmpty() ? "" : links.get(0);
    }
}
