package likely.functions.serveapi.resources;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Refusal;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.State;
import likely.surveys.json.Fields;
import likely.surveys.json.Invalid;
import likely.surveys.sending.Traces;
import likely.surveys.sending.Traces.Resolution;
import likely.surveys.sending.Traces.Trace;

/** Single mails: what became of each, and the owner's word on those of which nobody knows. */
public final class InvitationRoutes {
    private static final int PER_PAGE = 20;
    private static final int MOST_PER_PAGE = 100;

    private enum Said {
        SENT,
        NOT_SENT
    }

    private final Traces traces;
    private final Clock clock;

    public InvitationRoutes(Traces traces, Clock clock) {
        this.traces = traces;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "invitations", Access.OWNER, this::list),
                Route.of("GET", "invitations/{id}", Access.NO_VIEWER, this::one),
                Route.of("PUT", "invitations/{id}", Access.OWNER, this::resolve));
    }

    private Reply list(Call call) {
        if (!call.query().text("state").filter("unknown"::equals).isPresent()) {
            throw new Invalid("state", "is not unknown, the only state that mails are listed by");
        }
        Traces.Page page = traces.unknown(call.cursor().after(), call.query().perPage(PER_PAGE, MOST_PER_PAGE));
        Reply reply = Reply.json(
                200, page.traces().stream().map(InvitationRoutes::view).toList());
        String next = page.next();
        return next == null ? reply : call.withNext(reply, next);
    }

    private Reply one(Call call) {
        return Reply.json(200, view(find(call)));
    }

    private Trace find(Call call) {
        Trace trace = traces.find(call.path("id")).orElseThrow(Refusal::notFound);
        if (!call.caller().reaches(trace.invitation().survey())) {
            throw Refusal.notFound();
        }
        return trace;
    }

    private Reply resolve(Call call) {
        Trace trace = find(call);
        Fields fields = call.body().fields();
        Said said = fields.one("state", Said.class);
        if (!fields.has("state")) {
            fields.refuse("state", "can't be blank");
        }
        boolean again = Boolean.TRUE.equals(fields.bool("again"));
        if (again && said == Said.SENT) {
            fields.refuse("again", "goes with not_sent alone");
        }
        fields.check();
        Resolution resolution = said == Said.SENT ? Resolution.SENT : again ? Resolution.AGAIN : Resolution.NOT_SENT;
        boolean resolved = trace.invitation().state() == State.UNKNOWN
                && traces.resolve(
                        trace.invitation(), resolution, clock.instant().getEpochSecond());
        if (!resolved) {
            throw Refusal.conflict();
        }
        return one(call);
    }

    private static Map<String, Object> view(Trace trace) {
        Invitation invitation = trace.invitation();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", invitation.id());
        json.put("survey", invitation.survey());
        json.put("campaign", invitation.campaign());
        json.put("wave", invitation.wave());
        json.put("kind", lower(invitation.kind()));
        json.put("person", invitation.person().isEmpty() ? null : invitation.person());
        json.put("state", lower(invitation.state()));
        json.put("reason", invitation.reason());
        json.put("due_at", invitation.dueAt());
        json.put("created_at", invitation.createdAt());
        json.put("message_id", trace.messageId());
        json.putAll(trace.moments());
        json.put("openings", trace.evidence());
        return json;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
