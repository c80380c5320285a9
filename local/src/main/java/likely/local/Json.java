package likely.local;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, text, numbers and null. */
public final class Json {

    private static final JSON JSON_WITH_NULLS = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);
    private static final JSON INDENTED = JSON_WITH_NULLS.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    private Json() {}

    /** Parses a document; what is not JSON is an {@link IllegalArgumentException}. */
    public static @Nullable Object parse(String text) {
        try {
            return JSON_WITH_NULLS.anyFrom(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getMessage(), e);
        }
    }

    /** Parses an object; anything else is an {@link IllegalArgumentException}. */
    public static Map<String, @Nullable Object> object(String text) {
        if (!(parse(text) instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("Not a JSON object");
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        map.forEach((key, value) -> result.put(String.valueOf(key), value));
        return result;
    }

    public static String text(@Nullable Object value) {
        return text(JSON_WITH_NULLS, value);
    }

    /** Over several lines, for people. */
    public static String indented(@Nullable Object value) {
        return text(INDENTED, value);
    }

    private static String text(JSON writer, @Nullable Object value) {
        try {
            return writer.asString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
