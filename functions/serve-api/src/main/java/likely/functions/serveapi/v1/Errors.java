package likely.functions.serveapi.v1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.aws.http.Reply;
import likely.surveys.json.FieldError;
import likely.surveys.json.Invalid;

/** Errors as Delighted's clients read them: {@code {"status", "message"}}, and {@code errors} by attribute for 422. */
final class Errors {
    private static final Map<Integer, String> MESSAGES = Map.of(
            401, "Unauthorized",
            403, "Forbidden",
            404, "Not Found",
            405, "Method Not Allowed",
            406, "Not Acceptable",
            409, "Conflict",
            413, "Payload Too Large",
            422, "Unprocessable Entity",
            500, "Internal Server Error",
            503, "Service Unavailable");

    private Errors() {}

    static Reply of(int status) {
        return Reply.json(status, body(status));
    }

    static Reply of(Invalid invalid) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (FieldError error : invalid.errors()) {
            errors.computeIfAbsent(error.field(), field -> new ArrayList<>()).add(error.reason());
        }
        Map<String, Object> body = body(422);
        body.put("errors", errors);
        return Reply.json(422, body);
    }

    private static Map<String, Object> body(int status) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put("message", MESSAGES.getOrDefault(status, "Error"));
        return body;
    }
}
