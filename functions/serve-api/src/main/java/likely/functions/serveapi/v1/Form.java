package likely.functions.serveapi.v1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import likely.aws.http.FormPairs;
import likely.surveys.json.Invalid;

/**
 * A form-encoded body as the map that the same JSON would have given: {@code a[b]=c} is a map, {@code a[]=c} a list. All
 * scalars are texts, and of a scalar that is there twice the last one counts.
 */
final class Form {
    private static final int MOST_PAIRS = 1_000;
    private static final int DEEPEST = 4;
    private static final Pattern NAME = Pattern.compile("([^\\[]+)((?:\\[[^\\]]*\\])*)");

    private Form() {}

    static Map<String, Object> read(String text) {
        Map<String, Object> form = new LinkedHashMap<>();
        FormPairs.of(text.strip(), MOST_PAIRS).forEach(pair -> put(form, pair.getKey(), pair.getValue()));
        return form;
    }

    private static void put(Map<String, Object> form, String name, String value) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            form.put(name, value);
            return;
        }
        List<String> path = new ArrayList<>(List.of(matcher.group(1)));
        String brackets = matcher.group(2);
        if (!brackets.isEmpty()) {
            path.addAll(List.of(brackets.substring(1, brackets.length() - 1).split("\\]\\[", -1)));
        }
        if (path.size() > DEEPEST) {
            throw new Invalid("body", "is nested deeper than " + DEEPEST + " levels");
        }
        put(form, path, value);
    }

    private static void put(Map<String, Object> map, List<String> path, String value) {
        String name = path.get(0);
        if (path.size() == 1) {
            map.put(name, value);
        } else if (path.size() == 2 && path.get(1).isEmpty()) {
            List<Object> list = new ArrayList<>(map.get(name) instanceof List<?> there ? there : List.of());
            list.add(value);
            map.put(name, list);
        } else {
            Map<String, Object> inner = new LinkedHashMap<>();
            if (map.get(name) instanceof Map<?, ?> there) {
                there.forEach((key, one) -> inner.put(String.valueOf(key), one));
            }
            put(inner, path.subList(1, path.size()), value);
            map.put(name, inner);
        }
    }
}
