package likely.functions.serveapi.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import likely.aws.Log;
import likely.aws.http.Paths;
import likely.aws.http.Reply;
import likely.aws.http.Request;
import likely.functions.serveapi.access.Address;
import likely.functions.serveapi.access.BasicKey;
import likely.functions.serveapi.access.Caller;
import likely.functions.serveapi.access.Callers;
import likely.functions.serveapi.access.SameOrigin;
import likely.functions.serveapi.access.Sessions;
import likely.surveys.Unavailable;
import likely.surveys.json.Invalid;

/** Everything under /v1: who calls, what, and in which form it is answered. */
public final class V1 {
    private static final String PREFIX = "/v1/";
    private static final String JSON_SUFFIX = ".json";
    private static final String CSV_SUFFIX = ".csv";

    private final List<Route> routes;
    private final Callers callers;
    private final Sessions sessions;
    private final Greeting greeting;
    private final Optional<String> publicUrl;

    /** Is told of each caller before the call is answered. */
    @FunctionalInterface
    public interface Greeting {
        void greet(Caller caller);
    }

    public V1(List<Route> routes, Callers callers, Sessions sessions, Greeting greeting, Optional<String> publicUrl) {
        this.routes = List.copyOf(routes);
        this.callers = callers;
        this.sessions = sessions;
        this.greeting = greeting;
        this.publicUrl = publicUrl;
    }

    /** Never throws: whatever happens has a body that the clients can read. */
    public Reply answer(Request request) {
        Reply reply;
        try {
            reply = route(request);
        } catch (Invalid e) {
            reply = Errors.of(e);
        } catch (Refusal e) {
            reply = Errors.of(e.status());
        } catch (Body.TooLarge e) {
            reply = Errors.of(413);
        } catch (Unavailable e) {
            Log.error("store.unavailable", "nothing, while it passes; if it lasts, look at the table", e, Map.of());
            reply = Errors.of(503).with("Retry-After", "5");
        } catch (RuntimeException e) {
            Log.error("call.failed", "report it, with its place", e, Map.of());
            reply = Errors.of(500);
        }
        Reply whole = reply.with("Cache-Control", "no-store");
        return request.method().equals("HEAD") ? new Reply(whole.status(), whole.headers(), "") : whole;
    }

    private Reply route(Request request) {
        Optional<Caller> caller = caller(request);
        if (caller.isEmpty()) {
            return unauthorized(request);
        }
        if (isByCookie(request) && isWrite(request) && SameOrigin.of(request, publicUrl) != SameOrigin.Verdict.SAME) {
            throw Refusal.forbidden();
        }
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        List<String> path = path(request.path());
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = route.match(path);
            if (parameters.isPresent()) {
                if (route.method().equals(method)) {
                    return call(request, caller.get(), route, parameters.get());
                }
                allowed.add(route.method());
            }
        }
        return allowed.isEmpty() ? Errors.of(404) : Errors.of(405).with("Allow", String.join(", ", allowed));
    }

    private Reply call(Request request, Caller caller, Route route, Map<String, String> parameters) {
        if (!route.access().allows(caller.role())) {
            throw Refusal.forbidden();
        }
        if (!isAcceptable(request)) {
            return Errors.of(406);
        }
        greeting.greet(caller);
        Query query = Cursor.merged(new Query(request.query()));
        Call call =
                new Call(caller, parameters, query, Body.of(request), Address.of(request, publicUrl), request.path());
        Reply reply = route.handler().answer(call);
        if (isWrite(request)) {
            Log.info(
                    "api.written",
                    Map.of(
                            "method", route.method(),
                            "route", String.join("/", route.pattern()),
                            "role", caller.role().name(),
                            "key", caller.keyHash().substring(0, 16),
                            "status", reply.status()));
        }
        return reply;
    }

    /** A key in the header is the caller's word; only without one is there a cookie to be asked. */
    private Optional<Caller> caller(Request request) {
        return isByCookie(request)
                ? sessions.caller(request)
                : BasicKey.read(request.header("Authorization")).flatMap(callers::byKey);
    }

    private static boolean isByCookie(Request request) {
        return request.header("Authorization") == null;
    }

    private static boolean isWrite(Request request) {
        return !request.method().equals("GET") && !request.method().equals("HEAD");
    }

    /** A page of ours shows its own words when its session has ended; the challenge would make the browser ask. */
    private static Reply unauthorized(Request request) {
        Reply reply = Errors.of(401);
        boolean page = Sessions.isIn(request) || request.header("Sec-Fetch-Site") != null;
        return page ? reply : reply.with("WWW-Authenticate", "Basic realm=\"Likely\"");
    }

    /** Segments, decoded once; {@code .json} at the very end says nothing, an address may end in {@code .com}. */
    private static List<String> path(String path) {
        String own = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
        String bare = own.endsWith(JSON_SUFFIX) ? own.substring(0, own.length() - JSON_SUFFIX.length()) : own;
        List<String> segments = new ArrayList<>();
        try {
            for (String segment : bare.split("/", -1)) {
                segments.add(Paths.decode(segment));
            }
        } catch (Invalid e) {
            throw Refusal.notFound();
        }
        return segments;
    }

    private static boolean isAcceptable(Request request) {
        String accept = String.join(",", request.headers().getOrDefault("accept", List.of()));
        return accept.isBlank()
                || request.path().endsWith(JSON_SUFFIX)
                || request.path().endsWith(CSV_SUFFIX)
                || accept.contains("*/*")
                || accept.contains("application/*")
                || accept.contains("application/json");
    }
}
