package likely.aws.http;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import likely.surveys.json.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * Between a REST API's proxy event and a {@link Request}. Reads the few fields that are used: the typed event of the
 * Lambda library costs a quarter of a second at a cold start.
 */
public final class ProxyEvent {
    private ProxyEvent() {}

    /** Reads an event, lets it be answered, and writes the reply. */
    public static void answer(InputStream event, OutputStream reply, Function<Request, Reply> route)
            throws IOException {
        write(route.apply(read(event)), reply);
    }

    public static Request read(InputStream stream) throws IOException {
        Map<String, Object> event = JSON.std.mapFrom(stream);
        Map<?, ?> context = map(event, "requestContext");
        String path = text(event, "path", "/");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        lists(event, "multiValueHeaders", "headers")
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        Map<String, String> pathParameters = new LinkedHashMap<>();
        map(event, "pathParameters")
                .forEach((name, value) -> pathParameters.put(name.toString(), String.valueOf(value)));
        return new Request(
                text(event, "httpMethod", "GET").toUpperCase(Locale.ROOT),
                text(event, "resource", path),
                path,
                pathParameters,
                lists(event, "multiValueQueryStringParameters", "queryStringParameters"),
                headers,
                body(event),
                base(text(context, "path", path), path),
                headers.getOrDefault("host", List.of(text(context, "domainName", "localhost")))
                        .get(0),
                map(context, "identity").get("sourceIp") instanceof String address ? address : null);
    }

    private static void write(Reply reply, OutputStream stream) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("statusCode", reply.status());
        json.put("headers", reply.headers());
        json.put("body", reply.body());
        json.put("isBase64Encoded", false);
        stream.write(JSON.std.asBytes(json));
    }

    /** Bytes that are no UTF-8 arrive as replacement characters, or in base64 as they were. */
    private static @Nullable String body(Map<String, Object> event) {
        Object body = event.get("body");
        if (body == null) {
            return null;
        }
        if (!Boolean.TRUE.equals(event.get("isBase64Encoded"))) {
            return body.toString();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(body.toString());
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return "\ufffd";
        }
    }

    /** Refuses a body that is no valid UTF-8. */
    public static String requireText(@Nullable String body) {
        if (body == null || body.isBlank()) {
            throw new Invalid("body", "is empty");
        }
        if (body.indexOf('\ufffd') >= 0) {
            throw new Invalid("body", "is not valid UTF-8");
        }
        return body;
    }

    /** The stage's part of the path; a client that came by a custom domain has none. */
    private static String base(String whole, String path) {
        return whole.length() > path.length() && whole.endsWith(path)
                ? whole.substring(0, whole.length() - path.length())
                : "";
    }

    private static Map<String, List<String>> lists(Map<String, Object> event, String many, String one) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        map(event, one).forEach((name, value) -> lists.put(name.toString(), List.of(String.valueOf(value))));
        map(event, many).forEach((name, values) -> {
            if (values instanceof List<?> list && !list.isEmpty()) {
                List<String> texts = new ArrayList<>();
                list.forEach(value -> texts.add(String.valueOf(value)));
                lists.put(name.toString(), texts);
            }
        });
        return lists;
    }

    private static Map<?, ?> map(Map<?, ?> map, String name) {
        return map.get(name) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    private static String text(Map<?, ?> map, String name, String otherwise) {
        return map.get(name) instanceof String text ? text : otherwise;
    }
}
