package likely.surveys.sending;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import likely.surveys.invitations.Invitation;

/**
 * Planned mails and the addresses they go to, for whoever sends. Every method throws {@link likely.surveys.Unavailable}
 * when the store cannot be reached. Writes that find the mail in another state than they are for change nothing.
 */
public interface Claims {
    /** What is due at a moment, the oldest first; may be behind, and may name what was handled meanwhile. */
    List<Due> due(Instant at, int most);

    /** A mail that still waits; nothing when it was claimed or settled meanwhile. */
    Optional<Planned> find(String id);

    /**
     * Claims a mail, all or nothing: it waits and is due, its address meets the terms (for one that asks: the survey was
     * not answered in a page since it was planned), its asking has had fewer mails than the ceiling; for a reminder the asking was sent and has no answer; for a follow-up the answer is in the band that
     * called for it. From then on it is SENDING, in the due index at the end of the claim, counted as a mail of its
     * asking, and a survey is noted as the address's last asking.
     */
    Claimed claim(Claim claim);

    /** SES took it. Also when the claim's time was over meanwhile. */
    void sent(Claim claim, String messageId, Instant at);

    /** Nobody knows what came of the call. */
    void unknown(Claim claim, Reason reason);

    /** The call was refused for the moment: all as before the claim, and due again later. */
    void giveBack(Claim claim, Instant dueAt, int attempts);

    /** SES will never take it; the address is as before the claim, since nobody was asked. */
    void refused(Claim claim, Reason reason);

    /** A rule speaks against a mail that waits. */
    void skip(Invitation waiting, String reason);

    /** A mail that waits is due later. */
    void postpone(Invitation waiting, Instant dueAt);

    /** What is SENDING although its claim's time was over at that moment is UNKNOWN. */
    void expire(String id, Instant at);
}
