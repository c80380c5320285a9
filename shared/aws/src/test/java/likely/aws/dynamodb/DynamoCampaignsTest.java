package likely.aws.dynamodb;

import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.surveys.campaigns.Campaigns;
import likely.surveys.campaigns.CampaignsContract;

class DynamoCampaignsTest extends CampaignsContract {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();

    private final String table = DYNAMO_DB.freshTables(Template.find()).tableName("Surveys");

    @Override
    protected Campaigns campaigns() {
        return new DynamoCampaigns(DYNAMO_DB.client(), table);
    }
}
