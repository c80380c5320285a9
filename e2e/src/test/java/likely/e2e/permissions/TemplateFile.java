package likely.e2e.permissions;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** template.yaml as the proof reads it: functions, their roles' statements, and the names of resources. */
final class TemplateFile {
    private final Map<String, Map<String, Object>> resources = new LinkedHashMap<>();

    TemplateFile(Path path) throws IOException {
        try (Reader reader = Files.newBufferedReader(path)) {
            Map<String, Object> template = map(new Yaml(new Tags()).load(reader));
            map(template.get("Resources")).forEach((id, resource) -> resources.put(id, map(resource)));
        }
    }

    Resources resources() {
        return new Resources(resources);
    }

    /** What each function's role allows. */
    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        resources.forEach((id, resource) -> {
            if ("AWS::Serverless::Function".equals(resource.get("Type"))) {
                Map<String, Object> properties = map(resource.get("Properties"));
                if (properties.containsKey("Policies")) {
                    throw new IllegalStateException(
                            id + " has policies beside its role, which this proof does not read");
                }
                statements.addAll(role(resources().folder(id), String.valueOf(properties.get("Role"))));
            }
        });
        return statements;
    }

    private List<Statement> role(String function, String role) {
        Map<String, Object> properties =
                map(map(resources.get(role.replace(".Arn", ""))).get("Properties"));
        if (properties.containsKey("ManagedPolicyArns")) {
            throw new IllegalStateException(role + " has managed policies, which this proof does not read");
        }
        List<Statement> statements = new ArrayList<>();
        for (Object policy : list(properties.get("Policies"))) {
            for (Object statement : list(map(map(policy).get("PolicyDocument")).get("Statement"))) {
                statements.add(statement(function, map(statement)));
            }
        }
        return statements;
    }

    private static Statement statement(String function, Map<String, Object> statement) {
        List<String> leadingKeys = new ArrayList<>();
        Set<String> attributes = new TreeSet<>();
        boolean onlyNamed = false;
        for (Map.Entry<String, Object> condition :
                map(statement.get("Condition")).entrySet()) {
            for (Map.Entry<String, Object> key : map(condition.getValue()).entrySet()) {
                switch (condition.getKey() + " " + key.getKey()) {
                    case "ForAllValues:StringLike dynamodb:LeadingKeys",
                            "ForAllValues:StringEquals dynamodb:LeadingKeys" ->
                        leadingKeys.addAll(texts(key.getValue()));
                    case "ForAllValues:StringEquals dynamodb:Attributes" -> attributes.addAll(texts(key.getValue()));
                    case "StringEqualsIfExists dynamodb:Select" -> onlyNamed = true;
                    default -> throw new IllegalStateException("This proof does not read " + condition);
                }
            }
        }
        return new Statement(
                function,
                String.valueOf(statement.get("Sid")),
                texts(statement.get("Action")),
                texts(statement.get("Resource")).stream()
                        .map(TemplateFile::resource)
                        .toList(),
                leadingKeys,
                attributes,
                onlyNamed);
    }

    /** {@code Responses.Arn} is Responses; an index keeps its path, and the ARN of a function or of SES's ends with its name. */
    private static String resource(String text) {
        if (text.contains(":ses:")) {
            return text.replace("${AWS::StackName}", Resources.STACK).replaceFirst(".*:", "");
        }
        if (text.contains(":function:${AWS::StackName}-")) {
            return text.replaceFirst(".*:function:\\$\\{AWS::StackName}-", "");
        }
        return text.replace("${", "").replace("}", "").replaceFirst("\\.(Arn|StreamArn)(?=$|/|:)", "");
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    /** !Ref, !GetAtt and !Sub stand for their own text; what decides by a condition is not read here. */
    private static final class Tags extends SafeConstructor {
        Tags() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    if (node instanceof ScalarNode scalar) {
                        return constructScalar(scalar);
                    }
                    return node instanceof SequenceNode sequence
                            ? constructSequence(sequence)
                            : constructMapping((MappingNode) node);
                }
            });
        }
    }
}
