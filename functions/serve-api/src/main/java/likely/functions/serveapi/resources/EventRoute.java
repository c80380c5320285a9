package likely.functions.serveapi.resources;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.json.Fields;
import likely.surveys.json.Json;
import likely.surveys.planning.ShopEvent;
import likely.surveys.planning.Wishes;

/** Takes an event of the shop, such as an order, and puts it on the bus, from where it is planned. */
public final class EventRoute {
    /** Whoever looks at the bus sees that it came this way. */
    public static final String SOURCE = "likely.api";

    private static final int LONGEST_TYPE = 128;

    private final Scope scope;
    private final Wishes wishes;
    private final Door door;
    private final Clock clock;

    /** The bus. */
    @FunctionalInterface
    public interface Door {
        /**
         * Puts an event on it.
         *
         * @throws likely.surveys.Unavailable when it could not
         */
        void put(String source, String type, String detail);
    }

    public EventRoute(Scope scope, Wishes wishes, Door door, Clock clock) {
        this.scope = scope;
        this.wishes = wishes;
        this.door = door;
        this.clock = clock;
    }

    public Route route() {
        return Route.of("POST", "events", Access.NO_VIEWER, this::take);
    }

    private Reply take(Call call) {
        Fields fields = call.body().fields();
        for (String needed : new String[] {"type", "detail"}) {
            if (!fields.has(needed)) {
                fields.refuse(needed, "can't be blank");
            }
        }
        String type = fields.text("type", LONGEST_TYPE);
        fields.object("detail");
        fields.check();
        Map<String, Object> detail = detail(call);
        ShopEvent event = new ShopEvent(SOURCE, Objects.requireNonNull(type), clock.instant(), detail);
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("type", type);
        reply.put("campaigns", wishes.check(event));
        door.put(SOURCE, type, Json.write(detail));
        return Reply.json(202, reply);
    }

    /** A survey's key speaks for its own survey; the owner's for the one it names, or for all. */
    private Map<String, Object> detail(Call call) {
        Map<String, Object> detail = new LinkedHashMap<>();
        if (call.body().raw("detail") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> detail.put(String.valueOf(name), value));
        }
        Optional.ofNullable(detail.get("survey"))
                .map(String::valueOf)
                .or(() -> call.query().text("survey"))
                .or(() -> Optional.ofNullable(call.caller().survey()))
                .map(survey -> scope.reach(call.caller(), survey))
                .ifPresent(survey -> detail.put("survey", survey.id()));
        return detail;
    }
}
