package likely.aws.http;

import java.util.LinkedHashMap;
import java.util.Map;
import likely.surveys.json.Json;

/**
 * What is answered.
 *
 * @param headers by name
 * @param body text; empty for none
 */
public record Reply(int status, Map<String, String> headers, String body) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply of(int status, String contentType, String body) {
        return new Reply(status, Map.of("Content-Type", contentType), body);
    }

    public static Reply json(int status, Object body) {
        return of(status, "application/json; charset=utf-8", Json.write(body));
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}
