package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.optionalNumber;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import likely.surveys.people.Erasures;
import likely.surveys.people.Person;
import likely.surveys.people.Receipt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Erasures in DynamoDB: a receipt is an item of the table People, and stays. */
public final class DynamoErasures implements Erasures {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Transaction transaction;

    public DynamoErasures(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.transaction = new Transaction(dynamoDb);
    }

    @Override
    public Optional<Receipt> receipt(String person) {
        return Optional.of(Store.call(() -> dynamoDb.getItem(
                                g -> g.tableName(table).key(key(person)).consistentRead(true)))
                        .item())
                .filter(item -> !item.isEmpty())
                .map(DynamoErasures::read);
    }

    @Override
    public void note(Receipt receipt) {
        Store.call(() -> dynamoDb.putItem(p -> p.tableName(table).item(write(receipt))));
    }

    @Override
    public boolean finish(Person person, Set<String> addresses, Receipt receipt) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(TransactWriteItem.builder()
                .delete(d -> d.tableName(table)
                        .key(PersonItem.key(person.id()))
                        .conditionExpression("version = :read")
                        .expressionAttributeValues(Map.of(":read", n(person.version()))))
                .build());
        addresses.forEach(address -> writes.add(StandingItem.free(table, address, person.id())));
        writes.add(TransactWriteItem.builder()
                .put(p -> p.tableName(table).item(write(receipt)))
                .build());
        return transaction.did(writes);
    }

    private static Map<String, AttributeValue> key(String person) {
        return Map.of("pk", s("receipt#" + person));
    }

    private static Map<String, AttributeValue> write(Receipt receipt) {
        Map<String, AttributeValue> item = new LinkedHashMap<>(key(receipt.person()));
        item.put("id", s(receipt.person()));
        item.put("startedAt", n(receipt.startedAt()));
        Optional.ofNullable(receipt.erasedAt()).ifPresent(at -> item.put("erasedAt", n(at)));
        item.put("responses", n(receipt.responses()));
        item.put("invitations", n(receipt.invitations()));
        return item;
    }

    private static Receipt read(Map<String, AttributeValue> item) {
        return new Receipt(
                text(item, "id"),
                number(item, "startedAt"),
                optionalNumber(item, "erasedAt"),
                (int) number(item, "responses"),
                (int) number(item, "invitations"));
    }
}
