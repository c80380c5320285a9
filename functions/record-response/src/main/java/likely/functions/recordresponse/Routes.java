package likely.functions.recordresponse;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import likely.aws.Log;
import likely.aws.http.Problem;
import likely.aws.http.Reply;
import likely.aws.http.Request;
import likely.functions.recordresponse.pages.Pages;
import likely.surveys.ResponseRecorder;
import likely.surveys.Unavailable;
import likely.surveys.json.Invalid;
import likely.web.WebFiles;

/** Which request is answered by what. Replies for everybody may be read by pages of any origin; none has credentials in it. */
final class Routes {
    private static final String RETRY_AFTER = "Retry-After";

    private final SurveyRoutes surveys;
    private final Supplier<Pages> pages;
    private final Assets assets;

    /** @param pages made at the first request for one: most of this function's requests are for none */
    Routes(SurveyRoutes surveys, Supplier<Pages> pages, WebFiles files) {
        this.surveys = surveys;
        this.pages = pages;
        this.assets = new Assets(files);
    }

    Reply answer(Request request) {
        Reply routed = route(request).with("X-Content-Type-Options", "nosniff");
        // What stands behind a person's own link is for no other page to read.
        Reply reply = isPersonal(request) ? routed : forAnyOrigin(routed);
        return request.method().equals("HEAD") ? new Reply(reply.status(), reply.headers(), "") : reply;
    }

    /** A page of another origin may read the body, and of the headers when to come again. */
    private static Reply forAnyOrigin(Reply reply) {
        Reply open = reply.with("Access-Control-Allow-Origin", "*");
        return reply.headers().containsKey(RETRY_AFTER)
                ? open.with("Access-Control-Expose-Headers", RETRY_AFTER)
                : open;
    }

    private static boolean isPersonal(Request request) {
        return request.resource().endsWith("/{token}");
    }

    private Reply route(Request request) {
        try {
            return switch (request.resource()) {
                case "/surveys/{survey}" -> surveys.settings(request);
                case "/surveys/{survey}/responses" ->
                    request.method().equals("OPTIONS") ? preflight() : surveys.record(request);
                case "/surveys/{survey}/askings" ->
                    request.method().equals("OPTIONS") ? preflight() : surveys.ask(request);
                case "/answer/{token}" -> pages.get().answer(request);
                case "/unsubscribe/{token}" -> pages.get().choices(request);
                case "/widget.js" -> assets.file("widget.js", request);
                case "/widget.mjs" -> assets.file("widget.mjs", request);
                // Where Delighted's snippet looks for its script, with the survey in the place of the project's key.
                case "/integrations/web/v1/library/{survey}/delighted.js" -> assets.file("delighted.js", request);
                case "/assets/{asset}" -> assets.asset(request.pathParameter("asset"), request);
                case "/health" -> Reply.json(200, Map.of("status", "ok"));
                default -> Problem.of(404, "Not Found", "path", "is none of this service");
            };
        } catch (Invalid e) {
            return Problem.of(400, "Bad Request", e.errors());
        } catch (ResponseRecorder.OriginRefused e) {
            return Problem.of(403, "Forbidden", "Origin", "is not one of this survey's allowed origins");
        } catch (ResponseRecorder.Closed e) {
            return Problem.of(409, "Conflict", "survey", "is closed and takes no new answers");
        } catch (ResponseRecorder.TooMany e) {
            return Problem.of(429, "Too Many Requests", "survey", "has had too many answers from this place this hour")
                    .with(RETRY_AFTER, Long.toString(e.seconds()));
        } catch (Unavailable e) {
            Log.error(
                    "store.unavailable",
                    "nothing, while it passes; if it lasts, look at the tables and the identity secret",
                    e,
                    Map.of());
            return Problem.unavailable();
        } catch (RuntimeException e) {
            // The runtime would log its message, which may quote what somebody said.
            Log.error(
                    "request.failed", "report it with this line: it is a bug", e, Map.of("route", request.resource()));
            return Problem.of(500, "Internal Server Error", List.of());
        }
    }

    /** What a browser asks before a page of another origin may post JSON. */
    private static Reply preflight() {
        return new Reply(
                204,
                Map.of(
                        "Access-Control-Allow-Methods", "POST, OPTIONS",
                        "Access-Control-Allow-Headers", "Content-Type",
                        "Access-Control-Max-Age", "86400"),
                "");
    }
}
