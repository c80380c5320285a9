package likely.e2e.permissions;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a role's statement allows.
 *
 * @param function whose role it is
 * @param resources the template's names of them, an index after a slash
 * @param leadingKeys patterns with * for partition keys; empty allows any
 * @param attributes names; empty allows any
 * @param onlyNamed whether whoever reads has to name the attributes
 */
record Statement(
        String function,
        String sid,
        List<String> actions,
        List<String> resources,
        List<String> leadingKeys,
        Set<String> attributes,
        boolean onlyNamed) {
    private static final Set<String> KEYS = Set.of("pk", "sk", "id");

    boolean allows(Call call) {
        return actions.contains(call.action())
                && resources.contains(call.resource())
                // As ForAllValues has it: each that the request has, and a request that has none passes.
                && call.leadingKeys().stream()
                        .allMatch(key -> leadingKeys.isEmpty()
                                || leadingKeys.stream().anyMatch(pattern -> matches(pattern, key)))
                && (attributes.isEmpty() || attributes.containsAll(call.attributes()))
                && !(onlyNamed && readsAll(call));
    }

    /** Only keys are named, so that all attributes are answered. */
    private static boolean readsAll(Call call) {
        boolean reads = call.action().endsWith("GetItem")
                || call.action().endsWith("Query")
                || call.action().endsWith("Scan");
        return reads && KEYS.containsAll(call.attributes());
    }

    static boolean matches(String pattern, String text) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }

    String name() {
        return function + ", " + sid;
    }
}
