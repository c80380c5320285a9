package likely.surveys.invitations;

import java.util.Map;
import java.util.Optional;
import likely.scoring.Band;
import likely.surveys.ResponseId;
import org.jspecify.annotations.Nullable;

/**
 * One planned mail.
 *
 * @param id decimal, see {@link InvitationId}: the same plan makes the same id
 * @param campaign that planned it, or null for one that was asked for by {@code POST /v1/people}
 * @param wave which run of the campaign, or which event it is for
 * @param person the person's id; empty when that person was erased, or nobody is known yet
 * @param address the key of the address it goes to
 * @param asking the invitation that asked first: itself for a survey, the survey's for a reminder, and for a follow-up
 *     the one that was answered, or itself when the answer came another way
 * @param response for a follow-up the response that called for it, else null
 * @param band for a follow-up that of the answer, else null
 * @param number of a reminder, from 1; 0 for others
 * @param properties of the event or of the call that asked for it; they travel to the answer
 * @param dueAt Unix seconds
 * @param createdAt Unix seconds
 * @param reason why it was skipped, cancelled or refused, else null
 * @param sentAt Unix seconds, or null before
 */
public record Invitation(
        String id,
        String survey,
        @Nullable String campaign,
        String wave,
        Kind kind,
        Occasion occasion,
        String person,
        String address,
        String asking,
        @Nullable String response,
        @Nullable Band band,
        int number,
        Map<String, String> properties,
        long dueAt,
        long createdAt,
        State state,
        @Nullable String reason,
        @Nullable Long sentAt) {

    private static final String ANSWERED = "invitation-";

    public Invitation {
        properties = Map.copyOf(properties);
    }

    /** What a mail is. */
    public enum Kind {
        SURVEY,
        REMINDER,
        FOLLOW_UP
    }

    /**
     * What the answer to an asking is submitted under, however often its link is opened: so one link has one answer, and
     * whether it was given is told by the answer itself.
     */
    public static String submissionId(String asking) {
        return ANSWERED + asking;
    }

    /** The asking that was answered under this submissionId; nothing when the answer came another way. */
    public static Optional<String> askingOf(String submissionId) {
        return submissionId.startsWith(ANSWERED)
                ? Optional.of(submissionId.substring(ANSWERED.length()))
                : Optional.empty();
    }

    /** The id that the answer to this mail's asking has, or will have. */
    public String answer() {
        return ResponseId.of(survey, submissionId(asking));
    }
}
