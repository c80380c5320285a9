package likely.aws.dynamodb;

import java.util.Optional;
import likely.surveys.answering.MadeLink;
import likely.surveys.answering.MadeLinks;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Links without a mail, in DynamoDB. */
public final class DynamoMadeLinks implements MadeLinks {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoMadeLinks(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void add(MadeLink link) {
        Store.call(() -> dynamoDb.putItem(p -> p.tableName(table)
                .item(LinkItem.write(link))
                .conditionExpression("attribute_not_exists(id)"))); // of 63 random bits
    }

    @Override
    public Optional<MadeLink> find(String id) {
        return Optional.of(Store.call(() -> dynamoDb.getItem(g ->
                                g.tableName(table).key(InvitationItem.key(id)).consistentRead(true)))
                        .item())
                .filter(LinkItem::isLink)
                .map(LinkItem::read);
    }
}
