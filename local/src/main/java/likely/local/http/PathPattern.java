package likely.local.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A resource path such as {@code /v1/{path+}}, matched against a path that is still percent-encoded. */
record PathPattern(String resource, List<String> segments) implements Comparable<PathPattern> {

    private static final Pattern SLASH = Pattern.compile("/");

    static PathPattern of(String resource) {
        return new PathPattern(resource, split(resource));
    }

    /** The path parameters, still percent-encoded as API Gateway hands them on; empty when the path does not match. */
    Optional<Map<String, String>> match(String path) {
        List<String> given = split(path);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (segment.endsWith("+}") && i < given.size()) {
                String rest = String.join("/", given.subList(i, given.size()));
                parameters.put(segment.substring(1, segment.length() - 2), rest);
                return Optional.of(parameters);
            }
            if (i >= given.size()) {
                return Optional.empty();
            }
            if (segment.startsWith("{")) {
                parameters.put(segment.substring(1, segment.length() - 1), given.get(i));
            } else if (!segment.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return segments.size() == given.size() ? Optional.of(parameters) : Optional.empty();
    }

    /** Segment by segment a literal goes before a parameter, and a parameter before a greedy one. */
    @Override
    public int compareTo(PathPattern other) {
        for (int i = 0; i < Math.min(segments.size(), other.segments.size()); i++) {
            int difference = Integer.compare(rank(segments.get(i)), rank(other.segments.get(i)));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(other.segments.size(), segments.size());
    }

    private static int rank(String segment) {
        if (segment.endsWith("+}")) {
            return 2;
        }
        return segment.startsWith("{") ? 1 : 0;
    }

    /** API Gateway does not see slashes at the end. */
    private static List<String> split(String path) {
        return Arrays.stream(SLASH.split(path)).skip(1).toList();
    }
}
