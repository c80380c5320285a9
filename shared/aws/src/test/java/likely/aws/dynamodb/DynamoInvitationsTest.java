package likely.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitations;
import likely.surveys.invitations.InvitationsContract;
import likely.surveys.invitations.SampleInvitation;
import likely.surveys.invitations.State;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoInvitationsTest extends InvitationsContract {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();

    private final String table = DYNAMO_DB.freshTables(Template.find()).tableName("Invitations");

    @Override
    protected Invitations invitations() {
        return new DynamoInvitations(DYNAMO_DB.client(), table);
    }

    @Override
    protected void become(String id, State state) {
        set(id, "state", InvitationItem.lower(state));
    }

    @Test
    void what_other_writers_noted_of_a_sent_one_goes_with_an_erasure() {
        invitations().add(waiting("7"));
        become("7", State.SENT);
        set("7", "openings", "what a mail reader was");

        invitations().forget("7");

        assertThat(item("7"))
                .doesNotContainKeys("openings", "person", "properties")
                .containsKeys("address", "state");
    }

    @Test
    void what_a_dispatcher_needs_to_settle_stays_while_it_sends() {
        invitations().add(waiting("7"));
        become("7", State.SENDING);
        set("7", "lease", "x");

        invitations().forget("7");

        assertThat(item("7")).doesNotContainKeys("person", "properties").containsKeys("lease", "dueShard", "dueKey");
    }

    @Test
    void one_called_off_leaves_the_due_index() {
        invitations().add(waiting("7"));
        assertThat(item("7")).containsKeys("dueShard", "dueKey");

        invitations().cancel("7", "returned");

        assertThat(item("7")).doesNotContainKeys("dueShard", "dueKey");
    }

    private static Invitation waiting(String id) {
        return SampleInvitation.waiting(id, "1");
    }

    private void set(String id, String name, String value) {
        DYNAMO_DB
                .client()
                .updateItem(u -> u.tableName(table)
                        .key(InvitationItem.key(id))
                        .updateExpression("SET #name = :value")
                        .expressionAttributeNames(Map.of("#name", name))
                        .expressionAttributeValues(Map.of(":value", Attributes.s(value))));
    }

    private Map<String, AttributeValue> item(String id) {
        return DYNAMO_DB
                .client()
                .getItem(g -> g.tableName(table).key(InvitationItem.key(id)))
                .item();
    }
}
