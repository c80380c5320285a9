package likely.surveys.answering;

import java.util.Map;
import likely.surveys.Touchpoint;
import likely.surveys.invitations.Invitation;
import org.jspecify.annotations.Nullable;

/**
 * What a link asks: of who got a mail, or of who has a link that was made without one.
 *
 * @param id of the mail or the link that was opened, decimal
 * @param asking the invitation that asked first, for a mail; the link's own id otherwise
 * @param person the person's id when known
 * @param address the key of the address that the mail went to; null for a link without a mail
 * @param properties that travel to the answer
 * @param answers how many the link takes; 1 for a mail
 */
public record Asked(
        String id,
        String survey,
        String asking,
        @Nullable String person,
        @Nullable String address,
        Map<String, String> properties,
        Touchpoint touchpoint,
        int answers) {

    public Asked {
        properties = Map.copyOf(properties);
    }

    public boolean byMail() {
        return address != null;
    }

    /** Whether several people may answer by it. */
    public boolean open() {
        return answers > 1;
    }

    /**
     * What the answer is submitted under: one link has one answer, however often it is opened and sent; of an open link
     * each page has its own.
     *
     * @param page of an open link, what its page was made with
     */
    public String submissionId(String page) {
        if (byMail()) {
            return Invitation.submissionId(asking);
        }
        return open() ? "link-" + id + "-" + page : "link-" + id;
    }
}
