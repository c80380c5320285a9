package likely.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.local.EventFilter;
import likely.local.Json;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RedeliveryTest {

    @Test
    void each_item_of_the_table_is_delivered_as_if_just_modified() throws Exception {
        EmbeddedDynamoDb dynamo = EmbeddedDynamoDb.shared();
        String table = dynamo.freshTables(Template.load(Path.of("src/test/resources/template.yaml")))
                .tableName("Answers");
        for (String id : List.of("a", "b", "c")) {
            dynamo.client()
                    .putItem(b -> b.tableName(table)
                            .item(Map.of("id", AttributeValue.fromS(id), "rev", AttributeValue.fromN("2"))));
        }
        List<String> delivered = new ArrayList<>();
        EventFilter all = new EventFilter(List.of());
        StreamMapping mapping = new StreamMapping(
                "m",
                "arn:stream",
                2,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty(),
                all);
        BatchDelivery delivery = new BatchDelivery(
                mapping,
                "arn:function",
                "redelivery",
                event -> {
                    ((List<?>) Json.object(event).get("Records")).forEach(each -> delivered.add(Json.text(each)));
                    return "";
                },
                sequence -> {},
                message -> {},
                Clock.systemUTC(),
                duration -> {});
        new Redelivery(dynamo.client(), table, new StreamEvents("arn:stream"), all, 2, Clock.systemUTC()).run(delivery);

        assertThat(delivered)
                .hasSize(3)
                .allSatisfy(record -> assertThat(record)
                        .contains("\"eventName\":\"MODIFY\"", "\"Keys\":{\"id\":{\"S\":", "\"rev\":{\"N\":\"2\"}"));
    }
}
