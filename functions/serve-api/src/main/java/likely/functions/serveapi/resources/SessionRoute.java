package likely.functions.serveapi.resources;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;

/** Who one is. */
public final class SessionRoute {
    private SessionRoute() {}

    public static Route route() {
        return Route.of("GET", "session", Access.ANY_KEY, SessionRoute::session);
    }

    private static Reply session(Call call) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("role", call.caller().role().name().toLowerCase(Locale.ROOT));
        json.put("survey", call.caller().survey());
        return Reply.json(200, json);
    }
}
