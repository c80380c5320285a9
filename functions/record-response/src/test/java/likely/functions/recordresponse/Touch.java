package likely.functions.recordresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What a request asks of one item, as IAM sees it: the parts of a transaction are actions of their own.
 *
 * @param attributes by their own names, the key's included; empty for all that there are
 */
record Touch(String action, String table, String key, Set<String> attributes) {
    private static final Pattern NAME = Pattern.compile("(?<![.#\\w])[#:]?[A-Za-z][A-Za-z0-9_]*");
    private static final Set<String> WORDS = Set.of(
            "SET",
            "REMOVE",
            "ADD",
            "DELETE",
            "AND",
            "OR",
            "NOT",
            "BETWEEN",
            "attribute_not_exists",
            "attribute_exists",
            "if_not_exists",
            "list_append",
            "size");

    static List<Touch> all(SdkRequest request) {
        List<Touch> touches = new ArrayList<>();
        if (request instanceof GetItemRequest get) {
            boolean whole = get.projectionExpression() == null;
            touches.add(
                    whole
                            ? new Touch("GetItem", get.tableName(), key(get.key()), Set.of())
                            : of("GetItem", get.tableName(), get.key(), Map.of(), get.projectionExpression()));
        } else if (request instanceof PutItemRequest put) {
            touches.add(of("PutItem", put.tableName(), put.item(), Map.of(), put.conditionExpression()));
        } else if (request instanceof UpdateItemRequest update) {
            touches.add(of(
                    "UpdateItem",
                    update.tableName(),
                    update.key(),
                    update.expressionAttributeNames(),
                    update.updateExpression(),
                    update.conditionExpression()));
        } else if (request instanceof TransactWriteItemsRequest transaction) {
            transaction.transactItems().forEach(item -> touches.add(of(item)));
        } else {
            throw new AssertionError("No statement is for " + request.getClass().getSimpleName());
        }
        return touches;
    }

    private static Touch of(TransactWriteItem item) {
        if (item.put() != null) {
            return of(
                    "PutItem",
                    item.put().tableName(),
                    item.put().item(),
                    Map.of(),
                    item.put().conditionExpression());
        } else if (item.update() != null) {
            return of(
                    "UpdateItem",
                    item.update().tableName(),
                    item.update().key(),
                    item.update().expressionAttributeNames(),
                    item.update().updateExpression(),
                    item.update().conditionExpression());
        }
        throw new AssertionError("No statement is for " + item);
    }

    private static Touch of(
            String action,
            String table,
            Map<String, AttributeValue> item,
            Map<String, String> names,
            @Nullable String... expressions) {
        Set<String> attributes = new TreeSet<>(item.keySet());
        for (String expression : expressions) {
            attributes.addAll(named(expression == null ? "" : expression, names));
        }
        return new Touch(action, table, key(item), attributes);
    }

    private static String key(Map<String, AttributeValue> item) {
        return (item.containsKey("pk") ? item.get("pk") : item.get("id")).s();
    }

    /** The top-level attributes in an expression, by their own names. */
    static Set<String> named(String expression, Map<String, String> names) {
        Set<String> attributes = new TreeSet<>();
        Matcher matcher = NAME.matcher(expression);
        while (matcher.find()) {
            String name = matcher.group();
            if (!name.startsWith(":") && !WORDS.contains(name)) {
                attributes.add(names.getOrDefault(name, name));
            }
        }
        return attributes;
    }
}
