package likely.e2e.permissions;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What roles allow and nobody used. */
final class Unused {
    private Unused() {}

    /**
     * Names each action on a resource, each pattern of keys and each attribute that is allowed for nothing.
     *
     * @param platform actions that AWS takes in a function's name
     */
    static Set<String> of(Collection<Call> calls, List<Statement> statements, Set<String> platform) {
        Set<String> unused = new TreeSet<>();
        for (Statement statement : statements) {
            List<Call> made = calls.stream()
                    .filter(call -> call.function().equals(statement.function()) && statement.allows(call))
                    .toList();
            for (String action : statement.actions()) {
                for (String resource : statement.resources()) {
                    if (!platform.contains(action)
                            && made.stream()
                                    .noneMatch(call -> call.action().equals(action)
                                            && call.resource().equals(resource))) {
                        unused.add(statement.name() + ": " + action + " on " + resource);
                    }
                }
            }
            for (String pattern : statement.leadingKeys()) {
                if (made.stream()
                        .flatMap(call -> call.leadingKeys().stream())
                        .noneMatch(key -> Statement.matches(pattern, key))) {
                    unused.add(statement.name() + ": the partition keys " + pattern);
                }
            }
            for (String attribute : statement.attributes()) {
                if (made.stream().noneMatch(call -> call.attributes().contains(attribute))) {
                    unused.add(statement.name() + ": the attribute " + attribute);
                }
            }
        }
        return unused;
    }
}
