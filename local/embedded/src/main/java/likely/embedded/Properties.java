package likely.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolved properties of a resource, or an object inside them; errors name the place. */
public final class Properties {

    private final Map<String, @Nullable Object> values;
    private final String where;

    Properties(Map<String, @Nullable Object> values, String where) {
        this.values = values;
        this.where = where;
    }

    /** For documents that are no template but have its shape: tests, and JSON inside properties. */
    public static Properties of(Map<String, ?> values, String where) {
        return new Properties(Json.object(values, where), where);
    }

    public String where() {
        return where;
    }

    public Set<String> names() {
        return values.keySet();
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    public @Nullable Object raw(String name) {
        return values.get(name);
    }

    public String text(String name) {
        return Json.text(values.get(name), at(name));
    }

    public Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public int number(String name, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            throw new TemplateException(at(name) + ": expected a whole number, found " + values.get(name), e);
        }
    }

    public boolean flag(String name, boolean otherwise) {
        return has(name) ? Boolean.parseBoolean(text(name)) : otherwise;
    }

    /** The object of that name; an empty one where there is none. */
    public Properties object(String name) {
        return new Properties(has(name) ? Json.object(values.get(name), at(name)) : Map.of(), at(name));
    }

    public List<Properties> objects(String name) {
        List<Properties> result = new ArrayList<>();
        for (Object each : list(name)) {
            result.add(new Properties(Json.object(each, at(name)), at(name)));
        }
        return result;
    }

    public List<String> texts(String name) {
        return list(name).stream().map(each -> Json.text(each, at(name))).toList();
    }

    /** Fails on a property that the caller would otherwise ignore in silence. */
    public Properties only(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new TemplateException(at(name) + " is not supported here");
            }
        }
        return this;
    }

    private List<@Nullable Object> list(String name) {
        return has(name) ? Json.array(values.get(name), at(name)) : List.of();
    }

    private String at(String name) {
        return where + "." + name;
    }
}
