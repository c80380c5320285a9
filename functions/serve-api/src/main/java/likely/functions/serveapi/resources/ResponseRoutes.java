package likely.functions.serveapi.resources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Refusal;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.Response;
import likely.surveys.Responses;
import likely.surveys.Survey;
import likely.surveys.answers.ResponseQuery;
import likely.surveys.people.Person;
import likely.surveys.sources.Exclusion;

/** Responses: listed, read, added, changed, erased. */
public final class ResponseRoutes {
    private final Scope scope;
    private final ResponseQuery query;
    private final ResponseWrites writes;
    private final Responses responses;
    private final Exclusion exclusion;
    private final PersonFinder finder;

    public ResponseRoutes(
            Scope scope,
            ResponseQuery query,
            ResponseWrites writes,
            Responses responses,
            Exclusion exclusion,
            PersonFinder finder) {
        this.scope = scope;
        this.query = query;
        this.writes = writes;
        this.responses = responses;
        this.exclusion = exclusion;
        this.finder = finder;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "survey_responses", Access.ANY_KEY, this::list),
                Route.of("POST", "survey_responses", Access.NO_VIEWER, this::add),
                // Without an id in the path, as one client sends what it has changed.
                Route.of("PUT", "survey_responses", Access.NO_VIEWER, call -> change(call, bodyId(call))),
                Route.of("GET", "survey_responses/{id}", Access.ANY_KEY, this::one),
                Route.of("PUT", "survey_responses/{id}", Access.NO_VIEWER, call -> change(call, call.path("id"))),
                Route.of("POST", "survey_responses/{id}/exclude", Access.NO_VIEWER, call -> exclude(call, true)),
                Route.of("POST", "survey_responses/{id}/include", Access.NO_VIEWER, call -> exclude(call, false)),
                Route.of("DELETE", "survey_responses/{id}", Access.NO_VIEWER, this::erase));
    }

    private Reply list(Call call) {
        Survey survey = scope.survey(call);
        int perPage = call.query().perPage();
        long skip = (long) perPage * (call.query().page() - 1);
        List<Response> page = query.page(survey, Filters.of(call, finder), skip, perPage);
        ResponseJson json = new ResponseJson(survey, call, wanted(call, page));
        return Reply.json(200, page.stream().map(json::write).toList());
    }

    private Reply one(Call call) {
        Response response = find(call, call.path("id"));
        return reply(200, response, call);
    }

    private Reply add(Call call) {
        return reply(201, writes.add(scope.survey(call), call.body(), named(call)), call);
    }

    private Reply change(Call call, String id) {
        Response response = find(call, id);
        Survey survey = scope.reach(call.caller(), response.survey());
        return reply(200, writes.change(survey, id, call.body(), named(call)).orElseThrow(Refusal::notFound), call);
    }

    private Reply exclude(Call call, boolean excluded) {
        Response response = find(call, call.path("id"));
        return reply(200, exclusion.set(response.id(), excluded).orElseThrow(Refusal::notFound), call);
    }

    private Reply erase(Call call) {
        Response response = find(call, call.path("id"));
        if (!responses.erase(response.id())) {
            throw Refusal.notFound();
        }
        return Reply.json(200, Map.of("ok", true));
    }

    /** One of another survey is as unknown to a survey's key as one that is not there. */
    private Response find(Call call, String id) {
        return query.find(id)
                .filter(response -> call.caller().reaches(response.survey()))
                .orElseThrow(Refusal::notFound);
    }

    private Reply reply(int status, Response response, Call call) {
        Survey survey = scope.reach(call.caller(), response.survey());
        ResponseJson json = new ResponseJson(survey, call, wanted(call, List.of(response)));
        return Reply.json(status, json.write(response));
    }

    /** Those who answered, when they are wanted in full by who may see them. */
    private Map<String, Person> wanted(Call call, List<Response> responses) {
        return call.expanded().contains("person") && call.caller().seesPeople()
                ? finder.all(responses.stream()
                        .flatMap(response -> Stream.ofNullable(response.person()))
                        .toList())
                : Map.of();
    }

    private Function<String, Optional<Person>> named(Call call) {
        return id -> finder.byId(call.caller(), id);
    }

    private static String bodyId(Call call) {
        return Optional.ofNullable(call.body().raw("id")).map(String::valueOf).orElseThrow(Refusal::notFound);
    }
}
