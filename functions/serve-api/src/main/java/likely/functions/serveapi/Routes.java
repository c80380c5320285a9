package likely.functions.serveapi;

import java.util.Map;
import likely.aws.Log;
import likely.aws.http.Reply;
import likely.aws.http.Request;
import likely.functions.serveapi.dashboard.Dashboard;
import likely.functions.serveapi.v1.V1;
import likely.surveys.Unavailable;
import likely.surveys.json.Invalid;

/** Which request is answered by what. */
final class Routes {
    private static final String CONTENT_SECURITY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final V1 v1;
    private final Dashboard dashboard;

    Routes(V1 v1, Dashboard dashboard) {
        this.v1 = v1;
        this.dashboard = dashboard;
    }

    Reply answer(Request request) {
        Reply reply = request.path().startsWith("/v1/") ? v1.answer(request) : page(request);
        Reply whole = reply.with("X-Content-Type-Options", "nosniff")
                // Not no-referrer, with which browsers hide the origin of a form that they send.
                .with("Referrer-Policy", "same-origin");
        return reply.headers().containsKey(CONTENT_SECURITY_POLICY)
                ? whole
                : whole.with(CONTENT_SECURITY_POLICY, CONTENT_SECURITY);
    }

    private Reply page(Request request) {
        try {
            return switch (request.method() + " " + request.resource()) {
                case "GET /" -> dashboard.page(request);
                case "GET /dashboard/{file}" -> dashboard.file(request);
                case "POST /session" -> dashboard.signIn(request);
                case "DELETE /session" -> dashboard.signOut(request);
                default -> Reply.of(404, TEXT, "There is nothing here.\n");
            };
        } catch (Invalid e) {
            return Reply.of(404, TEXT, "There is nothing here.\n");
        } catch (Unavailable e) {
            Log.error("store.unavailable", "nothing, while it passes; if it lasts, look at the table", e, Map.of());
            return Reply.of(503, TEXT, "Please try again in some seconds.\n")
                    .with("Retry-After", "5")
                    .with("Cache-Control", "no-store");
        }
    }
}
