package likely.surveys.mail;

import java.util.Map;
import java.util.Set;
import likely.scoring.Band;
import likely.surveys.Survey;
import likely.surveys.campaigns.Campaign;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import likely.surveys.links.TestToken;
import likely.surveys.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * A mail as somebody would get it, for previews and tests: nobody is asked, and its links keep nothing.
 *
 * @param campaign whose words it has, or null
 * @param band of the answer that a follow-up is for; a follow-up without one is for a detractor
 * @param language of its reader, or null for the survey's own
 */
public record SampleMail(
        Survey survey,
        @Nullable Campaign campaign,
        Kind kind,
        @Nullable Band band,
        @Nullable String language) {
    private static final String NOBODY = "0";

    /**
     * The order by which it is written.
     *
     * @param publicUrl the installation's address, without a slash at its end
     */
    public MailOrder order(String publicUrl) {
        String token = TestToken.of(survey.id());
        return new MailOrder(
                survey,
                campaign,
                invitation(),
                reader(),
                publicUrl + "/answer/" + token,
                publicUrl + "/unsubscribe/" + token);
    }

    private Invitation invitation() {
        Band of = kind == Kind.FOLLOW_UP && band == null ? Band.DETRACTOR : band;
        return new Invitation(
                NOBODY,
                survey.id(),
                campaign == null ? null : campaign.id(),
                "test",
                kind,
                campaign == null ? Occasion.RELATIONAL : campaign.occasion(),
                NOBODY,
                "",
                NOBODY,
                null,
                of,
                kind == Kind.REMINDER ? 1 : 0,
                Map.of(),
                0,
                0,
                State.SCHEDULED,
                null,
                null);
    }

    private Person reader() {
        return new Person(NOBODY, null, null, null, survey.asks(), null, language, Map.of(), Set.of(), null, 0, 0, 1);
    }
}
