package likely.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SAM's rule for Globals: objects are merged, lists are joined, anything else of the resource's own replaces. */
final class Globals {

    private Globals() {}

    static Map<String, @Nullable Object> merge(
            Map<String, @Nullable Object> globals, Map<String, @Nullable Object> own) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>(globals);
        own.forEach((name, value) -> {
            Object general = result.get(name);
            if (general instanceof Map && value instanceof Map) {
                result.put(name, merge(Json.object(general, name), Json.object(value, name)));
            } else if (general instanceof List<?> first && value instanceof List<?> second) {
                List<@Nullable Object> joined = new ArrayList<>(first);
                joined.addAll(second);
                result.put(name, joined);
            } else {
                result.put(name, value);
            }
        });
        return result;
    }
}
