package likely.surveys.sending;

import java.time.Instant;
import likely.surveys.invitations.Invitation;

/**
 * The right to make the one call for a mail.
 *
 * @param token of this claim and no other
 * @param at when it is made
 * @param until after which nobody may make the call any more, and what is not settled counts as unknown
 * @param attempts how often a call was refused for the moment before
 */
public record Claim(Invitation invitation, Terms terms, String token, Instant at, Instant until, int attempts) {
    /** Whether the mail is the first of its asking, on which the asking's mails are counted. */
    public boolean isRoot() {
        return invitation.id().equals(invitation.asking());
    }
}
