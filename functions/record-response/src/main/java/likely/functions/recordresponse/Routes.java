package likely.functions.recordresponse;

import java.util.Map;
import java.util.Optional;
import likely.aws.Log;
import likely.aws.http.Problem;
import likely.aws.http.Reply;
import likely.aws.http.Request;
import likely.surveys.ResponseRecorder;
import likely.surveys.Unavailable;
import likely.surveys.json.FieldError;
import likely.surveys.json.Invalid;
import likely.web.WebFile;
import likely.web.WebFiles;
import likely.web.WebFiles.Folder;

/** Which request is answered by what. Every reply may be read by pages of any origin; none has credentials in it. */
final class Routes {
    private final SurveyRoutes surveys;
    private final WebFiles files;

    Routes(SurveyRoutes surveys, WebFiles files) {
        this.surveys = surveys;
        this.files = files;
    }

    Reply answer(Request request) {
        return route(request).with("Access-Control-Allow-Origin", "*").with("X-Content-Type-Options", "nosniff");
    }

    private Reply route(Request request) {
        try {
            return switch (request.resource()) {
                case "/surveys/{survey}" -> surveys.settings(request);
                case "/surveys/{survey}/responses" ->
                    request.method().equals("OPTIONS") ? preflight() : surveys.record(request);
                case "/widget.js" -> file("widget.js", request);
                case "/assets/{asset}" -> file(request.pathParameter("asset"), request);
                case "/health" -> Reply.json(200, Map.of("status", "ok"));
                default -> Problem.of(404, "Not Found", "path", "is none of this service");
            };
        } catch (Invalid e) {
            return Problem.of(400, "Bad Request", e.errors());
        } catch (ResponseRecorder.OriginRefused e) {
            return Problem.of(403, "Forbidden", "Origin", "is not one of this survey's allowed origins");
        } catch (ResponseRecorder.Closed e) {
            return Problem.of(409, "Conflict", "survey", "is closed and takes no new answers");
        } catch (Unavailable e) {
            Log.error("store.unavailable", "nothing, while it passes; if it lasts, look at the table", e, Map.of());
            return Problem.unavailable();
        }
    }

    private Reply file(String name, Request request) {
        Optional<WebFile> found = files.find(Folder.PUBLIC, name);
        if (found.isEmpty()) {
            return Problem.of(404, "Not Found", java.util.List.of(new FieldError("path", "names no file")));
        }
        WebFile file = found.get();
        boolean known = file.etag().equals(request.header("If-None-Match"));
        Reply reply = known ? new Reply(304, Map.of(), "") : Reply.of(200, file.contentType(), file.text());
        return reply.with("ETag", file.etag()).with("Cache-Control", "public, max-age=300");
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
