package likely.local.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import likely.local.Json;
import org.jspecify.annotations.Nullable;

/** A function's answer, read as a REST API reads it; anything malformed is an {@link IllegalArgumentException}. */
final class ProxyReply {

    /** Headers that API Gateway keeps for itself, and hands on under another name. */
    private static final Set<String> REMAPPED =
            Set.of("connection", "content-length", "date", "server", "www-authenticate");

    private ProxyReply() {}

    static Reply read(String json) {
        Map<String, @Nullable Object> answer = Json.object(json);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        map(answer, "headers").forEach((name, value) -> headers.put(name(name), List.of(scalar(value))));
        map(answer, "multiValueHeaders").forEach((name, values) -> {
            if (!(values instanceof List<?> list)) {
                throw new IllegalArgumentException("multiValueHeaders." + name + " is no list");
            }
            headers.put(name(name), list.stream().map(ProxyReply::scalar).toList());
        });
        headers.putIfAbsent("Content-Type", List.of("application/json"));
        headers.remove("Transfer-Encoding");
        Object body = answer.get("body");
        if (body != null && !(body instanceof String)) {
            throw new IllegalArgumentException("body is no text");
        }
        // isBase64Encoded changes nothing: the API declares no binary media types.
        return new Reply(status(answer), headers, Body.of(body == null ? "" : (String) body));
    }

    private static int status(Map<String, @Nullable Object> answer) {
        int status = Integer.parseInt(scalar(answer.get("statusCode")));
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("statusCode " + status);
        }
        return status;
    }

    private static Map<String, @Nullable Object> map(Map<String, @Nullable Object> answer, String name) {
        Object value = answer.get(name);
        return value == null ? Map.of() : Json.object(Json.text(value));
    }

    private static String name(String header) {
        return REMAPPED.contains(header.toLowerCase(Locale.ROOT)) ? "x-amzn-Remapped-" + header : header;
    }

    private static String scalar(@Nullable Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw new IllegalArgumentException("Expected text or a number, found " + value);
    }
}
