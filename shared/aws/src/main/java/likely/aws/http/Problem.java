package likely.aws.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.surveys.json.FieldError;
import likely.surveys.json.Json;

/** Refusals of the public routes, as RFC 9457 has them: {@code application/problem+json}, naming fields and reasons. */
public final class Problem {
    private Problem() {}

    public static Reply of(int status, String title, List<FieldError> errors) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        if (!errors.isEmpty()) {
            body.put("detail", errors.get(0).field() + " " + errors.get(0).reason());
            body.put(
                    "errors",
                    errors.stream()
                            .map(e -> Json.texts("field", e.field(), "reason", e.reason()))
                            .toList());
        }
        return Reply.of(status, "application/problem+json; charset=utf-8", Json.write(body));
    }

    public static Reply of(int status, String title, String field, String reason) {
        return of(status, title, List.of(new FieldError(field, reason)));
    }

    /** The store is throttled or gone: to be sent again as it is. */
    public static Reply unavailable() {
        return of(503, "Service Unavailable", List.of()).with("Retry-After", "5");
    }
}
