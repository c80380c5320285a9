package likely.e2e.permissions;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A call that a handler made, as IAM is asked about it: a transaction or a batch is several.
 *
 * @param function as its folder is named
 * @param action such as {@code dynamodb:PutItem}
 * @param resource the template's name of it, and an index after a slash
 * @param leadingKeys partition keys; of DynamoDB alone
 * @param attributes named in the request; of DynamoDB alone
 */
record Call(String function, String action, String resource, Set<String> leadingKeys, Set<String> attributes) {
    /** What the SDK calls a service, and IAM's word for it. */
    private static final Map<String, String> PREFIXES = Map.of(
            "DynamoDb", "dynamodb",
            "Sqs", "sqs",
            "SecretsManager", "secretsmanager",
            "EventBridge", "events",
            "Ses", "ses",
            "Lambda", "lambda");

    /** Reads a line of the file that `local` writes with LIKELY_CALLS. */
    static Call read(String line, Resources resources) {
        Map<String, Object> json;
        try {
            json = JSON.std.mapFrom(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
        String service = text(json, "service");
        String prefix = PREFIXES.get(service.replace(" ", ""));
        if (prefix == null) {
            throw new IllegalStateException("What is the service's prefix in IAM? " + line);
        }
        String operation = granted(prefix, text(json, "operation"));
        String given = text(json, "resource");
        // A function's ARN in a role ends with its alias, which a request names apart or together with the name.
        String resource = switch (prefix) {
            case "lambda" -> resources.folder(given.replaceFirst(".*:function:", ""));
            case "ses" -> given.isEmpty() ? "*" : given.replaceFirst("^identity/.*", "identity/*");
            default -> resources.named(prefix, given);
        };
        String index = json.get("index") == null ? "" : "/index/" + json.get("index");
        return new Call(
                resources.folder(text(json, "function")),
                prefix + ":" + operation,
                resource + index,
                texts(json, "leadingKeys"),
                texts(json, "attributes"));
    }

    /** IAM grants a few operations under the name of another one. */
    private static String granted(String prefix, String operation) {
        return switch (prefix) {
            case "lambda" -> operation.equals("Invoke") ? "InvokeFunction" : operation;
            case "sqs" -> operation.replaceFirst("Batch$", "");
            default -> operation;
        };
    }

    private static String text(Map<String, Object> json, String name) {
        return String.valueOf(json.get(name));
    }

    private static Set<String> texts(Map<String, Object> json, String name) {
        Set<String> texts = new TreeSet<>();
        if (json.get(name) instanceof List<?> list) {
            list.forEach(each -> texts.add(String.valueOf(each)));
        }
        return texts;
    }

    @Override
    public String toString() {
        return function + " calls " + action + " on " + resource
                + (leadingKeys.isEmpty() ? "" : ", keys " + leadingKeys)
                + (attributes.isEmpty() ? "" : ", attributes " + attributes);
    }
}
