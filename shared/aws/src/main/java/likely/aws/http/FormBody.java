package likely.aws.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.surveys.json.Invalid;
import org.jspecify.annotations.Nullable;

/** What a page's form sent: {@code application/x-www-form-urlencoded}, with every value of a name. */
public final class FormBody {
    private static final int MOST_PAIRS = 200;
    private static final int LONGEST = 64 * 1024;

    private final Map<String, List<String>> values;

    private FormBody(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads a form.
     *
     * @throws Invalid when it is too large, or not well encoded
     */
    public static FormBody read(@Nullable String body) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (body == null || body.isEmpty()) {
            return new FormBody(values);
        }
        if (body.length() > LONGEST) {
            throw new Invalid("body", "is larger than 64 KB");
        }
        FormPairs.of(body, MOST_PAIRS)
                .forEach(pair -> values.computeIfAbsent(pair.getKey(), key -> new ArrayList<>())
                        .add(pair.getValue()));
        return new FormBody(values);
    }

    /** The last value of a field, unless it is blank. */
    public Optional<String> text(String name) {
        List<String> given = all(name);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    /** Every value of a field that is not blank; browsers send a line's end as CR and LF. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .map(value -> value.replace("\r\n", "\n"))
                .toList();
    }
}
