package likely.aws.dynamodb;

import java.util.Map;
import java.util.Optional;
import likely.surveys.people.Person;
import likely.surveys.people.Standing;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A person and an address by their keys, as they are now. */
public final class DynamoAddressBook {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoAddressBook(DynamoDbClient dynamoDb, String people) {
        this.dynamoDb = dynamoDb;
        this.table = people;
    }

    public Optional<Person> find(String id) {
        return Optional.of(item(PersonItem.key(id)))
                .filter(item -> !item.isEmpty())
                .map(PersonItem::read);
    }

    public Standing standing(String address) {
        return StandingItem.read(address, item(StandingItem.key(address)));
    }

    private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
        return Store.call(
                        () -> dynamoDb.getItem(g -> g.tableName(table).key(key).consistentRead(true)))
                .item();
    }
}
