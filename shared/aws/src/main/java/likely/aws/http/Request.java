package likely.aws.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as API Gateway's REST API passes it on.
 *
 * @param method in capitals
 * @param resource the route of template.yaml, such as {@code /surveys/{survey}}
 * @param path as it was sent, still encoded, without the stage
 * @param pathParameters by name, still encoded
 * @param query decoded, with every value of a name
 * @param headers by lower-case name, with every value
 * @param body as text, or null
 * @param base the path before {@code path} that the client used, such as {@code /live}; empty at the root
 * @param host the name that the client used
 * @param sourceIp the address that API Gateway saw, or null; neither to be stored nor to be logged
 */
public record Request(
        String method,
        String resource,
        String path,
        Map<String, String> pathParameters,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        @Nullable String body,
        String base,
        String host,
        @Nullable String sourceIp) {

    public @Nullable String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /** The last value of a parameter, as most frameworks take it. */
    public Optional<String> parameter(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** The route's parameter, decoded once. */
    public String pathParameter(String name) {
        return Paths.decode(pathParameters.getOrDefault(name, ""));
    }
}
