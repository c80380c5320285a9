package likely.surveys.sending;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What SES tells of a mail after it took it. Events come in any order, and more than once. Moments in Unix seconds. */
public sealed interface MailEvent {
    Mail mail();

    /**
     * Which mail it is about.
     *
     * @param sentAt when SES took it
     * @param invitation null for a mail that is not ours
     */
    record Mail(String messageId, long sentAt, @Nullable String invitation, List<String> recipients) {
        public Mail {
            recipients = List.copyOf(recipients);
        }
    }

    /** SES took it. */
    record Sent(Mail mail) implements MailEvent {}

    record Delivered(Mail mail, long at) implements MailEvent {}

    /**
     * It came back.
     *
     * @param forGood whether nothing will ever arrive at the address
     * @param counted whether SES counts it against the account: not what it held back itself
     */
    record Bounced(Mail mail, long at, boolean forGood, boolean counted) implements MailEvent {}

    /**
     * It was reported as spam.
     *
     * @param counted as for a bounce
     */
    record Complained(Mail mail, long at, boolean counted) implements MailEvent {}

    /** SES took it, and then found something in it for which it will not send it. */
    record Rejected(Mail mail) implements MailEvent {}

    record Delayed(Mail mail, long at) implements MailEvent {}

    record Opened(Mail mail, long at) implements MailEvent {}

    record Clicked(Mail mail, long at) implements MailEvent {}
}
