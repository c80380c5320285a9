package likely.functions.serveapi.v1;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import likely.aws.http.Request;
import likely.surveys.json.Fields;
import likely.surveys.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a write says, whichever way it is encoded. JSON and form alike: a form has texts only, and clients send ids as
 * numbers or texts as they please, so each is taken for what the field wants.
 */
public final class Body {
    static final int MOST_BYTES = 256 * 1024;
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");

    private final Map<String, Object> values;

    private Body(Map<String, Object> values) {
        this.values = values;
    }

    /** A body of a GET is ignored: one client sends {@code {}} with it. */
    static Body of(Request request) {
        String text = request.body();
        if (text == null
                || text.isBlank()
                || request.method().equals("GET")
                || request.method().equals("HEAD")) {
            return new Body(Map.of());
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new TooLarge();
        }
        return new Body(isJson(request.header("Content-Type"), text) ? json(text.strip()) : Form.read(text));
    }

    private static boolean isJson(@Nullable String contentType, String text) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals("application/json")) {
            return true;
        }
        // Without a type it is a form, unless it cannot be one.
        return !type.equals("application/x-www-form-urlencoded")
                && text.stripLeading().startsWith("{");
    }

    /** An empty list is what PHP makes of an empty map. */
    private static Map<String, Object> json(String text) {
        return text.equals("[]") ? Map.of() : Json.object(text);
    }

    /** The fields, with those named read as whole numbers also where they are texts. */
    public Fields fields(String... numbers) {
        return Fields.of(coerced(numbers));
    }

    public Map<String, Object> coerced(String... numbers) {
        Map<String, Object> coerced = new LinkedHashMap<>(values);
        for (String name : numbers) {
            coerced.computeIfPresent(name, (key, value) -> whole(value));
        }
        return coerced;
    }

    private static Object whole(Object value) {
        if (value instanceof String text && WHOLE.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return number == (int) number ? (Object) (int) number : (Object) number;
        }
        return value;
    }

    public @Nullable Object raw(String name) {
        return values.get(name);
    }

    /** Whether it is there at all, be it with null. */
    public boolean names(String name) {
        return values.containsKey(name);
    }

    /** A list of texts under {@code name} or {@code name[]}, or the one text that is there instead. */
    public List<String> list(String name) {
        Object value = values.get(name);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
