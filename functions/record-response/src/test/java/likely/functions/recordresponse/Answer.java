package likely.functions.recordresponse;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What the function answered, as API Gateway would pass it on. */
record Answer(int status, Map<String, Object> headers, String text) {

    static Answer of(String json) {
        Map<String, Object> reply = parse(json);
        return new Answer((Integer) reply.get("statusCode"), map(reply.get("headers")), (String) reply.get("body"));
    }

    Map<String, Object> json() {
        return parse(text);
    }

    String header(String name) {
        return (String) headers.get(name);
    }

    /** Each refusal as "field reason". */
    List<String> errors() {
        return ((List<?>) json().get("errors"))
                .stream()
                        .map(Answer::map)
                        .map(error -> error.get("field") + " " + error.get("reason"))
                        .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static Map<String, Object> parse(String json) {
        try {
            return JSON.std.mapFrom(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
