package likely.functions.notemailevents;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent.SNSRecord;
import java.util.Map;
import likely.aws.Beans;
import likely.aws.Log;
import likely.aws.Settings;
import likely.surveys.sending.MailEventDocument;
import likely.surveys.sending.NotingMail;
import org.jspecify.annotations.Nullable;

/**
 * Notes what became of mails. An event that cannot be read, or not be noted, fails the call: Lambda tries twice more, and
 * then it lies in the queue of failed events.
 */
public final class NoteMailEvents implements RequestHandler<SNSEvent, @Nullable Void> {
    private final NotingMail noting;

    /** For Lambda. */
    public NoteMailEvents() {
        this(Beans.start(Settings.ofProcess()).getBean(NotingMail.class));
    }

    NoteMailEvents(NotingMail noting) {
        this.noting = noting;
    }

    /** For one machine, where several functions share a process and so its environment. */
    public static NoteMailEvents create(Map<String, String> environment) {
        return new NoteMailEvents(Beans.start(new Settings(environment)).getBean(NotingMail.class));
    }

    @Override
    public @Nullable Void handleRequest(SNSEvent event, @Nullable Context context) {
        for (SNSRecord message : event.getRecords()) {
            try {
                MailEventDocument.read(message.getSNS().getMessage()).ifPresent(noting::note);
            } catch (RuntimeException e) {
                Log.error(
                        "mail.event_failed",
                        "nothing, while it passes; else docs/operations.md, Mail events that failed",
                        e,
                        Map.of("message", String.valueOf(message.getSNS().getMessageId())));
                throw e;
            }
        }
        return null;
    }
}
