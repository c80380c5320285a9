package likely.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.surveys.Unavailable;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitations;
import likely.surveys.invitations.SampleInvitation;
import likely.surveys.invitations.State;
import likely.surveys.planning.Plans;
import likely.surveys.planning.PlansContract;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

class DynamoPlansTest extends PlansContract {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();

    private final String table = DYNAMO_DB.freshTables(Template.find()).tableName("Invitations");
    private final FaultyDynamoDb dynamoDb = new FaultyDynamoDb(DYNAMO_DB.client());
    private final Plans plans = new DynamoPlans(dynamoDb, table);

    @Override
    protected Plans plans() {
        return plans;
    }

    @Override
    protected Invitations invitations() {
        return new DynamoInvitations(DYNAMO_DB.client(), table);
    }

    @Override
    protected void become(String id, State state) {
        DYNAMO_DB
                .client()
                .updateItem(u -> u.tableName(table)
                        .key(InvitationItem.key(id))
                        .updateExpression(
                                state.settled() ? "SET #state = :state REMOVE dueShard, dueKey" : "SET #state = :state")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(Map.of(":state", Attributes.s(InvitationItem.lower(state)))));
    }

    @Test
    void each_is_put_under_the_condition_that_it_is_not_there_or_a_change_called_it_off() {
        plans.add(List.of(SampleInvitation.waiting("1", "1")));

        PutItemRequest put = dynamoDb.requests(PutItemRequest.class).get(0);
        assertThat(put.conditionExpression())
                .isEqualTo("attribute_not_exists(id) OR (#state = :cancelled AND #reason IN (:reason0, :reason1))");
        assertThat(put.expressionAttributeValues())
                .containsOnly(
                        Map.entry(":cancelled", Attributes.s("cancelled")),
                        Map.entry(":reason0", Attributes.s("campaign-changed")),
                        Map.entry(":reason1", Attributes.s("answer-changed")));
    }

    @Test
    void one_that_the_store_does_not_take_is_told_after_the_others_are_kept() {
        List<Invitation> mails = List.of(
                SampleInvitation.waiting("1", "1"),
                SampleInvitation.waiting("2", "1"),
                SampleInvitation.waiting("3", "1"));
        dynamoDb.before(request -> {
            if (request instanceof PutItemRequest put
                    && put.item().get("id").s().equals("2")) {
                throw FaultyDynamoDb.error(400, "ProvisionedThroughputExceededException");
            }
        });

        assertThatThrownBy(() -> plans.add(mails)).isInstanceOf(Unavailable.class);

        assertThat(plans.find(List.of("1", "2", "3"))).containsOnlyKeys("1", "3");
        dynamoDb.mend();
        assertThat(plans.add(mails)).containsExactly("2");
    }
}
