package likely.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** CloudFormation's intrinsic functions. Resolution is lazy, so a part that nobody uses may hold what is not known. */
final class Intrinsics {

    private static final Object NO_VALUE = new Object();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private final Map<String, String> parameters;
    private final Map<String, @Nullable Object> conditions;
    private final Map<String, @Nullable Object> resources;
    private final Map<String, String> pseudo;

    Intrinsics(
            String stackName,
            Map<String, String> parameters,
            Map<String, @Nullable Object> conditions,
            Map<String, @Nullable Object> resources) {
        this.parameters = parameters;
        this.conditions = conditions;
        this.resources = resources;
        this.pseudo = Map.of(
                "AWS::StackName",
                stackName,
                "AWS::Region",
                References.REGION,
                "AWS::AccountId",
                References.ACCOUNT,
                "AWS::Partition",
                "aws",
                "AWS::URLSuffix",
                "amazonaws.com");
    }

    String type(String id) {
        return Json.text(definition(id).get("Type"), id + ".Type");
    }

    boolean exists(String id) {
        Object condition = definition(id).get("Condition");
        return condition == null || condition(condition.toString(), id);
    }

    Map<String, @Nullable Object> properties(String id) {
        Object properties = definition(id).get("Properties");
        return properties == null ? Map.of() : Json.object(properties, id + ".Properties");
    }

    @Nullable
    Object resolve(@Nullable Object value, String where) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> result = new ArrayList<>();
            for (Object each : list) {
                Object resolved = resolve(each, where);
                if (resolved != NO_VALUE) {
                    result.add(resolved);
                }
            }
            return result;
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        String function =
                map.size() == 1 ? String.valueOf(map.keySet().iterator().next()) : "";
        if (function.equals("Ref") || function.startsWith("Fn::")) {
            return call(function, map.values().iterator().next(), where);
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        map.forEach((key, each) -> {
            Object resolved = resolve(each, where + "." + key);
            if (resolved != NO_VALUE) {
                result.put(String.valueOf(key), resolved);
            }
        });
        return result;
    }

    private @Nullable Object call(String function, @Nullable Object argument, String where) {
        return switch (function) {
            case "Ref" -> "AWS::NoValue".equals(argument) ? NO_VALUE : ref(Json.text(argument, where), where);
            case "Fn::GetAtt" -> {
                List<@Nullable Object> path = Json.array(argument, where + ": GetAtt");
                yield attribute(Json.text(path.get(0), where), Json.text(path.get(1), where), where);
            }
            case "Fn::Sub" -> sub(argument, where);
            case "Fn::If" -> {
                List<@Nullable Object> choice = Json.array(argument, where + ": If");
                yield resolve(choice.get(condition(Json.text(choice.get(0), where), where) ? 1 : 2), where);
            }
            case "Fn::Join" -> join(Json.array(argument, where + ": Join"), where);
            default -> throw new TemplateException(where + ": the function " + function + " is not known");
        };
    }

    private String join(List<@Nullable Object> arguments, String where) {
        List<@Nullable Object> parts = Json.array(resolve(arguments.get(1), where), where + ": Join");
        return String.join(
                Json.text(arguments.get(0), where),
                parts.stream().map(each -> Json.text(each, where)).toList());
    }

    String ref(String name, String where) {
        String value = parameters.getOrDefault(name, pseudo.get(name));
        if (value != null) {
            return value;
        }
        requireResource(name, where);
        return References.ref(name, type(name), () -> name(name));
    }

    String attribute(String id, String attribute, String where) {
        requireResource(id, where);
        return References.attribute(id, type(id), attribute, () -> name(id));
    }

    private String name(String id) {
        Object name = properties(id).get(References.nameProperty(id, type(id)));
        return name == null ? pseudo.get("AWS::StackName") + "-" + id : Json.text(resolve(name, id), id);
    }

    private String sub(@Nullable Object argument, String where) {
        Map<String, @Nullable Object> own = Map.of();
        Object text = argument;
        if (argument instanceof List<?> list) {
            text = list.get(0);
            own = Json.object(resolve(list.get(1), where), where + ": Sub");
        }
        Map<String, @Nullable Object> variables = own;
        return VARIABLE.matcher(Json.text(text, where + ": Sub"))
                .replaceAll(match -> Matcher.quoteReplacement(variable(match, variables, where)));
    }

    private String variable(MatchResult match, Map<String, @Nullable Object> variables, String where) {
        String name = match.group(2);
        if (match.group(1).equals("!")) {
            return "${" + name + "}";
        }
        if (variables.containsKey(name)) {
            return Json.text(variables.get(name), where + ": Sub");
        }
        int dot = name.indexOf('.');
        return dot < 0 ? ref(name, where) : attribute(name.substring(0, dot), name.substring(dot + 1), where);
    }

    private boolean condition(String name, String where) {
        if (!conditions.containsKey(name)) {
            throw new TemplateException(where + ": there is no condition " + name);
        }
        return holds(conditions.get(name), "Conditions." + name);
    }

    private boolean holds(@Nullable Object expression, String where) {
        Map<String, @Nullable Object> call = Json.object(expression, where);
        String function = call.keySet().iterator().next();
        Object argument = call.get(function);
        if (function.equals("Condition")) {
            return condition(Json.text(argument, where), where);
        }
        List<@Nullable Object> arguments = Json.array(argument, where);
        return switch (function) {
            case "Fn::Equals" ->
                String.valueOf(resolve(arguments.get(0), where))
                        .equals(String.valueOf(resolve(arguments.get(1), where)));
            case "Fn::Not" -> !holds(arguments.get(0), where);
            case "Fn::And" -> arguments.stream().allMatch(each -> holds(each, where));
            case "Fn::Or" -> arguments.stream().anyMatch(each -> holds(each, where));
            default -> throw new TemplateException(where + ": the function " + function + " is not known");
        };
    }

    private void requireResource(String id, String where) {
        if (!resources.containsKey(id)) {
            throw new TemplateException(where + ": the template has no " + id);
        }
    }

    private Map<String, @Nullable Object> definition(String id) {
        requireResource(id, id);
        return Json.object(resources.get(id), id);
    }
}
