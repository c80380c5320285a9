package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.optionalText;
import static likely.aws.dynamodb.Attributes.s;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import likely.surveys.invitations.Occasion;
import likely.surveys.people.Relation;
import likely.surveys.people.Standing;
import likely.surveys.widget.Visitors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is noted of addresses of people who are asked in pages; the public function may read and write no more of them. */
public final class DynamoVisitors implements Visitors {
    private static final String READ = "person, askedRelational, askedTransactional, askedBy, dismissedRelational,"
            + " dismissedTransactional, restDays";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final RespondedMarks responded;

    public DynamoVisitors(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.responded = new RespondedMarks(dynamoDb, table);
    }

    @Override
    public Standing of(String address) {
        return StandingItem.read(address, get(StandingItem.key(address), READ));
    }

    @Override
    public Optional<Relation> relation(String person) {
        return Optional.ofNullable(optionalText(get(PersonItem.key(person), "relation"), "relation"))
                .map(name -> Relation.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    private Map<String, AttributeValue> get(Map<String, AttributeValue> key, String attributes) {
        return Store.call(() -> dynamoDb.getItem(g -> g.tableName(table)
                        .key(key)
                        .projectionExpression(attributes)
                        .consistentRead(true)))
                .item();
    }

    @Override
    public boolean ask(Standing read, Occasion occasion, String asking, long at) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        StringJoiner unchanged = new StringJoiner(" AND ");
        for (Occasion each : Occasion.values()) {
            String asked = StandingItem.asked(each);
            String dismissed = StandingItem.dismissed(each);
            unchanged.add(same(asked, number(read.asked().get(each)), values));
            unchanged.add(same(dismissed, number(read.dismissed().get(each)), values));
        }
        String by = read.askedBy();
        unchanged.add(same("askedBy", by == null ? null : s(by), values));
        Integer rest = read.restDays();
        unchanged.add(same("restDays", rest == null ? null : n(rest), values));
        values.put(":at", n(at));
        values.put(":asking", s(asking));
        return update(
                read.address(),
                "SET " + StandingItem.asked(occasion) + " = :at, askedBy = :asking",
                unchanged.toString(),
                values);
    }

    private static @Nullable AttributeValue number(@Nullable Long moment) {
        return moment == null ? null : n(moment);
    }

    private static String same(String name, @Nullable AttributeValue read, Map<String, AttributeValue> values) {
        if (read == null) {
            return "attribute_not_exists(" + name + ")";
        }
        values.put(":" + name, read);
        return name + " = :" + name;
    }

    @Override
    public void dismissed(String address, Occasion occasion, long at) {
        String name = StandingItem.dismissed(occasion);
        update(
                address,
                "SET " + name + " = :at",
                "attribute_not_exists(" + name + ") OR " + name + " <= :at",
                Map.of(":at", n(at)));
    }

    @Override
    public void answered(String address, Occasion occasion, String survey, String answer, long at) {
        String also = ", respondedAt = :now, " + StandingItem.asked(occasion) + " = :now, askedBy = :answer";
        responded.note(address, survey, at, also, Map.of(":now", n(at), ":answer", s(answer)));
    }

    private boolean update(String address, String update, String condition, Map<String, AttributeValue> values) {
        return Store.did(() -> dynamoDb.updateItem(u -> u.tableName(table)
                .key(StandingItem.key(address))
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeValues(values)));
    }
}
