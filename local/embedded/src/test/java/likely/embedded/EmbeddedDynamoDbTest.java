package likely.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class EmbeddedDynamoDbTest {

    private static final Template TEMPLATE = Template.find();

    @Test
    void tables_have_the_keys_indexes_stream_and_expiry_of_the_template() {
        EmbeddedDynamoDb dynamo = EmbeddedDynamoDb.shared();
        String name = dynamo.freshTables(TEMPLATE).tableName("Responses");

        TableDescription table =
                dynamo.client().describeTable(b -> b.tableName(name)).table();
        assertThat(table.keySchema())
                .singleElement()
                .satisfies(key -> assertThat(key.attributeName()).isEqualTo("id"));
        assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
        assertThat(table.globalSecondaryIndexes())
                .extracting(GlobalSecondaryIndexDescription::indexName)
                .containsExactlyInAnyOrder("byTime", "byPerson", "byUpdate", "bySource");
        assertThat(table.globalSecondaryIndexes())
                .filteredOn(index -> index.indexName().equals("byTime"))
                .singleElement()
                .satisfies(index -> {
                    assertThat(index.projection().projectionType()).isEqualTo(ProjectionType.INCLUDE);
                    assertThat(index.projection().nonKeyAttributes()).containsExactlyInAnyOrder("score", "segments");
                });
        assertThat(dynamo.client()
                        .describeTimeToLive(b -> b.tableName(name))
                        .timeToLiveDescription()
                        .timeToLiveStatus())
                .isEqualTo(TimeToLiveStatus.ENABLED);
    }

    @Test
    void fresh_tables_are_empty() {
        EmbeddedDynamoDb dynamo = EmbeddedDynamoDb.shared();
        String first = dynamo.freshTables(TEMPLATE).tableName("Responses");
        dynamo.client().putItem(b -> b.tableName(first).item(Map.of("id", AttributeValue.fromS("1"))));

        String second = dynamo.freshTables(TEMPLATE).tableName("Responses");
        assertThat(dynamo.client().scan(b -> b.tableName(second)).items()).isEmpty();
    }

    @Test
    void a_folder_keeps_items_and_tables_can_be_made_again(@TempDir Path folder) {
        try (EmbeddedDynamoDb dynamo = EmbeddedDynamoDb.inFolder(folder, 0)) {
            String name = dynamo.tables(TEMPLATE).tableName("Responses");
            assertThat(name).isEqualTo("likely-Responses");
            dynamo.client().putItem(b -> b.tableName(name).item(Map.of("id", AttributeValue.fromS("1"))));
        }
        try (EmbeddedDynamoDb dynamo = EmbeddedDynamoDb.inFolder(folder, 0)) {
            String name = dynamo.tables(TEMPLATE).tableName("Responses");
            assertThat(dynamo.client().scan(b -> b.tableName(name)).items()).hasSize(1);
        }
    }
}
