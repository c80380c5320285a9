package likely.local.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** What goes back to the client. */
record Reply(int status, Map<String, List<String>> headers, Body body) {

    static Reply of(int status, String contentType, Body body) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", List.of(contentType));
        return new Reply(status, headers, body);
    }

    static Reply json(int status, String json) {
        return of(status, "application/json", Body.of(json));
    }

    /** Packs a body of the API's minimum size and more, when the client takes it. */
    Reply packed(int minimum, String acceptEncoding) {
        boolean wanted = acceptEncoding.toLowerCase(Locale.ROOT).contains("gzip");
        if (!wanted || minimum < 0 || body.length() < minimum || headers.containsKey("Content-Encoding")) {
            return this;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put("Content-Encoding", List.of("gzip"));
        return new Reply(status, more, Body.of(packed.toByteArray()));
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach((name, values) ->
                values.forEach(value -> exchange.getResponseHeaders().add(name, value)));
        boolean bodiless =
                status == 204 || status == 304 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless || body.length() == 0 ? -1 : body.length());
        if (!bodiless && body.length() > 0) {
            exchange.getResponseBody().write(body.bytes());
        }
    }
}
