package likely.functions.serveapi.v1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import likely.surveys.answers.Range;
import likely.surveys.json.Invalid;
import org.jspecify.annotations.Nullable;

/** A call's parameters. Unknown ones are ignored, and of one that is there twice the last one counts. */
public final class Query {
    static final int PER_PAGE = 20;
    static final int MOST_PER_PAGE = 100;

    private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,11}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Map<String, List<String>> values;

    Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /** The same, with what a cursor carries in the place of what is there. */
    Query with(Map<String, List<String>> more) {
        Map<String, List<String>> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new Query(all);
    }

    Map<String, List<String>> values() {
        return values;
    }

    /** One that is there and not empty. */
    public Optional<String> text(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(given.get(given.size() - 1)).filter(text -> !text.isEmpty());
    }

    /** All of {@code name} and {@code name[]}. */
    public List<String> list(String name) {
        List<String> all = new ArrayList<>(values.getOrDefault(name, List.of()));
        all.addAll(values.getOrDefault(name + "[]", List.of()));
        return all;
    }

    /** Those of {@code name[key]=value}, by key. */
    public Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        values.forEach((key, given) -> {
            if (key.startsWith(name + "[") && key.endsWith("]") && key.length() > name.length() + 2) {
                map.put(key.substring(name.length() + 1, key.length() - 1), given.get(given.size() - 1));
            }
        });
        return map;
    }

    /** True or false, or null where it is not given. */
    public @Nullable Boolean flag(String name) {
        return text(name)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new Invalid(name, "is not true or false");
                })
                .orElse(null);
    }

    public Range range(String since, String until) {
        return new Range(seconds(since), seconds(until));
    }

    private @Nullable Long seconds(String name) {
        Optional<String> given = text(name);
        if (given.isPresent() && !SECONDS.matcher(given.get()).matches()) {
            throw new Invalid(name, "is not a time in Unix seconds");
        }
        return given.map(Long::valueOf).orElse(null);
    }

    /** What is no number above 0 is as good as none. */
    public int page() {
        return text("page").flatMap(Query::positive).orElse(1);
    }

    public int perPage() {
        return perPage(PER_PAGE, MOST_PER_PAGE);
    }

    public int perPage(int otherwise, int most) {
        return Math.min(most, text("per_page").flatMap(Query::positive).orElse(otherwise));
    }

    private static Optional<Integer> positive(String text) {
        return NUMBER.matcher(text).matches()
                ? Optional.of(Integer.valueOf(text)).filter(n -> n > 0)
                : Optional.empty();
    }
}
