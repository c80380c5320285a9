package likely.embedded;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** The tables of one stack; {@link #create} may be repeated, and adds indexes that the template got since. */
public record Tables(Template template) {

    /** The table's name, by its logical id such as {@code Responses}. */
    public String tableName(String id) {
        return template.tableName(id);
    }

    static Tables create(DynamoDbClient client, Template template) {
        for (Resource table : template.resources("AWS::DynamoDB::Table")) {
            CreateTableRequest wanted = TableRequests.create(template.tableName(table.id()), table.properties());
            Optional<TableDescription> found = describe(client, wanted.tableName());
            if (found.isEmpty()) {
                client.createTable(wanted);
            } else {
                reconcile(client, wanted, found.get(), table.id());
            }
            TableRequests.timeToLive(table.properties())
                    .ifPresent(attribute -> enableTimeToLive(client, wanted.tableName(), attribute));
        }
        return new Tables(template);
    }

    /** Tables under names of which none is taken: without the questions of {@link #create}, which cost as much again. */
    static Tables createAnew(DynamoDbClient client, Template template) {
        for (Resource table : template.resources("AWS::DynamoDB::Table")) {
            CreateTableRequest wanted = TableRequests.create(template.tableName(table.id()), table.properties());
            client.createTable(wanted);
            TableRequests.timeToLive(table.properties())
                    .ifPresent(attribute -> setTimeToLive(client, wanted.tableName(), attribute));
        }
        return new Tables(template);
    }

    private static Optional<TableDescription> describe(DynamoDbClient client, String name) {
        try {
            return Optional.of(client.describeTable(b -> b.tableName(name)).table());
        } catch (ResourceNotFoundException absent) {
            return Optional.empty();
        }
    }

    private static void reconcile(DynamoDbClient client, CreateTableRequest wanted, TableDescription found, String id) {
        if (!wanted.keySchema().equals(found.keySchema())) {
            throw new TemplateException(
                    id + ": the stored table " + wanted.tableName() + " has other keys; use another data folder");
        }
        Set<String> present = found.globalSecondaryIndexes().stream()
                .map(each -> each.indexName())
                .collect(Collectors.toCollection(HashSet::new));
        for (GlobalSecondaryIndex index : wanted.globalSecondaryIndexes()) {
            if (present.add(index.indexName())) {
                CreateGlobalSecondaryIndexAction action = CreateGlobalSecondaryIndexAction.builder()
                        .indexName(index.indexName())
                        .keySchema(index.keySchema())
                        .projection(index.projection())
                        .build();
                client.updateTable(b -> b.tableName(wanted.tableName())
                        .attributeDefinitions(wanted.attributeDefinitions())
                        .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                                .create(action)
                                .build()));
            }
        }
    }

    private static void enableTimeToLive(DynamoDbClient client, String table, String attribute) {
        TimeToLiveStatus status = client.describeTimeToLive(b -> b.tableName(table))
                .timeToLiveDescription()
                .timeToLiveStatus();
        if (status != TimeToLiveStatus.ENABLED) {
            setTimeToLive(client, table, attribute);
        }
    }

    private static void setTimeToLive(DynamoDbClient client, String table, String attribute) {
        client.updateTimeToLive(b -> b.tableName(table)
                .timeToLiveSpecification(s -> s.attributeName(attribute).enabled(true)));
    }
}
