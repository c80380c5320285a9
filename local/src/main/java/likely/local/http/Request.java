package likely.local.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came.
 *
 * @param path still percent-encoded
 * @param query still percent-encoded; null without a question mark
 * @param headers with conventional capitals, each with all its values
 */
public record Request(
        String method,
        String path,
        @Nullable String query,
        Map<String, List<String>> headers,
        Body body,
        String protocol,
        String sourceIp,
        int port) {

    /** Reads one, with one byte more of a body than allowed so that an overlong one shows. */
    static Request read(HttpExchange exchange, int limit) throws IOException {
        String target = exchange.getRequestURI().toString();
        int question = target.indexOf('?');
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(capitals(name), new ArrayList<>(values)));
        return new Request(
                exchange.getRequestMethod(),
                question < 0 ? target : target.substring(0, question),
                question < 0 ? null : target.substring(question + 1),
                headers,
                Body.of(body(exchange.getRequestBody(), first(headers, "Content-Encoding"), limit)),
                exchange.getProtocol(),
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                exchange.getLocalAddress().getPort());
    }

    /** The fields of a form, each with its last value. */
    public Map<String, String> form() {
        return last(body.text());
    }

    /** The parameters of the query, each with its last value. */
    public Map<String, String> parameters() {
        return last(query);
    }

    /**
     * Whether a browser says that another site's page sent this. Older ones say only where it came from; a program that says
     * neither is nobody's page.
     */
    public boolean fromElsewhere() {
        Optional<String> site = header("Sec-Fetch-Site");
        if (site.isPresent()) {
            return !site.get().equals("same-origin") && !site.get().equals("none");
        }
        return header("Origin")
                .filter(origin -> !origin.equals("http://" + header("Host").orElse("")))
                .isPresent();
    }

    /** Whether a person sent this from a page, who wants a page back. */
    public boolean fromPage() {
        return header("Accept").filter(accept -> accept.contains("text/html")).isPresent();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(first(headers, name));
    }

    Map<String, List<String>> headersAnd(Map<String, String> more) {
        Map<String, List<String>> all = new LinkedHashMap<>(headers);
        more.forEach((name, value) -> all.put(name, List.of(value)));
        return all;
    }

    /** An API with compression switched on also unpacks what clients send packed. */
    private static byte[] body(InputStream in, @Nullable String encoding, int limit) throws IOException {
        if (encoding == null) {
            return in.readNBytes(limit + 1);
        }
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "gzip" -> new GZIPInputStream(in).readNBytes(limit + 1);
            case "deflate" -> new InflaterInputStream(in).readNBytes(limit + 1);
            default -> in.readNBytes(limit + 1);
        };
    }

    private static Map<String, String> last(@Nullable String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        QueryString.parse(encoded).forEach((name, values) -> fields.put(name, values.get(values.size() - 1)));
        return fields;
    }

    private static @Nullable String first(Map<String, List<String>> headers, String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** The JDK's server makes {@code Content-type} of every spelling. */
    private static String capitals(String name) {
        return Stream.of(name.split("-", -1))
                .map(part -> part.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining("-"));
    }
}
