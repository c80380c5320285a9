package likely.embedded;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** AWS::DynamoDB::Table as the requests that make it. */
final class TableRequests {

    private TableRequests() {}

    static CreateTableRequest create(String name, Properties table) {
        List<GlobalSecondaryIndex> indexes = table.objects("GlobalSecondaryIndexes").stream()
                .map(TableRequests::index)
                .toList();
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes(table))
                .keySchema(keys(table));
        if (!indexes.isEmpty()) {
            request.globalSecondaryIndexes(indexes);
        }
        if (table.has("StreamSpecification")) {
            request.streamSpecification(StreamSpecification.builder()
                    .streamEnabled(true)
                    .streamViewType(table.object("StreamSpecification").text("StreamViewType"))
                    .build());
        }
        return request.build();
    }

    static Optional<String> timeToLive(Properties table) {
        Properties setting = table.object("TimeToLiveSpecification");
        return setting.flag("Enabled", false) ? Optional.of(setting.text("AttributeName")) : Optional.empty();
    }

    private static List<AttributeDefinition> attributes(Properties table) {
        return table.objects("AttributeDefinitions").stream()
                .map(each -> AttributeDefinition.builder()
                        .attributeName(each.text("AttributeName"))
                        .attributeType(each.text("AttributeType"))
                        .build())
                .toList();
    }

    private static List<KeySchemaElement> keys(Properties owner) {
        return owner.objects("KeySchema").stream()
                .map(each -> KeySchemaElement.builder()
                        .attributeName(each.text("AttributeName"))
                        .keyType(each.text("KeyType"))
                        .build())
                .toList();
    }

    private static GlobalSecondaryIndex index(Properties index) {
        Properties projection = index.object("Projection");
        Projection.Builder projected = Projection.builder().projectionType(projection.text("ProjectionType"));
        if (projection.has("NonKeyAttributes")) {
            projected.nonKeyAttributes(projection.texts("NonKeyAttributes"));
        }
        return GlobalSecondaryIndex.builder()
                .indexName(index.text("IndexName"))
                .keySchema(keys(index))
                .projection(projected.build())
                .build();
    }
}
