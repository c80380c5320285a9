package likely.local.calls;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** DynamoDB requests by the single actions that IAM grants: table, index, partition keys, attributes. */
final class DynamoDbCalls {

    /** Partition keys of this project's tables; an item that has both is of a table whose key is the first. */
    private static final List<String> PARTITION_KEYS = List.of("pk", "id");

    private static final Pattern NAME = Pattern.compile("(?<![\\w:#.])[A-Za-z_]\\w*(?!\\w*\\s*\\()");
    private static final Pattern ALIAS = Pattern.compile("(?<!\\.)#\\w+");
    private static final Pattern CONDITION = Pattern.compile("(#?\\w+)\\s*=\\s*(:\\w+)");
    private static final Set<String> WORDS =
            Set.of("SET", "ADD", "REMOVE", "DELETE", "AND", "OR", "NOT", "IN", "BETWEEN");

    private DynamoDbCalls() {}

    static Stream<Call> of(String operation, SdkRequest request) {
        if (request instanceof GetItemRequest get) {
            return Stream.of(item(operation, get.tableName(), get.key())
                    .attributes(names(get.projectionExpression(), get.expressionAttributeNames())));
        }
        if (request instanceof PutItemRequest put) {
            return Stream.of(item(operation, put.tableName(), put.item())
                    .attributes(names(put.conditionExpression(), put.expressionAttributeNames())));
        }
        if (request instanceof UpdateItemRequest update) {
            return Stream.of(item(operation, update.tableName(), update.key())
                    .attributes(names(update.updateExpression(), update.expressionAttributeNames()))
                    .attributes(names(update.conditionExpression(), update.expressionAttributeNames())));
        }
        if (request instanceof DeleteItemRequest delete) {
            return Stream.of(item(operation, delete.tableName(), delete.key())
                    .attributes(names(delete.conditionExpression(), delete.expressionAttributeNames())));
        }
        if (request instanceof QueryRequest query) {
            return Stream.of(query(operation, query));
        }
        if (request instanceof ScanRequest scan) {
            return Stream.of(new Call(operation, scan.tableName())
                    .index(scan.indexName())
                    .attributes(names(scan.projectionExpression(), scan.expressionAttributeNames())));
        }
        return several(operation, request);
    }

    private static Stream<Call> several(String operation, SdkRequest request) {
        if (request instanceof BatchGetItemRequest batch) {
            return batch.requestItems().entrySet().stream()
                    .map(entry -> keys(operation, entry.getKey(), entry.getValue()));
        }
        if (request instanceof TransactGetItemsRequest transaction) {
            return transaction.transactItems().stream()
                    .map(each ->
                            item("GetItem", each.get().tableName(), each.get().key()));
        }
        if (request instanceof BatchWriteItemRequest batch) {
            return batch.requestItems().entrySet().stream()
                    .flatMap(entry -> entry.getValue().stream().map(write -> write(operation, entry.getKey(), write)));
        }
        if (request instanceof TransactWriteItemsRequest transaction) {
            return transaction.transactItems().stream().map(DynamoDbCalls::action);
        }
        return Stream.of(new Call(operation, ""));
    }

    private static Call action(TransactWriteItem action) {
        if (action.put() != null) {
            return item("PutItem", action.put().tableName(), action.put().item());
        }
        if (action.update() != null) {
            return item(
                            "UpdateItem",
                            action.update().tableName(),
                            action.update().key())
                    .attributes(names(
                            action.update().updateExpression(), action.update().expressionAttributeNames()));
        }
        if (action.delete() != null) {
            return item(
                    "DeleteItem", action.delete().tableName(), action.delete().key());
        }
        return item(
                "ConditionCheckItem",
                action.conditionCheck().tableName(),
                action.conditionCheck().key());
    }

    private static Call query(String operation, QueryRequest query) {
        Call call = new Call(operation, query.tableName())
                .index(query.indexName())
                .attributes(names(query.keyConditionExpression(), query.expressionAttributeNames()))
                .attributes(names(query.projectionExpression(), query.expressionAttributeNames()));
        Matcher equality =
                CONDITION.matcher(query.keyConditionExpression() == null ? "" : query.keyConditionExpression());
        if (equality.find()) {
            AttributeValue value = query.expressionAttributeValues().get(equality.group(2));
            call.leadingKey(value == null ? null : value.s());
        }
        return call;
    }

    private static Call write(String operation, String table, WriteRequest write) {
        return write.putRequest() != null
                ? item(operation, table, write.putRequest().item())
                : item(operation, table, write.deleteRequest().key());
    }

    private static Call keys(String operation, String table, KeysAndAttributes wanted) {
        Call call = new Call(operation, table)
                .attributes(names(wanted.projectionExpression(), wanted.expressionAttributeNames()));
        wanted.keys().forEach(key -> leadingKey(call, key).attributes(key.keySet()));
        return call;
    }

    private static Call item(String operation, String table, Map<String, AttributeValue> item) {
        return leadingKey(new Call(operation, table), item).attributes(item.keySet());
    }

    private static Call leadingKey(Call call, Map<String, AttributeValue> item) {
        PARTITION_KEYS.stream()
                .flatMap(name -> Stream.ofNullable(item.get(name)))
                .findFirst()
                .ifPresent(value -> call.leadingKey(value.s()));
        return call;
    }

    /** Top-level attributes that an expression names, directly or by an alias. */
    private static Set<String> names(@Nullable String expression, Map<String, String> aliases) {
        Set<String> names = new HashSet<>();
        if (expression != null) {
            ALIAS.matcher(expression)
                    .results()
                    .forEach(match -> names.add(aliases.getOrDefault(match.group(), match.group())));
            NAME.matcher(expression).results().map(match -> match.group()).forEach(names::add);
            names.removeIf(name -> WORDS.contains(name.toUpperCase(Locale.ROOT)));
        }
        return names;
    }
}
