package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Tables;
import likely.embedded.Template;
import likely.scoring.Band;
import likely.surveys.SurveyTemplate;
import likely.surveys.invitations.Invitation;
import likely.surveys.people.Standing;
import likely.surveys.sending.Claim;
import likely.surveys.sending.Claimed;
import likely.surveys.sending.Claims;
import likely.surveys.sending.ClaimsContract;
import likely.surveys.sending.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class DynamoClaimsTest extends ClaimsContract {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();

    private final Tables tables = DYNAMO_DB.freshTables(Template.find());
    private final FaultyDynamoDb dynamoDb = new FaultyDynamoDb(DYNAMO_DB.client());
    private final DynamoClaims claims = new DynamoClaims(
            dynamoDb,
            tables.tableName("Invitations"),
            tables.tableName("People"),
            tables.tableName("Responses"),
            attempt -> {});

    @Override
    protected Claims claims() {
        return claims;
    }

    @Override
    protected void add(Invitation invitation) {
        put("Invitations", InvitationItem.write(invitation));
    }

    @Override
    protected void put(Standing standing) {
        Map<String, AttributeValue> item = new LinkedHashMap<>(StandingItem.key(standing.address()));
        standing.asked().forEach((occasion, at) -> item.put(StandingItem.asked(occasion), n(at)));
        text(item, "person", standing.person());
        text(item, "askedBy", standing.askedBy());
        if (standing.unsubscribedAt() != null) {
            item.put("unsubscribedAt", n(standing.unsubscribedAt()));
        }
        if (!standing.unsubscribedFrom().isEmpty()) {
            item.put("unsubscribedFrom", AttributeValue.fromSs(List.copyOf(standing.unsubscribedFrom())));
        }
        if (standing.restDays() != null) {
            item.put("restDays", n(standing.restDays()));
        }
        if (!standing.responded().isEmpty()) {
            Map<String, AttributeValue> responded = new HashMap<>();
            standing.responded().forEach((survey, at) -> responded.put(survey, n(at)));
            item.put("responded", AttributeValue.fromM(responded));
        }
        put("People", item);
    }

    private static void text(Map<String, AttributeValue> item, String name, @Nullable String text) {
        if (text != null) {
            item.put(name, s(text));
        }
    }

    @Override
    protected Standing standing(String address) {
        return StandingItem.read(address, get("People", StandingItem.key(address)));
    }

    @Override
    protected void answer(String response, Band band) {
        int score = switch (band) {
            case DETRACTOR -> 6;
            case PASSIVE -> 7;
            case PROMOTER -> 9;
        };
        put("Responses", Map.of("id", s(response), "score", n(score)));
    }

    @Override
    protected Invitation invitation(String id) {
        return InvitationItem.read(get("Invitations", InvitationItem.key(id)));
    }

    @Test
    void a_claim_whose_reply_was_lost_is_found_to_be_made() {
        put(new Standing(ADDRESS, "p", null, Set.of(), null, null, 0, Map.of(), null, null, null, Map.of(), Map.of()));
        add(survey("1"));
        int[] lost = {1};
        dynamoDb.after(request -> {
            if (request instanceof TransactWriteItemsRequest && lost[0]-- > 0) {
                throw FaultyDynamoDb.timeOut();
            }
        });

        assertThat(claims.claim(claim(survey("1")))).isEqualTo(new Claimed.Taken());

        assertThat(get("Invitations", InvitationItem.key("1")).get("mails")).isEqualTo(n(1));
    }

    @Test
    void the_address_is_claimed_under_the_whole_rule() {
        put(new Standing(ADDRESS, "p", null, Set.of(), null, null, 0, Map.of(), null, null, null, Map.of(), Map.of()));
        add(survey("1"));
        claims.claim(claim(survey("1")));

        var items = dynamoDb.requests(TransactWriteItemsRequest.class).get(0).transactItems();
        assertThat(items).hasSize(2);
        assertThat(items.get(0).update().conditionExpression())
                .isEqualTo(
                        "#state = :scheduled AND dueAt <= :now AND (attribute_not_exists(mails) OR mails < :ceiling)");
        assertThat(items.get(0).update().updateExpression())
                .isEqualTo("SET #state = :sending, claim = :token, claimedAt = :now, dueKey = :lease,"
                        + " address = :address, askedBefore = :before ADD mails :one");
        assertThat(items.get(1).update().conditionExpression())
                .isEqualTo("person = :person AND attribute_not_exists(unsubscribedAt)"
                        + " AND attribute_not_exists(bouncedAt) AND attribute_not_exists(complainedAt)"
                        + " AND NOT contains(unsubscribedFrom, :survey)"
                        + " AND (attribute_not_exists(responded.#survey) OR responded.#survey < :planned)"
                        + " AND (askedBy = :id OR"
                        + " ((attribute_not_exists(restDays) OR restDays <= :rest)"
                        + " AND (attribute_not_exists(askedRelational) OR askedRelational <= :relational)"
                        + " AND (attribute_not_exists(askedTransactional) OR askedTransactional <= :transactional)))");
        Map<String, AttributeValue> values = new HashMap<>(items.get(1).update().expressionAttributeValues());
        assertThat(values)
                .isEqualTo(Map.of(
                        ":person", s("p"),
                        ":survey", s("demo"),
                        ":id", s("1"),
                        ":now", n(NOW.getEpochSecond()),
                        ":planned", n(NOW.getEpochSecond()),
                        ":rest", n(0),
                        ":relational", n(NOW.getEpochSecond() - 90 * 86_400 + 43_200),
                        ":transactional", n(NOW.getEpochSecond() - 7 * 86_400 + 43_200)));
    }

    private Claim claim(Invitation invitation) {
        return new Claim(
                invitation,
                Terms.of(SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0), invitation, standing(ADDRESS), NOW),
                UUID.randomUUID().toString(),
                NOW,
                NOW.plusSeconds(120),
                0);
    }

    private void put(String table, Map<String, AttributeValue> item) {
        DYNAMO_DB.client().putItem(p -> p.tableName(tables.tableName(table)).item(item));
    }

    private Map<String, AttributeValue> get(String table, Map<String, AttributeValue> key) {
        return DYNAMO_DB
                .client()
                .getItem(g -> g.tableName(tables.tableName(table)).key(key).consistentRead(true))
                .item();
    }
}
