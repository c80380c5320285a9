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
import likely.local.Json;

/** What goes back to the client; the headers may be added to. */
public record Reply(int status, Map<String, List<String>> headers, Body body) {

    public static Reply of(int status, String contentType, Body body) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", List.of(contentType));
        return new Reply(status, headers, body);
    }

    public static Reply json(int status, String json) {
        return of(status, "application/json", Body.of(json));
    }

    public static Reply text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", Body.of(text + "\n"));
    }

    /** What the sender did wrong, in one sentence. */
    public static Reply problem(int status, String title) {
        return of(status, "application/problem+json", Body.of(Json.text(Map.of("status", status, "title", title))));
    }

    /** To a form that another site's page sent. */
    public static Reply forbidden() {
        return problem(403, "Only this site's own pages may do that");
    }

    /** To another page after a form was taken, so that loading it again sends nothing again. */
    public static Reply seeOther(String location) {
        return text(303, location).with("Location", location);
    }

    public Reply with(String header, String value) {
        headers.put(header, List.of(value));
        return this;
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
