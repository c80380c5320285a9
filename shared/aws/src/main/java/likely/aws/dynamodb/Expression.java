package likely.aws.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An update expression with its names and values; every name is written as {@code #name}, since many are reserved. */
final class Expression {
    private final List<String> sets = new ArrayList<>();
    private final List<String> removes = new ArrayList<>();
    private final List<String> adds = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, AttributeValue> values = new LinkedHashMap<>();

    private Expression() {}

    /** Sets what has a value, and removes what has null. */
    static Expression setting(Map<String, @Nullable AttributeValue> changes) {
        Expression expression = new Expression();
        changes.forEach((name, value) -> {
            expression.names.put("#" + name, name);
            if (value == null) {
                expression.removes.add("#" + name);
            } else {
                expression.sets.add("#" + name + " = :" + name);
                expression.values.put(":" + name, value);
            }
        });
        return expression;
    }

    Expression adding(String name, long number) {
        names.put("#" + name, name);
        adds.add("#" + name + " :" + name);
        values.put(":" + name, Attributes.n(number));
        return this;
    }

    String text() {
        return (part("SET ", sets) + part("REMOVE ", removes) + part("ADD ", adds)).strip();
    }

    Map<String, String> names(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(names);
        all.putAll(more);
        return all;
    }

    Map<String, AttributeValue> values(Map<String, AttributeValue> more) {
        Map<String, AttributeValue> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return all;
    }

    private static String part(String keyword, List<String> clauses) {
        return clauses.isEmpty() ? "" : keyword + String.join(", ", clauses) + " ";
    }
}
