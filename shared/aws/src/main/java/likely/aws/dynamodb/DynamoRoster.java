package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.s;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import likely.surveys.answers.Place;
import likely.surveys.answers.Range;
import likely.surveys.people.People;
import likely.surveys.people.Person;
import likely.surveys.people.Roster;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Everybody in order, merged from the partitions over which the list is spread. */
public final class DynamoRoster implements Roster {
    private static final int LEAST_A_PAGE = 10;

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoRoster(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Iterator<Person> list(Range added, @Nullable Place after, int expected) {
        List<Iterator<Person>> shards = new ArrayList<>();
        KeyRange keys = KeyRange.of(added, after);
        for (int shard = 0; shard < People.SHARDS && !keys.isEmpty(); shard++) {
            String partition = PersonItem.listShard(shard);
            // Which shard has the next ones is not known: each is asked for its share, and for more as it is used up.
            shards.add(new Pages(
                            dynamoDb,
                            q -> q.tableName(table)
                                    .indexName("byCreation")
                                    .keyConditionExpression("listShard = :shard AND listKey BETWEEN :low AND :high")
                                    .expressionAttributeValues(Map.of(
                                            ":shard", s(partition), ":low", s(keys.low()), ":high", s(keys.high())))
                                    .limit(Math.max(LEAST_A_PAGE, expected / 2)))
                    .map(PersonItem::read));
        }
        return new Merged(shards);
    }

    /** Sorted lists as one. */
    private static final class Merged implements Iterator<Person> {
        private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::place));

        private record Head(Person person, Iterator<Person> rest) {
            Place place() {
                return new Place(person.createdAt(), person.id());
            }
        }

        Merged(List<Iterator<Person>> sorted) {
            sorted.forEach(this::push);
        }

        private void push(Iterator<Person> rest) {
            if (rest.hasNext()) {
                heads.add(new Head(rest.next(), rest));
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public Person next() {
            if (heads.isEmpty()) {
                throw new NoSuchElementException();
            }
            Head head = heads.remove();
            push(head.rest());
            return head.person();
        }
    }
}
