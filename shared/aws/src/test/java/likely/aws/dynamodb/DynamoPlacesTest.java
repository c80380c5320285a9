package likely.aws.dynamodb;

import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.surveys.planning.Places;
import likely.surveys.planning.PlacesContract;

class DynamoPlacesTest extends PlacesContract {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();

    private final String table = DYNAMO_DB.freshTables(Template.find()).tableName("Invitations");

    @Override
    protected Places places() {
        return new DynamoPlaces(DYNAMO_DB.client(), table);
    }
}
