package likely.functions.serveapi.resources;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.answers.Filter;
import likely.surveys.answers.Place;
import likely.surveys.answers.ResponseQuery;
import likely.surveys.json.Invalid;
import likely.surveys.people.Person;
import org.jspecify.annotations.Nullable;

/** A survey's responses as CSV, page after page. */
public final class ExportRoute {
    private static final int MOST_ROWS = 1_000;
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,12})/([0-9]{1,20})");

    private final Scope scope;
    private final ResponseQuery query;
    private final PersonFinder finder;

    public ExportRoute(Scope scope, ResponseQuery query, PersonFinder finder) {
        this.scope = scope;
        this.query = query;
        this.finder = finder;
    }

    public Route route() {
        return Route.of("GET", "survey_responses.csv", Access.ANY_KEY, this::export);
    }

    private Reply export(Call call) {
        Survey survey = scope.survey(call);
        Filter filter = Filters.of(call, finder);
        int most = call.query().perPage(MOST_ROWS, MOST_ROWS);
        // One more than is shown tells whether there is a next page.
        List<Response> rows = query.after(survey, filter, place(call.cursor().after()), most + 1);
        boolean seen = call.caller().seesPeople();
        ResponseCsv csv = new ResponseCsv(survey, seen, seen ? people(rows) : Map.of());
        int shown = 0;
        while (shown < Math.min(most, rows.size()) && csv.add(rows.get(shown))) {
            shown++;
        }
        Reply reply = Reply.of(200, "text/csv; charset=utf-8", csv.text())
                .with("Content-Disposition", "attachment; filename=\"responses.csv\"");
        if (shown == rows.size()) {
            return reply;
        }
        Place last = filter.place(rows.get(shown - 1));
        return call.withNext(reply, last.at() + "/" + last.id());
    }

    private Map<String, Person> people(List<Response> rows) {
        return finder.all(rows.stream()
                .flatMap(response -> Stream.ofNullable(response.person()))
                .toList());
    }

    private static @Nullable Place place(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = PLACE.matcher(text);
        if (!matcher.matches()) {
            throw new Invalid("page_info", "is not one of this service's");
        }
        return new Place(Long.parseLong(matcher.group(1)), matcher.group(2));
    }
}
