package likely.functions.serveapi.resources;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Refusal;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.Survey;
import likely.surveys.json.Invalid;
import likely.surveys.sources.Exclusion;
import likely.surveys.sources.Exclusion.Done;
import likely.surveys.sources.MarkedSources;
import likely.surveys.sources.MarkedSources.Marked;
import org.jspecify.annotations.Nullable;

/** Places from which too many answers came, and the owner's word on those answers. No address is known here. */
public final class SourceRoutes {
    /** Each place's answers are counted as they are asked for. */
    private static final int PER_PAGE = 20;

    private static final Pattern SOURCE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{16}");

    private final Scope scope;
    private final MarkedSources sources;
    private final Exclusion exclusion;

    public SourceRoutes(Scope scope, MarkedSources sources, Exclusion exclusion) {
        this.scope = scope;
        this.sources = sources;
        this.exclusion = exclusion;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "sources", Access.NO_VIEWER, this::list),
                Route.of("POST", "sources/{source}/exclude", Access.NO_VIEWER, call -> exclude(call, true)),
                Route.of("POST", "sources/{source}/include", Access.NO_VIEWER, call -> exclude(call, false)));
    }

    private Reply list(Call call) {
        Survey survey = scope.survey(call);
        MarkedSources.Page page = sources.page(
                survey.id(), place(call.cursor().after()), call.query().perPage(PER_PAGE, PER_PAGE));
        Reply reply = Reply.json(200, page.ids().stream().map(this::view).toList());
        String next = page.next();
        return next == null ? reply : call.withNext(reply, next);
    }

    private Map<String, Object> view(String source) {
        long marked = 0;
        long excluded = 0;
        Long first = null;
        Long last = null;
        for (Iterator<Marked> answers = sources.answers(source); answers.hasNext(); ) {
            Marked answer = answers.next();
            marked++;
            excluded += answer.excluded() ? 1 : 0;
            first = first == null ? Long.valueOf(answer.at()) : first;
            last = answer.at();
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", source);
        json.put("marked", marked);
        json.put("excluded", excluded);
        json.put("first_at", first);
        json.put("last_at", last);
        return json;
    }

    private Reply exclude(Call call, boolean excluded) {
        String source = call.path("source");
        if (!SOURCE.matcher(source).matches()) {
            throw Refusal.notFound();
        }
        Done done = exclusion.setAll(scope.survey(call), source, excluded).orElseThrow(Refusal::notFound);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", source);
        json.put("changed", done.changed());
        json.put("more", done.more());
        return Reply.json(200, json);
    }

    private static @Nullable String place(@Nullable String given) {
        if (given != null && !SOURCE.matcher(given).matches()) {
            throw new Invalid("page_info", "is not one of this service's");
        }
        return given;
    }
}
