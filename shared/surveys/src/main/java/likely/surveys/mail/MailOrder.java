package likely.surveys.mail;

import likely.surveys.Survey;
import likely.surveys.campaigns.Campaign;
import likely.surveys.invitations.Invitation;
import likely.surveys.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be written.
 *
 * @param campaign that planned it, or null for one that was asked for by {@code POST /v1/people}
 * @param answerUrl absolute address of the survey page, signed; {@code ?score=N} is put behind it
 * @param unsubscribeUrl absolute address of the unsubscribe page, signed; takes RFC 8058's POST as well
 */
public record MailOrder(
        Survey survey,
        @Nullable Campaign campaign,
        Invitation invitation,
        Person person,
        String answerUrl,
        String unsubscribeUrl) {}
