package likely.e2e.client;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** What the service answered. */
public record Reply(int status, Map<String, List<String>> headers, String body) {

    static Reply of(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.headers().map(), response.body());
    }

    /** The body's object; a reply that has none is shown whole. */
    public Map<String, Object> json() {
        try {
            return JSON.std.mapFrom(body);
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        }
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> list() {
        try {
            return (List<Map<String, Object>>) (List<?>) JSON.std.listFrom(body);
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        }
    }

    /** A header's first value; empty where there is none. */
    public String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().get(0))
                .findFirst()
                .orElse("");
    }
}
