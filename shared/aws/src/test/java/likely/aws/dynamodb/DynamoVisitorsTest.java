package likely.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.surveys.invitations.Occasion;
import likely.surveys.people.Person;
import likely.surveys.people.Relation;
import likely.surveys.people.Standing;
import likely.surveys.widget.Visitors;
import likely.surveys.widget.VisitorsContract;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

class DynamoVisitorsTest extends VisitorsContract {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();

    private final String table = DYNAMO_DB.freshTables(Template.find()).tableName("People");

    @Override
    protected Visitors visitors() {
        return new DynamoVisitors(DYNAMO_DB.client(), table);
    }

    @Override
    protected void person(String id, String address, Relation relation) {
        Person person = new Person(
                id, id + "@example.com", null, null, relation, null, null, Map.of(), Set.of(), null, 1, 1, 1);
        assertThat(new DynamoPeople(DYNAMO_DB.client(), table).add(person, Set.of(address)))
                .isTrue();
    }

    @Override
    protected Standing standing(String address) {
        return new DynamoPeople(DYNAMO_DB.client(), table).standing(address);
    }

    @Test
    void the_condition_names_all_that_speaks_against_an_asking() {
        FaultyDynamoDb faulty = new FaultyDynamoDb(DYNAMO_DB.client());
        AtomicBoolean looked = new AtomicBoolean();
        faulty.before(request -> {
            if (request instanceof UpdateItemRequest update) {
                looked.set(true);
                assertThat(update.updateExpression()).isEqualTo("SET askedTransactional = :at, askedBy = :asking");
                assertThat(update.conditionExpression())
                        .isEqualTo("askedRelational = :askedRelational AND attribute_not_exists(dismissedRelational)"
                                + " AND attribute_not_exists(askedTransactional)"
                                + " AND dismissedTransactional = :dismissedTransactional"
                                + " AND askedBy = :askedBy AND restDays = :restDays");
            }
        });
        Standing read = new Standing(
                ADDRESS,
                null,
                null,
                Set.of(),
                null,
                null,
                0,
                Map.of(Occasion.RELATIONAL, 1L),
                "9",
                null,
                30,
                Map.of(Occasion.TRANSACTIONAL, 2L),
                Map.of());

        assertThat(new DynamoVisitors(faulty, table).ask(read, Occasion.TRANSACTIONAL, "page-1", 5))
                .isFalse();
        assertThat(looked).isTrue();
    }
}
