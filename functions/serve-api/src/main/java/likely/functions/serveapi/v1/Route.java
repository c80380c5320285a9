package likely.functions.serveapi.v1;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.aws.http.Reply;
import likely.surveys.access.Role;

/**
 * One call of the API.
 *
 * @param pattern of segments; those in braces are parameters
 */
public record Route(String method, List<String> pattern, Access access, Handler handler) {
    /** Who may call it; which survey it may be for is the handler's question. */
    public enum Access {
        ANY_KEY,
        NO_VIEWER,
        OWNER;

        boolean allows(Role role) {
            return switch (this) {
                case ANY_KEY -> true;
                case NO_VIEWER -> role != Role.VIEWER;
                case OWNER -> role == Role.OWNER;
            };
        }
    }

    /** Answers one call. */
    @FunctionalInterface
    public interface Handler {
        Reply answer(Call call);
    }

    /**
     * A route.
     *
     * @param path such as {@code surveys/{survey}/keys}
     */
    public static Route of(String method, String path, Access access, Handler handler) {
        return new Route(method, List.of(path.split("/", -1)), access, handler);
    }

    /** The parameters, when the path is this route's. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != pattern.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String wanted = pattern.get(i);
            if (wanted.startsWith("{")) {
                parameters.put(wanted.substring(1, wanted.length() - 1), path.get(i));
            } else if (!wanted.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
