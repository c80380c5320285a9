package likely.functions.serveapi.resources;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Refusal;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.Survey;
import likely.surveys.answering.Asked;
import likely.surveys.answering.MadeLink;
import likely.surveys.answering.MadeLinks;
import likely.surveys.json.Invalid;
import likely.surveys.links.Link;
import likely.surveys.links.Links;
import likely.surveys.people.Person;

/** Links to a survey's page that no mail carries: for a chat, the end of a call, a receipt. */
public final class LinkRoutes {
    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");

    private final Scope scope;
    private final PersonFinder finder;
    private final MadeLinks made;
    private final Links links;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public LinkRoutes(Scope scope, PersonFinder finder, MadeLinks made, Links links, Clock clock) {
        this.scope = scope;
        this.finder = finder;
        this.made = made;
        this.links = links;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("POST", "links", Access.NO_VIEWER, this::make),
                Route.of("GET", "links/{link}", Access.NO_VIEWER, this::one));
    }

    private Reply make(Call call) {
        Survey survey = scope.survey(call);
        long now = clock.instant().getEpochSecond();
        LinkBody body = LinkBody.read(call.body(), now);
        String person = body.person().map(id -> known(call, id).id()).orElse(null);
        String id = Long.toString(random.nextLong() >>> 1);
        made.add(new MadeLink(
                new Asked(id, survey.id(), id, person, null, body.properties(), body.touchpoint(), body.answers()),
                now,
                body.expires(),
                0));
        String url = call.address().of("/answer/" + links.token(new Link(Link.Purpose.ANSWER, id, body.expires())));
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("id", id);
        reply.put("survey", survey.id());
        reply.put("url", url);
        reply.put("answers", body.answers());
        reply.put("expires_at", body.expires());
        reply.put("qr_svg", QrSvg.of(url));
        return Reply.json(201, reply);
    }

    private Person known(Call call, String id) {
        return finder.byId(call.caller(), id).orElseThrow(() -> new Invalid("person", "is not known"));
    }

    /** Without its address, which is shown once: whoever has it may answer. */
    private Reply one(Call call) {
        MadeLink link = Optional.of(call.path("link"))
                .filter(id -> ID.matcher(id).matches())
                .flatMap(made::find)
                .orElseThrow(Refusal::notFound);
        scope.reach(call.caller(), link.asked().survey());
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("id", link.asked().id());
        reply.put("answers", link.asked().answers());
        reply.put("used", link.used());
        reply.put("expires_at", link.closesAt());
        reply.put("created_at", link.createdAt());
        return Reply.json(200, reply);
    }
}
