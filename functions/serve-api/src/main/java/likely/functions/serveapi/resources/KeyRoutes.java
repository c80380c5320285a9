package likely.functions.serveapi.resources;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Refusal;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.Survey;
import likely.surveys.access.AccessKey;
import likely.surveys.access.AccessKeys;
import likely.surveys.access.Role;
import likely.surveys.json.Fields;
import org.jspecify.annotations.Nullable;

/** A survey's keys. The owner's business alone, so that a key that leaked cannot make itself successors. */
public final class KeyRoutes {
    private static final int LONGEST_LABEL = 100;

    private enum Given {
        SURVEY,
        VIEWER;

        Role role() {
            return switch (this) {
                case SURVEY -> Role.SURVEY;
                case VIEWER -> Role.VIEWER;
            };
        }
    }

    private final Scope scope;
    private final AccessKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public KeyRoutes(Scope scope, AccessKeys keys, Clock clock) {
        this.scope = scope;
        this.keys = keys;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "surveys/{survey}/keys", Access.OWNER, this::list),
                Route.of("POST", "surveys/{survey}/keys", Access.OWNER, this::create),
                Route.of("DELETE", "surveys/{survey}/keys/{key}", Access.OWNER, this::revoke));
    }

    /** A key with its text, which is kept nowhere. */
    record Made(AccessKey key, String text) {}

    Made make(String survey, Role role, @Nullable String label) {
        String text = AccessKey.random(random);
        AccessKey key = new AccessKey(
                AccessKey.hash(text), role, survey, label, clock.instant().getEpochSecond());
        keys.add(key);
        return new Made(key, text);
    }

    private Reply list(Call call) {
        Survey survey = scope.reach(call.caller(), call.path("survey"));
        return Reply.json(
                200, keys.of(survey.id()).stream().map(KeyRoutes::view).toList());
    }

    private Reply create(Call call) {
        Survey survey = scope.reach(call.caller(), call.path("survey"));
        Fields fields = call.body().fields();
        Given role = fields.one("role", Given.class);
        if (!fields.has("role")) {
            fields.refuse("role", "can't be blank");
        }
        String label = fields.text("label", LONGEST_LABEL);
        fields.check();
        Made made = make(survey.id(), Objects.requireNonNull(role).role(), label);
        Map<String, Object> view = view(made.key());
        view.put("key", made.text());
        return Reply.json(201, view);
    }

    private Reply revoke(Call call) {
        Survey survey = scope.reach(call.caller(), call.path("survey"));
        if (!keys.remove(survey.id(), call.path("key"))) {
            throw Refusal.notFound();
        }
        return Reply.json(200, Map.of("ok", true));
    }

    private static Map<String, Object> view(AccessKey key) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", key.id());
        view.put("role", key.role().name().toLowerCase(Locale.ROOT));
        view.put("label", key.label());
        view.put("created_at", key.createdAt());
        return view;
    }
}
