package likely.aws.dynamodb;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.surveys.Responses;
import likely.surveys.ResponsesContract;
import likely.surveys.ledger.Image;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoResponsesContractTest extends ResponsesContract {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();

    private final String table = DYNAMO_DB.freshTables(Template.find()).tableName("Responses");

    @Override
    protected Responses responses() {
        return new DynamoResponses(DYNAMO_DB.client(), table, Clock.systemUTC());
    }

    @Override
    protected Optional<Image> image(String id) {
        Map<String, AttributeValue> item = DYNAMO_DB
                .client()
                .getItem(g -> g.tableName(table).key(Map.of("id", AttributeValue.fromS(id))))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(ResponseItem.image(item, false));
    }
}
