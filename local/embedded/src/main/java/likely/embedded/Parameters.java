package likely.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The template's parameters with the values given, else their defaults, checked as CloudFormation checks them. */
final class Parameters {

    private static final Set<String> TYPES = Set.of("String", "Number");

    private Parameters() {}

    static Map<String, String> values(Map<String, @Nullable Object> declared, Map<String, String> given) {
        given.keySet().stream().filter(name -> !declared.containsKey(name)).forEach(name -> {
            throw new TemplateException("The template has no parameter " + name);
        });
        Map<String, String> values = new LinkedHashMap<>();
        declared.forEach(
                (name, definition) -> values.put(name, value(name, Json.object(definition, name), given.get(name))));
        return values;
    }

    private static String value(String name, Map<String, @Nullable Object> definition, @Nullable String given) {
        String type = Json.text(definition.get("Type"), name + ".Type");
        if (!TYPES.contains(type)) {
            throw new TemplateException("Parameter " + name + ": type " + type + " is not known");
        }
        if (given == null && definition.get("Default") == null) {
            throw new TemplateException("Parameter " + name + " has no default and was not given");
        }
        String value = given != null ? given : Json.text(definition.get("Default"), name + ".Default");
        Object allowed = definition.get("AllowedValues");
        Object pattern = definition.get("AllowedPattern");
        if (allowed != null
                && Json.array(allowed, name).stream().map(String::valueOf).noneMatch(value::equals)) {
            throw new TemplateException("Parameter " + name + ": " + value + " is not one of " + allowed);
        }
        if (pattern != null && !Pattern.matches(pattern.toString(), value)) {
            throw new TemplateException("Parameter " + name + ": does not match " + pattern);
        }
        return value;
    }
}
