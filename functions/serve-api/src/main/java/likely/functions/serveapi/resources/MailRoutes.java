package likely.functions.serveapi.resources;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import likely.aws.http.Reply;
import likely.aws.ses.Envelope;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Refusal;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.scoring.Band;
import likely.surveys.Survey;
import likely.surveys.Unavailable;
import likely.surveys.access.Role;
import likely.surveys.campaigns.Campaigns;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.json.Fields;
import likely.surveys.json.Invalid;
import likely.surveys.mail.MailContent;
import likely.surveys.mail.MailRenderer;
import likely.surveys.mail.SampleMail;
import likely.surveys.outreach.Sender;
import likely.surveys.people.Addresses;
import likely.surveys.people.Standing;
import likely.surveys.sending.Letter;
import likely.surveys.sending.Mailer;
import likely.surveys.sending.Outcome;
import org.jspecify.annotations.Nullable;

/** How a survey's mails look, on the screen and in a mailbox of one's own; nobody is asked by it. */
public final class MailRoutes {
    private static final int LONGEST = 254;

    /** Words of an owner's own, from our own origin: nothing in it runs, and its links open beside it. */
    private static final String CONTENT_SECURITY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src https:; base-uri 'none'; frame-ancestors 'self';"
                    + " sandbox allow-popups allow-popups-to-escape-sandbox";

    /** By which SES's events tell a test: no invitation has it. */
    private static final String TEST = "test";

    private final Scope scope;
    private final Campaigns campaigns;
    private final Supplier<Mailer> mailer;
    private final Optional<String> mailFrom;
    private final Function<String, Standing> standings;
    private final MailRenderer renderer = new MailRenderer();

    /**
     * The routes.
     *
     * @param mailer asked when a test mail is sent, which is seldom
     * @param mailFrom the address that mails come from unless their survey has one of its own; nothing while no mail can
     *     be sent
     * @param standings what is known of an email address
     */
    public MailRoutes(
            Scope scope,
            Campaigns campaigns,
            Supplier<Mailer> mailer,
            Optional<String> mailFrom,
            Function<String, Standing> standings) {
        this.scope = scope;
        this.campaigns = campaigns;
        this.mailer = mailer;
        this.mailFrom = mailFrom;
        this.standings = standings;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "surveys/{survey}/mail_preview", Access.ANY_KEY, this::preview),
                Route.of("POST", "surveys/{survey}/test_mail", Access.NO_VIEWER, this::test));
    }

    private Reply preview(Call call) {
        Map<String, Object> asked = new LinkedHashMap<>();
        for (String name : List.of("kind", "band", "language", "campaign", "format")) {
            call.query().text(name).ifPresent(text -> asked.put(name, text));
        }
        Fields fields = Fields.of(asked);
        Format format = requireNonNullElse(fields.one("format", Format.class), Format.JSON);
        MailContent mail =
                renderer.render(sample(call, fields).order(call.address().of("")));
        if (format == Format.HTML) {
            return Reply.of(200, "text/html; charset=utf-8", mail.html())
                    .with("Content-Security-Policy", CONTENT_SECURITY);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("subject", mail.subject());
        json.put("html", mail.html());
        json.put("text", mail.text());
        json.put("headers", mail.headers());
        return Reply.json(200, json);
    }

    private enum Format {
        JSON,
        HTML
    }

    private Reply test(Call call) {
        Fields fields = call.body().fields();
        SampleMail sample = sample(call, fields);
        String to = recipient(call, sample.survey(), fields.text("to", LONGEST));
        String from = Optional.ofNullable(sample.survey().outreach().sender().address())
                .or(() -> mailFrom)
                .orElseThrow(() -> new Invalid("to", "can't be written to: no address to send from is set up"));
        requireWelcome(to);
        MailContent mail = renderer.renderTest(sample.order(call.address().of("")));
        Envelope envelope = Envelope.of(sample.survey(), from, to);
        Outcome outcome = mailer.get().send(new Letter(TEST, sample.survey().id(), from, to, envelope.around(mail)));
        if (outcome instanceof Outcome.Accepted accepted) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("to", to);
            json.put("message_id", accepted.messageId());
            return Reply.json(201, json);
        }
        if (outcome instanceof Outcome.Refused refused) {
            throw new Invalid("to", "was refused by SES: " + refused.code());
        }
        if (outcome instanceof Outcome.Blocked blocked) {
            throw new Invalid("to", "was not sent: SES takes no mail from this sender now: " + blocked.code());
        }
        // Another try may bring a second test mail, which does no harm.
        throw new Unavailable(new IllegalStateException("SES did not take a test mail"));
    }

    /** A test is mail like any other to who wants none, and to SES when nothing arrives. */
    private void requireWelcome(String to) {
        Standing standing = standings.apply(to);
        if (standing.bouncedAt() != null) {
            throw new Invalid("to", "takes no mail: it bounced");
        } else if (standing.complainedAt() != null || standing.unsubscribedAt() != null) {
            throw new Invalid("to", "wants no mail: it complained or unsubscribed");
        }
    }

    private SampleMail sample(Call call, Fields fields) {
        Survey survey = scope.reach(call.caller(), call.path("survey"));
        Kind kind = requireNonNullElse(fields.one("kind", Kind.class), Kind.SURVEY);
        Band band = fields.one("band", Band.class);
        String language = fields.text("language", LONGEST);
        String campaign = fields.text("campaign", LONGEST);
        fields.check();
        return new SampleMail(
                survey,
                campaign == null ? null : campaigns.find(survey.id(), campaign).orElseThrow(Refusal::notFound),
                kind,
                band,
                language);
    }

    /** To oneself: a survey's key writes to its own sender alone, so that it is no way to write to strangers. */
    private static String recipient(Call call, Survey survey, @Nullable String given) {
        Sender sender = survey.outreach().sender();
        List<String> own = Stream.of(sender.replyTo(), sender.address())
                .flatMap(Stream::ofNullable)
                .toList();
        if (given == null) {
            return own.stream()
                    .findFirst()
                    .orElseThrow(() -> new Invalid("to", "can't be blank: the survey's sender has no address either"));
        }
        if (!Addresses.isEmail(given)) {
            throw new Invalid("to", "is not an email address");
        }
        if (call.caller().role() != Role.OWNER && own.stream().noneMatch(given::equalsIgnoreCase)) {
            throw new Invalid("to", "is not the address of the survey's sender: for others use the owner's key");
        }
        return given;
    }
}
