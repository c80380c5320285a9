package likely.surveys.planning;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import likely.surveys.json.Fields;

/**
 * What happened in one of the owner's other systems.
 *
 * @param source who says it
 * @param type what happened, such as {@code OrderCompleted}
 * @param at when
 * @param detail as it was told
 */
public record ShopEvent(String source, String type, Instant at, Map<String, Object> detail) {
    private static final int LONGEST_VALUE = 500;

    /** Text, a number or a boolean of the detail, by name or by a path such as {@code order.id}. */
    Optional<String> value(String path) {
        Object value = detail.get(path);
        Object inner = detail;
        for (String name : path.split("\\.", -1)) {
            inner = inner instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return Optional.ofNullable(value == null ? inner : value)
                .filter(found -> found instanceof String || found instanceof Number || found instanceof Boolean)
                .map(found -> found.toString().strip())
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_VALUE);
    }

    /** The fields about the person: of {@code person}, or at the top. */
    Fields person() {
        return detail.get("person") instanceof Map<?, ?> person
                ? Fields.of("detail.person", strings(person))
                : Fields.of("detail", detail);
    }

    private static Map<String, Object> strings(Map<?, ?> map) {
        Map<String, Object> strings = new java.util.LinkedHashMap<>();
        map.forEach((name, value) -> strings.put(String.valueOf(name), value));
        return strings;
    }
}
