package likely.surveys.sending;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import likely.surveys.invitations.State;
import likely.surveys.people.Addresses;
import likely.surveys.sending.MailNotes.Moment;

/** Takes what SES tells of mails to the mails and the addresses. */
public final class NotingMail {
    /** After so many in a row an address counts as one at which nothing arrives. */
    static final int MOST_SOFT_BOUNCES = 5;

    private final MailNotes notes;
    private final Function<String, String> addressKey;
    private final boolean tracking;

    /**
     * Notes events.
     *
     * @param addressKey of an email address, see {@link Addresses#ofEmail}
     * @param tracking whether openings and clicks are kept
     */
    public NotingMail(MailNotes notes, Function<String, String> addressKey, boolean tracking) {
        this.notes = notes;
        this.addressKey = addressKey;
        this.tracking = tracking;
    }

    /** Notes one event; those of mails that are not ours are passed over. */
    public void note(MailEvent event) {
        String id = event.mail().invitation();
        if (id == null) {
            return;
        }
        Optional<MailNotes.Mail> found = notes.find(id);
        if (found.isEmpty()) {
            suppressAlone(event);
            return;
        }
        MailNotes.Mail mail = found.get();
        // Whatever is told of a mail says that SES took it.
        if (mail.state() == State.SENDING || mail.state() == State.UNKNOWN) {
            notes.sent(id, event.mail().messageId(), event.mail().sentAt());
        }
        if (event instanceof MailEvent.Delivered delivered) {
            notes.first(id, Moment.DELIVERED, delivered.at());
            notes.forgetSoftBounces(mail.address(), delivered.at());
        } else if (event instanceof MailEvent.Bounced bounced) {
            bounce(id, mail, bounced);
        } else if (event instanceof MailEvent.Complained complained) {
            notes.suppress(id, mail.address(), Moment.COMPLAINED, complained.at(), complained.counted());
        } else if (event instanceof MailEvent.Rejected) {
            notes.rejected(id);
        } else if (event instanceof MailEvent.Delayed delayed) {
            notes.first(id, Moment.DELAYED, delayed.at());
        } else if (event instanceof MailEvent.Opened opened && tracking) {
            notes.first(id, Moment.OPENED, opened.at());
        } else if (event instanceof MailEvent.Clicked clicked && tracking) {
            notes.first(id, Moment.CLICKED, clicked.at());
        }
    }

    private void bounce(String id, MailNotes.Mail mail, MailEvent.Bounced bounced) {
        if (bounced.forGood()) {
            notes.suppress(id, mail.address(), Moment.BOUNCED, bounced.at(), bounced.counted());
        } else if (!mail.delivered()) {
            notes.softBounce(id, mail.address(), bounced.at());
            // Looked at each time, so that a call that ended after counting is made up for by its repetition.
            if (notes.standing(mail.address()).softBounces() >= MOST_SOFT_BOUNCES) {
                notes.suppress(mail.address(), Moment.BOUNCED, bounced.at());
            }
        }
    }

    /** A mail that was ours and is gone: what it says of the address holds all the same. */
    private void suppressAlone(MailEvent event) {
        if (event instanceof MailEvent.Bounced bounced && bounced.forGood()) {
            keys(event).forEach(address -> notes.suppress(address, Moment.BOUNCED, bounced.at()));
        } else if (event instanceof MailEvent.Complained complained) {
            keys(event).forEach(address -> notes.suppress(address, Moment.COMPLAINED, complained.at()));
        }
    }

    private List<String> keys(MailEvent event) {
        return event.mail().recipients().stream()
                .filter(Addresses::isEmail)
                .map(addressKey)
                .toList();
    }
}
