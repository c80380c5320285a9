package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.CampaignDocument;
import likely.surveys.campaigns.Campaigns;
import likely.surveys.json.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Campaigns in the table Surveys: those of all surveys in one partition, since a planner wants all of them every few
 * minutes; a survey's lie beside each other in it.
 */
public final class DynamoCampaigns implements Campaigns {
    private static final String CAMPAIGNS = "campaigns";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoCampaigns(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Campaign> find(String survey, String id) {
        return Optional.of(Store.call(() -> dynamoDb.getItem(
                                g -> g.tableName(table).key(key(survey, id)).consistentRead(true)))
                        .item())
                .filter(item -> !item.isEmpty())
                .map(DynamoCampaigns::read);
    }

    @Override
    public List<Campaign> of(String survey) {
        return list(survey + "#");
    }

    @Override
    public List<Campaign> all() {
        return list("");
    }

    private List<Campaign> list(String prefix) {
        Map<String, AttributeValue> values = prefix.isEmpty()
                ? Map.of(":campaigns", s(CAMPAIGNS))
                : Map.of(":campaigns", s(CAMPAIGNS), ":prefix", s(prefix));
        List<Campaign> campaigns = new ArrayList<>();
        new Pages(
                        dynamoDb,
                        q -> q.tableName(table)
                                .keyConditionExpression(
                                        "pk = :campaigns" + (prefix.isEmpty() ? "" : " AND begins_with(sk, :prefix)"))
                                .expressionAttributeValues(values)
                                .consistentRead(true))
                .map(DynamoCampaigns::read)
                .forEachRemaining(campaigns::add);
        return List.copyOf(campaigns);
    }

    @Override
    public void add(Campaign campaign) {
        try {
            Store.call(() -> dynamoDb.putItem(
                    p -> p.tableName(table).item(item(campaign)).conditionExpression("attribute_not_exists(pk)")));
        } catch (ConditionalCheckFailedException e) {
            throw new Taken();
        }
    }

    @Override
    public void replace(Campaign campaign) {
        try {
            Store.call(() -> dynamoDb.putItem(p -> p.tableName(table)
                    .item(item(campaign))
                    .conditionExpression("version = :read")
                    .expressionAttributeValues(Map.of(":read", n(campaign.version() - 1)))));
        } catch (ConditionalCheckFailedException e) {
            throw new Changed();
        }
    }

    private static Map<String, AttributeValue> key(String survey, String id) {
        return Map.of("pk", s(CAMPAIGNS), "sk", s(survey + "#" + id));
    }

    private static Map<String, AttributeValue> item(Campaign campaign) {
        return Map.of(
                "pk",
                s(CAMPAIGNS),
                "sk",
                s(campaign.survey() + "#" + campaign.id()),
                "document",
                s(Json.write(CampaignDocument.write(campaign))),
                "version",
                n(campaign.version()));
    }

    private static Campaign read(Map<String, AttributeValue> item) {
        String sk = text(item, "sk");
        return CampaignDocument.stored(sk.substring(0, sk.indexOf('#')), Json.object(text(item, "document")));
    }
}
