package likely.e2e.permissions;

import java.util.LinkedHashMap;
import java.util.Map;

/** The template's resources, found by the names that they have when they run. */
final class Resources {
    static final String STACK = "likely";
    private static final Map<String, String> TYPES = Map.of(
            "dynamodb", "AWS::DynamoDB::Table",
            "sqs", "AWS::SQS::Queue",
            "secretsmanager", "AWS::SecretsManager::Secret",
            "events", "AWS::Events::EventBus",
            "lambda", "AWS::Serverless::Function");

    private final Map<String, Map<String, Object>> byId;

    Resources(Map<String, Map<String, Object>> byId) {
        this.byId = byId;
    }

    /** The logical id of what a call names: by name, by address (a queue) or by ARN. */
    String named(String prefix, String given) {
        String best = "";
        String id = given;
        for (Map.Entry<String, String> name :
                names(TYPES.getOrDefault(prefix, "")).entrySet()) {
            // Of likely and likely-recount the longer one is meant where both are found.
            if (given.contains(name.getKey()) && name.getKey().length() > best.length()) {
                best = name.getKey();
                id = name.getValue();
            }
        }
        return id;
    }

    /** A function's folder, from its name or its logical id. */
    String folder(String function) {
        Map<String, Object> resource = byId.get(function);
        String name = resource == null ? function : name(function, resource);
        return name.startsWith(STACK + "-") ? name.substring(STACK.length() + 1) : name;
    }

    private Map<String, String> names(String type) {
        Map<String, String> names = new LinkedHashMap<>();
        byId.forEach((id, resource) -> {
            if (type.equals(resource.get("Type"))) {
                names.put(name(id, resource), id);
            }
        });
        return names;
    }

    private static String name(String id, Map<String, Object> resource) {
        Map<String, Object> properties = TemplateFile.map(resource.get("Properties"));
        for (String property : new String[] {"FunctionName", "QueueName", "TableName", "Name"}) {
            if (properties.get(property) instanceof String text) {
                return text.replace("${AWS::StackName}", STACK).replaceAll("^AWS::StackName$", STACK);
            }
        }
        return STACK + "-" + id;
    }
}
