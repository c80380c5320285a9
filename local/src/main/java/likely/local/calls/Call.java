package likely.local.calls;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What IAM would be asked about one call to one resource. */
final class Call {

    private final String resource;
    private final String operation;
    private @Nullable String index;
    private final Set<String> leadingKeys = new TreeSet<>();
    private final Set<String> attributes = new TreeSet<>();

    Call(String operation, String resource) {
        this.operation = operation;
        this.resource = resource;
    }

    Call index(@Nullable String name) {
        index = name;
        return this;
    }

    Call leadingKey(@Nullable String value) {
        if (value != null) {
            leadingKeys.add(value);
        }
        return this;
    }

    Call attributes(Set<String> names) {
        attributes.addAll(names);
        return this;
    }

    Map<String, @Nullable Object> document(String function, @Nullable String service) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("function", function);
        document.put("service", service);
        document.put("operation", operation);
        document.put("resource", resource);
        document.put("index", index);
        document.put("leadingKeys", leadingKeys);
        document.put("attributes", attributes);
        return document;
    }
}
