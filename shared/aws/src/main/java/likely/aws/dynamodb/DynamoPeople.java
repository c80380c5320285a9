package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import likely.surveys.people.People;
import likely.surveys.people.PeopleWrites;
import likely.surveys.people.Person;
import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** People in DynamoDB: an item a person and one an address, written together in one transaction. */
public final class DynamoPeople implements People, PeopleWrites {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final BatchReader reader;
    private final Transaction transaction;

    public DynamoPeople(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.reader = new BatchReader(dynamoDb, table);
        this.transaction = new Transaction(dynamoDb);
    }

    @Override
    public Optional<Person> find(String id) {
        return Optional.of(item(PersonItem.key(id)))
                .filter(item -> !item.isEmpty())
                .map(PersonItem::read);
    }

    @Override
    public Map<String, Person> find(Collection<String> ids) {
        Map<String, Person> found = new LinkedHashMap<>();
        reader.read(ids.stream().distinct().map(PersonItem::key).toList()).stream()
                .map(PersonItem::read)
                .forEach(person -> found.put(person.id(), person));
        return found;
    }

    @Override
    public Standing standing(String address) {
        return StandingItem.read(address, item(StandingItem.key(address)));
    }

    @Override
    public Page page(int shard, @Nullable String after, int most) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put(":shard", s(PersonItem.listShard(shard)));
        Optional.ofNullable(after).ifPresent(place -> values.put(":after", s(place)));
        QueryResponse reply = Store.call(() -> dynamoDb.query(q -> q.tableName(table)
                .indexName("byCreation")
                .keyConditionExpression("listShard = :shard" + (after == null ? "" : " AND listKey > :after"))
                .expressionAttributeValues(values)
                .limit(most)));
        List<Map<String, AttributeValue>> items = reply.items();
        boolean more = !reply.lastEvaluatedKey().isEmpty();
        return new Page(
                items.stream().map(PersonItem::read).toList(),
                more ? text(items.get(items.size() - 1), "listKey") : null);
    }

    @Override
    public boolean add(Person person, Set<String> addresses) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(put(person, put -> put.conditionExpression("attribute_not_exists(pk)")));
        addresses.forEach(address -> writes.add(take(address, person.id())));
        return transaction.did(writes);
    }

    @Override
    public boolean replace(Person person, Set<String> taken, Set<String> freed) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(put(
                person,
                put -> put.conditionExpression("version = :read")
                        .expressionAttributeValues(Map.of(":read", n(person.version() - 1)))));
        taken.forEach(address -> writes.add(take(address, person.id())));
        freed.forEach(address -> writes.add(StandingItem.free(table, address, person.id())));
        return transaction.did(writes);
    }

    private TransactWriteItem put(Person person, Consumer<Put.Builder> condition) {
        Put.Builder put = Put.builder().tableName(table).item(PersonItem.write(person));
        condition.accept(put);
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private TransactWriteItem take(String address, String person) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(table)
                        .key(StandingItem.key(address))
                        .updateExpression("SET person = :person")
                        .conditionExpression("attribute_not_exists(person) OR person = :person")
                        .expressionAttributeValues(Map.of(":person", s(person))))
                .build();
    }

    private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
        return Store.call(
                        () -> dynamoDb.getItem(g -> g.tableName(table).key(key).consistentRead(true)))
                .item();
    }
}
