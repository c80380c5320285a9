package likely.surveys.campaigns;

import java.time.Duration;
import java.util.Map;
import likely.surveys.invitations.Occasion;

/**
 * A standing order to ask, or to write after an answer.
 *
 * @param enabled nothing is planned, and nothing planned is sent, while it is off
 * @param reminders to who has not answered
 * @param texts its own words, by language and key, in the place of the survey's
 * @param createdAt Unix seconds
 * @param updatedAt Unix seconds
 * @param version raised by each change
 */
public record Campaign(
        String id,
        String survey,
        String name,
        boolean enabled,
        Trigger trigger,
        Reminders reminders,
        Map<String, Map<String, String>> texts,
        long createdAt,
        long updatedAt,
        long version) {

    public Campaign {
        texts = Map.copyOf(texts);
    }

    /** Which quarantine holds for its surveys. */
    public Occasion occasion() {
        return trigger instanceof Trigger.Schedule ? Occasion.RELATIONAL : Occasion.TRANSACTIONAL;
    }

    /**
     * Mails to who has not answered.
     *
     * @param count how many
     * @param spacing after the survey, and between two
     */
    public record Reminders(int count, Duration spacing) {
        public static final Reminders NONE = new Reminders(0, Duration.ofDays(3));
    }
}
