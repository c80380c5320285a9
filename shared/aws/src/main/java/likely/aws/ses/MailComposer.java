package likely.aws.ses;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import likely.surveys.Survey;
import likely.surveys.campaigns.Campaign;
import likely.surveys.invitations.Invitation;
import likely.surveys.links.Link;
import likely.surveys.links.Link.Purpose;
import likely.surveys.links.Links;
import likely.surveys.mail.MailContent;
import likely.surveys.mail.MailOrder;
import likely.surveys.people.Person;
import likely.surveys.sending.Composer;
import likely.surveys.sending.Letter;
import org.jspecify.annotations.Nullable;

/** Has a mail written, with its links signed, and puts it into its envelope. */
public final class MailComposer implements Composer {
    /** How long a mail's links open the survey page and the choices. */
    private static final Duration LINKS = Duration.ofDays(180);

    /** By which an event of SES that has no tags is matched to its mail. */
    public static final String INVITATION_HEADER = "X-Likely-Invitation";

    private final Function<MailOrder, MailContent> renderer;
    private final Links links;
    private final String publicUrl;
    private final String mailFrom;
    private final Clock clock;

    /**
     * Composes mails of an installation.
     *
     * @param publicUrl without a slash at its end
     * @param mailFrom the address that mails come from unless their survey has one of its own
     */
    public MailComposer(
            Function<MailOrder, MailContent> renderer, Links links, String publicUrl, String mailFrom, Clock clock) {
        this.renderer = renderer;
        this.links = links;
        this.publicUrl = publicUrl;
        this.mailFrom = mailFrom;
        this.clock = clock;
    }

    @Override
    public Letter compose(Survey survey, @Nullable Campaign campaign, Invitation invitation, Person person) {
        long expires = clock.instant().plus(LINKS).getEpochSecond();
        MailContent content = renderer.apply(new MailOrder(
                survey,
                campaign,
                invitation,
                person,
                publicUrl + "/answer/" + links.token(new Link(Purpose.ANSWER, invitation.id(), expires)),
                publicUrl + "/unsubscribe/" + links.token(new Link(Purpose.UNSUBSCRIBE, invitation.id(), expires))));
        Map<String, String> headers = new LinkedHashMap<>(content.headers());
        headers.put(INVITATION_HEADER, invitation.id());
        MailContent named = new MailContent(content.subject(), content.html(), content.text(), headers);
        String from = Objects.requireNonNullElse(survey.outreach().sender().address(), mailFrom);
        String to = Objects.requireNonNull(person.email(), "a person without an address is never claimed");
        return new Letter(
                invitation.id(),
                survey.id(),
                from,
                to,
                Envelope.of(survey, from, to).around(named));
    }
}
