package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import likely.aws.dynamodb.DynamoInvitations;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitations;
import likely.surveys.invitations.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** To whom nothing is sent, by way of the API. */
class SuppressionTest {
    private final Api api = new Api();

    @BeforeEach
    void begin() {
        api.get("/v1/session");
    }

    @Test
    void who_was_unknown_when_they_unsubscribed_is_unsubscribed_when_added() {
        assertThat(unsubscribe("Late@Example.com").status()).isEqualTo(200);
        assertThat(api.get("/v1/unsubscribes").list()).isEmpty();

        add("late@example.com");

        assertThat(api.get("/v1/unsubscribes").list())
                .extracting(row -> row.get("email"))
                .containsExactly("late@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', can't be blank",
        "'{\"person_email\":\"ann\"}', is invalid",
        "'{\"person_email\":\" \"}', is invalid"
    })
    void an_unsubscription_of_no_address_is_refused(String body, String reason) {
        Api.Answer answer = api.owner("POST", "/v1/unsubscribes").json(body).send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.object().get("errors")).isEqualTo(Map.of("person_email", List.of(reason)));
    }

    @Test
    void the_list_is_in_order_of_the_first_time_and_has_pages_and_a_range() {
        for (int i = 0; i < 5; i++) {
            add("p" + i + "@example.com");
            api.clock.set(api.clock.instant().plusSeconds(10));
            unsubscribe("p" + i + "@example.com");
        }
        long last = api.clock.instant().getEpochSecond();
        unsubscribe("p0@example.com"); // again, which changes nothing

        assertThat(emails("/v1/unsubscribes?per_page=2")).containsExactly("p0@example.com", "p1@example.com");
        assertThat(emails("/v1/unsubscribes?per_page=2&page=3")).containsExactly("p4@example.com");
        assertThat(emails("/v1/unsubscribes?per_page=2&page=4")).isEmpty();
        assertThat(emails("/v1/unsubscribes?since=" + (last - 20) + "&until=" + (last - 10)))
                .containsExactly("p2@example.com", "p3@example.com");
    }

    @Test
    void bounces_are_listed_as_they_were_noted() {
        Map<String, Object> ann = add("ann@example.com");
        note("ann@example.com", 1700000000);

        assertThat(api.get("/v1/bounces").list().toString())
                .isEqualTo(
                        "[{person_id=" + ann.get("id") + ", email=ann@example.com, name=null, bounced_at=1700000000}]");
    }

    @Test
    void a_surveys_key_sees_its_own_alone_and_a_viewer_nothing() {
        String key = (String) api.owner("POST", "/v1/surveys")
                .json("{\"id\":\"other\",\"brand\":\"Other\"}")
                .send()
                .object()
                .get("key");
        String viewer = (String) api.owner("POST", "/v1/surveys/other/keys")
                .form("role=viewer")
                .send()
                .object()
                .get("key");
        add("ann@example.com");
        unsubscribe("ann@example.com");
        note("ann@example.com", 1700000000);

        for (String target : List.of("/v1/unsubscribes", "/v1/bounces")) {
            assertThat(api.get(target).list()).hasSize(1);
            assertThat(api.call("GET", target).key(key).send().list()).isEmpty();
            assertThat(api.call("GET", target).key(viewer).send().status()).isEqualTo(403);
        }
        assertThat(api.call("GET", "/v1/people").key(viewer).send().status()).isEqualTo(403);
        assertThat(api.call("GET", "/v1/people/1").key(viewer).send().status()).isEqualTo(403);
        assertThat(api.call("DELETE", "/v1/people/ann@example.com/survey_requests/pending")
                        .key(key)
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_waits_for_the_survey_is_called_off_and_what_is_on_its_way_is_left() {
        api.owner("POST", "/v1/surveys")
                .json("{\"id\":\"other\",\"brand\":\"Other\"}")
                .send();
        String id = (String) add("ann@example.com").get("id");
        api.owner("POST", "/v1/people?survey=other")
                .form("email=ann@example.com&delay=5")
                .send();
        api.clock.set(api.clock.instant().plusSeconds(1));
        add("ann@example.com");
        Invitations invitations = new DynamoInvitations(api.dynamoDb, api.tables.tableName("Invitations"));
        claim(firstOf("demo", invitations.ofPerson(id)));

        assertThat(api.owner("DELETE", "/v1/people/ann@example.com/survey_requests/pending")
                        .send()
                        .object())
                .isEqualTo(Map.of("ok", true));

        List<String> states = new ArrayList<>();
        invitations.ofPerson(id).forEachRemaining(it -> states.add(it.survey() + " " + it.state()));
        assertThat(states)
                .containsExactlyInAnyOrder(
                        "demo " + State.SENDING, "demo " + State.CANCELLED, "other " + State.SCHEDULED);
    }

    private static String firstOf(String survey, Iterator<Invitation> invitations) {
        Invitation next = invitations.next();
        return next.survey().equals(survey) ? next.id() : firstOf(survey, invitations);
    }

    private Api.Answer unsubscribe(String email) {
        return api.owner("POST", "/v1/unsubscribes")
                .json("{\"person_email\":\"" + email + "\"}")
                .send();
    }

    private Map<String, Object> add(String email) {
        return api.owner("POST", "/v1/people")
                .json("{\"email\":\"" + email + "\"}")
                .send()
                .object();
    }

    private List<Object> emails(String target) {
        return api.get(target).list().stream().map(row -> row.get("email")).toList();
    }

    /** As the function that hears of bounces does. */
    private void note(String email, long at) {
        String address = api.addresses.ofEmail(email);
        api.dynamoDb.updateItem(u -> u.tableName(api.tables.tableName("People"))
                .key(Map.of("pk", AttributeValue.fromS("address#" + address)))
                .updateExpression("SET bouncedAt = :at, bouncedShard = :shard, bouncedKey = :key")
                .expressionAttributeValues(Map.of(
                        ":at", AttributeValue.fromN(Long.toString(at)),
                        ":shard", AttributeValue.fromS("bounced"),
                        ":key", AttributeValue.fromS(String.format("%012d#%s", at, address)))));
    }

    /** As the dispatcher does. */
    private void claim(String id) {
        api.dynamoDb.updateItem(u -> u.tableName(api.tables.tableName("Invitations"))
                .key(Map.of("id", AttributeValue.fromS(id)))
                .updateExpression("SET #state = :state")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(Map.of(":state", AttributeValue.fromS("sending"))));
    }
}
