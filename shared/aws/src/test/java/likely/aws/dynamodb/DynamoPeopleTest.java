package likely.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.surveys.Unavailable;
import likely.surveys.answers.Range;
import likely.surveys.invitations.Occasion;
import likely.surveys.people.Erasures;
import likely.surveys.people.People;
import likely.surveys.people.PeopleContract;
import likely.surveys.people.PeopleWrites;
import likely.surveys.people.Person;
import likely.surveys.people.Relation;
import likely.surveys.people.Roster;
import likely.surveys.people.Standing;
import likely.surveys.people.Standings;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class DynamoPeopleTest extends PeopleContract {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();
    private static final Person ANN = new Person(
            "7", "ann@example.com", null, null, Relation.CUSTOMER, null, null, Map.of(), Set.of(), null, 1, 1, 1);

    private final String table = DYNAMO_DB.freshTables(Template.find()).tableName("People");
    private final FaultyDynamoDb faulty = new FaultyDynamoDb(DYNAMO_DB.client());

    @Override
    protected People people() {
        return new DynamoPeople(DYNAMO_DB.client(), table);
    }

    @Override
    protected PeopleWrites writes() {
        return new DynamoPeople(DYNAMO_DB.client(), table);
    }

    @Override
    protected Roster roster() {
        return new DynamoRoster(DYNAMO_DB.client(), table);
    }

    @Override
    protected Standings standings() {
        return new DynamoStandings(DYNAMO_DB.client(), table);
    }

    @Override
    protected void noteInPage(String address, String survey, long at) {
        DynamoVisitors visitors = new DynamoVisitors(DYNAMO_DB.client(), table);
        visitors.dismissed(address, Occasion.RELATIONAL, at);
        visitors.answered(address, Occasion.RELATIONAL, survey, "response-1", at);
    }

    @Override
    protected Erasures erasures() {
        return new DynamoErasures(DYNAMO_DB.client(), table);
    }

    @Test
    void a_standing_is_read_as_others_wrote_it() {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "pk", Attributes.s("address#aa01"),
                "person", Attributes.s("7"),
                "unsubscribedFrom", AttributeValue.fromSs(List.of("demo")),
                "bouncedAt", Attributes.n(5),
                "bouncedShard", Attributes.s("bounced"),
                "bouncedKey", Attributes.s("000000000005#aa01")));
        item.putAll(Map.of(
                "complainedAt", Attributes.n(6),
                "softBounces", Attributes.n(2),
                "askedRelational", Attributes.n(7),
                "askedBy", Attributes.s("99"),
                "restDays", Attributes.n(30)));
        DYNAMO_DB.client().putItem(p -> p.tableName(table).item(item));

        assertThat(people().standing("aa01"))
                .isEqualTo(new Standing(
                        "aa01",
                        "7",
                        null,
                        Set.of("demo"),
                        5L,
                        6L,
                        2,
                        Map.of(Occasion.RELATIONAL, 7L),
                        "99",
                        null,
                        30,
                        Map.of(),
                        Map.of()));
        assertThat(standings().bounced(Range.ALL).next()).isEqualTo(new Standings.Mark("7", 5));
    }

    @Test
    void a_write_that_met_another_is_made_again() {
        AtomicInteger calls = new AtomicInteger();
        faulty.before(request -> {
            if (request instanceof TransactWriteItemsRequest && calls.incrementAndGet() < 3) {
                throw FaultyDynamoDb.canceled("TransactionConflict", "None");
            }
        });

        assertThat(new DynamoPeople(faulty, table).add(ANN, Set.of("aa01"))).isTrue();
        assertThat(people().find("7")).contains(ANN);
    }

    @Test
    void a_store_that_is_away_is_worth_another_try() {
        faulty.before(request -> {
            throw FaultyDynamoDb.error(500, "InternalServerError");
        });

        assertThatThrownBy(() -> new DynamoPeople(faulty, table).add(ANN, Set.of("aa01")))
                .isInstanceOf(Unavailable.class);
    }
}
