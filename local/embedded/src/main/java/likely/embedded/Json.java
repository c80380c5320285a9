package likely.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checked views of parsed documents; {@code where} names the place in errors. */
final class Json {

    private Json() {}

    static Map<String, @Nullable Object> object(@Nullable Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new TemplateException(where + ": expected an object, found " + value);
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        map.forEach((key, each) -> result.put(String.valueOf(key), each));
        return result;
    }

    static List<@Nullable Object> array(@Nullable Object value, String where) {
        if (!(value instanceof List<?> list)) {
            throw new TemplateException(where + ": expected a list, found " + value);
        }
        return new ArrayList<>(list);
    }

    static String text(@Nullable Object value, String where) {
        if (value == null || value instanceof Map || value instanceof List) {
            throw new TemplateException(where + ": expected text, found " + value);
        }
        return value.toString();
    }
}
