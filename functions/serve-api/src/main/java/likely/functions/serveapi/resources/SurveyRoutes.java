package likely.functions.serveapi.resources;

import static java.util.Objects.requireNonNullElse;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Refusal;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.Identities;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.Surveys;
import likely.surveys.access.Role;
import likely.surveys.json.Fields;
import likely.surveys.json.Invalid;

/** Surveys: made, listed, changed. */
public final class SurveyRoutes {
    /** The dashboard's list of surveys is one call. */
    private static final int PER_PAGE = 100;

    private static final String[] NUMBERS = {"target", "retention_days", "version"};

    private final Scope scope;
    private final Surveys surveys;
    private final KeyRoutes keys;
    private final Identities identities;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public SurveyRoutes(Scope scope, Surveys surveys, KeyRoutes keys, Identities identities, Clock clock) {
        this.scope = scope;
        this.surveys = surveys;
        this.keys = keys;
        this.identities = identities;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "surveys", Access.ANY_KEY, this::list),
                Route.of("POST", "surveys", Access.OWNER, this::create),
                Route.of("PUT", "surveys", Access.NO_VIEWER, call -> change(call, bodyId(call))),
                Route.of("GET", "surveys/{survey}", Access.ANY_KEY, this::one),
                Route.of("PUT", "surveys/{survey}", Access.NO_VIEWER, call -> change(call, call.path("survey"))),
                Route.of("GET", "surveys/{survey}/identity_key", Access.NO_VIEWER, this::identityKey));
    }

    private Reply list(Call call) {
        int perPage = call.query().perPage(PER_PAGE, PER_PAGE);
        String after = requireNonNullElse(call.cursor().after(), "");
        List<Survey> left = mine(call).stream()
                .filter(survey -> survey.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(Survey::id))
                .toList();
        List<Survey> page = left.subList(0, Math.min(perPage, left.size()));
        Reply reply = Reply.json(200, page.stream().map(SurveyDocument::write).toList());
        return page.size() == left.size()
                ? reply
                : call.withNext(reply, page.get(page.size() - 1).id());
    }

    private List<Survey> mine(Call call) {
        String own = call.caller().survey();
        return own == null ? surveys.all() : surveys.find(own).stream().toList();
    }

    private Reply one(Call call) {
        return Reply.json(200, SurveyDocument.write(scope.reach(call.caller(), call.path("survey"))));
    }

    private Reply create(Call call) {
        Fields fields = call.body().fields(NUMBERS);
        String brand = fields.text("brand", 100);
        if (!fields.has("brand")) {
            fields.refuse("brand", "can't be blank");
        }
        String id = fields.matching(
                "id", SurveyDocument.ID, "is not 1 to 40 lower case letters, digits and hyphens, no hyphen first");
        SurveyTemplate template =
                requireNonNullElse(fields.one("template", SurveyTemplate.class), SurveyTemplate.RELATIONAL);
        fields.check();
        long now = clock.instant().getEpochSecond();
        Survey blank = template.survey(
                requireNonNullElse(id, Long.toString(random.nextLong(1, Long.MAX_VALUE))),
                Objects.requireNonNull(brand),
                now);
        Survey survey = SurveyDocument.apply(blank, call.body().coerced(NUMBERS));
        try {
            surveys.add(survey);
        } catch (Surveys.Taken e) {
            throw new Invalid("id", "has already been taken");
        }
        Map<String, Object> document = SurveyDocument.write(survey);
        document.put("key", keys.make(survey.id(), Role.SURVEY, null).text());
        return Reply.json(201, document);
    }

    /** Somebody else's change meanwhile is no conflict unless the caller says which version is changed. */
    private Reply change(Call call, String id) {
        Map<String, Object> given = call.body().coerced(NUMBERS);
        Long version = call.body().fields(NUMBERS).seconds("version");
        for (boolean again : List.of(true, false)) {
            Survey survey = scope.reach(call.caller(), id);
            if (version != null && version != survey.version()) {
                throw Refusal.conflict();
            }
            Survey changed =
                    SurveyDocument.changed(survey, given, clock.instant().getEpochSecond());
            try {
                surveys.replace(changed);
                return Reply.json(200, SurveyDocument.write(changed));
            } catch (Surveys.Changed e) {
                if (!again || version != null) {
                    throw Refusal.conflict();
                }
            }
        }
        throw Refusal.conflict();
    }

    private static String bodyId(Call call) {
        return Optional.ofNullable(call.body().raw("id")).map(String::valueOf).orElseThrow(Refusal::notFound);
    }

    private Reply identityKey(Call call) {
        Survey survey = scope.reach(call.caller(), call.path("survey"));
        return Reply.json(200, Map.of("identity_key", identities.key(survey.id())));
    }
}
