package likely.surveys.sending;

import java.util.Optional;
import likely.surveys.invitations.State;
import likely.surveys.people.Standing;

/**
 * Where it is noted what became of a mail. Every method is harmless when repeated, and throws
 * {@link likely.surveys.Unavailable} when the store cannot be reached.
 */
public interface MailNotes {
    Optional<Mail> find(String invitation);

    /** A mail that was being sent, or of which nobody knew, was sent. */
    void sent(String invitation, String messageId, long at);

    /** SES would not send it. */
    void rejected(String invitation);

    /** Notes the first moment of a kind. */
    void first(String invitation, Moment moment, long at);

    /**
     * Stops all mail to an address; counts it once a mail against the account.
     *
     * @param counted whether it counts at all
     */
    void suppress(String invitation, String address, Moment moment, long at, boolean counted);

    /** Stops all mail to an address of which no mail of ours is left. */
    void suppress(String address, Moment moment, long at);

    /** Counts one that came back for now; once a mail. */
    void softBounce(String invitation, String address, long at);

    /** What was delivered ends a row of soft bounces that began before it. */
    void forgetSoftBounces(String address, long at);

    Standing standing(String address);

    /** A mail as far as events need it. */
    record Mail(State state, String address, boolean delivered) {}

    /** What may happen to a mail. */
    enum Moment {
        DELIVERED,
        BOUNCED,
        COMPLAINED,
        SOFT_BOUNCED,
        DELAYED,
        OPENED,
        CLICKED
    }
}
