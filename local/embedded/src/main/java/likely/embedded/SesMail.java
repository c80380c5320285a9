package likely.embedded;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail that {@link EmbeddedSes} took.
 *
 * @param at when, on the clock that the endpoint was given
 * @param source the envelope's sender
 * @param raw the MIME message as it came
 * @param configurationSet null when none was named
 * @param tags of the call, by name
 */
public record SesMail(
        String messageId,
        Instant at,
        String source,
        List<String> destinations,
        String raw,
        @Nullable String configurationSet,
        Map<String, String> tags) {

    public SesMail {
        destinations = List.copyOf(destinations);
        tags = Map.copyOf(tags);
    }

    static String text(byte[] message) {
        return new String(message, StandardCharsets.UTF_8);
    }

    /** The first header of that name, whatever its case, unfolded and as it is written; words in base64 stay so. */
    public Optional<String> header(String name) {
        return headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The message's headers in their order; of several with one name the first. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        String head = raw.split("\r?\n\r?\n", 2)[0].replaceAll("\r?\n[ \t]+", " ");
        for (String line : head.split("\r?\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return headers;
    }
}
