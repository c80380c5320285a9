package likely.surveys.sending;

import likely.surveys.Survey;
import likely.surveys.campaigns.Campaign;
import likely.surveys.invitations.Invitation;
import likely.surveys.people.Person;
import org.jspecify.annotations.Nullable;

/** Writes a mail and puts it into its envelope. */
public interface Composer {
    /**
     * Writes one.
     *
     * @param campaign null for a mail that {@code POST /v1/people} asked for
     */
    Letter compose(Survey survey, @Nullable Campaign campaign, Invitation invitation, Person person);
}
