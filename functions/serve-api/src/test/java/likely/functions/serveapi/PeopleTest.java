package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import likely.aws.dynamodb.DynamoInvitations;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitations;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** People by way of the API. */
class PeopleTest {
    private final Api api = new Api();
    private final Invitations invitations = new DynamoInvitations(api.dynamoDb, api.tables.tableName("Invitations"));

    @BeforeEach
    void begin() {
        api.get("/v1/session");
    }

    @Test
    void a_survey_waits_for_its_hour_with_what_the_call_said() {
        Map<String, Object> ann = add("{\"email\":\"ann@example.com\",\"delay\":\"60\",\"properties\":{\"order\":7}}");

        List<Invitation> planned = planned((String) ann.get("id"));
        assertThat(planned).hasSize(1);
        Invitation invitation = planned.get(0);
        assertThat(invitation.state()).isEqualTo(State.SCHEDULED);
        assertThat(invitation.survey()).isEqualTo("demo");
        assertThat(invitation.campaign()).isNull();
        assertThat(invitation.occasion()).isEqualTo(Occasion.TRANSACTIONAL);
        assertThat(invitation.address()).isEqualTo(api.addresses.ofEmail("ANN@example.com"));
        assertThat(invitation.asking()).isEqualTo(invitation.id());
        assertThat(invitation.dueAt()).isEqualTo(now() + 60);
        assertThat(invitation.properties()).isEqualTo(Map.of("order", "7"));
        assertThat(person(ann)).containsEntry("next_survey_scheduled_at", (int) now() + 60);
    }

    @Test
    void each_call_asks_once_more_and_a_repeat_within_the_second_does_not() {
        Map<String, Object> ann = add("{\"email\":\"ann@example.com\"}");
        Api.Answer again = owner("POST", "/v1/people")
                .json("{\"email\":\"Ann@Example.com\"}")
                .send();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.object()).containsEntry("id", ann.get("id")).containsEntry("email", "Ann@Example.com");
        api.clock.set(api.clock.instant().plusSeconds(1));
        add("{\"email\":\"ann@example.com\"}");

        assertThat(planned((String) ann.get("id"))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | email=[can't be blank]",
                "{\"email\":\" \"} | email=[can't be blank]",
                "{\"email\":\"ann\"} | email=[is invalid]",
                "{\"email\":7} | email=[is not text]",
                "{\"phone_number\":\"415 555\"} | phone_number=[is invalid]",
                "{\"email\":\"a@b.example\",\"delay\":-1} | delay=[is not a whole number from 0 to 63244800]",
                "{\"email\":\"a@b.example\",\"send\":\"maybe\"} | send=[is not true or false]",
                "{\"email\":\"a@b.example\",\"channel\":\"sms\"} | channel=[is sms, which is not sent: use email, or send=false]",
                "{\"email\":\"a@b.example\",\"last_sent_at\":1900000000} | last_sent_at=[is in the future]",
                "{\"email\":\"a@b.example\",\"time_zone\":\"Mars/Olympus\"} | time_zone=[is not a time zone such as Europe/Berlin]",
                "{\"email\":\"a@b.example\",\"relation\":\"friend\"} | relation=[is not one of customer, prospect]",
                "{\"email\":\"a@b.example\",\"properties\":{\"a\":[1]}} | properties.a=[is not text, a number or a boolean]",
                "{\"email\":\"p1@example.com\",\"email_update\":\"p2@example.com\"} | email_update=[has already been taken]"
            })
    void what_is_wrong_is_named(String body, String errors) {
        api.person("2");
        Api.Answer answer = owner("POST", "/v1/people").json(body).send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.object().get("errors")).asString().isEqualTo("{" + errors + "}");
    }

    @Test
    void a_name_is_under_255_characters_and_in_one_line() {
        String longest = "\u00fc".repeat(254);
        assertThat(add("{\"email\":\"ann@example.com\",\"name\":\"" + longest + "\"}"))
                .containsEntry("name", longest);
        assertThat(owner("POST", "/v1/people")
                        .json("{\"email\":\"ann@example.com\",\"name\":\"" + longest + "x\"}")
                        .send()
                        .object()
                        .get("errors"))
                .asString()
                .contains("name=[is longer than 254 characters]");
        assertThat(add("{\"email\":\"ann@example.com\",\"name\":\"Ann\\r\\nBcc: eve@example.com\"}"))
                .containsEntry("name", "Ann Bcc: eve@example.com");
    }

    @Test
    void what_is_said_of_a_person_is_kept() {
        Map<String, Object> ann =
                add("{\"email\":\"ann@example.com\",\"time_zone\":\"Asia/Tokyo\",\"relation\":\"prospect\","
                        + "\"customer_since\":1600000000,\"phone_number\":\"+14155551212\","
                        + "\"properties\":{\"Locale\":\"pt_BR\",\"plan\":\"pro\",\"gone\":\"x\"}}");
        add("{\"email\":\"ann@example.com\",\"properties\":{\"gone\":null,\"plan\":\"free\"},\"send\":false}");

        assertThat(person(ann))
                .containsEntry("time_zone", "Asia/Tokyo")
                .containsEntry("relation", "prospect")
                .containsEntry("customer_since", 1600000000)
                .containsEntry("phone_number", "+14155551212")
                .containsEntry("locale", "pt-BR")
                .containsEntry("properties", Map.of("Locale", "pt_BR", "plan", "free"));
    }

    @Test
    void a_survey_of_prospects_adds_prospects() {
        owner("POST", "/v1/surveys")
                .json("{\"id\":\"leads\",\"brand\":\"Acme\",\"template\":\"prospects\",\"asks\":\"prospect\"}")
                .send();
        Map<String, Object> lead = owner("POST", "/v1/people?survey=leads")
                .json("{\"email\":\"lead@example.com\"}")
                .send()
                .object();

        assertThat(person(lead)).containsEntry("relation", "prospect");
    }

    @Test
    void a_survey_that_was_sent_elsewhere_counts_as_the_last_and_never_hides_a_later_one() {
        Map<String, Object> ann = add("{\"email\":\"ann@example.com\",\"last_sent_at\":1790000000,\"send\":\"false\"}");
        assertThat(person(ann)).containsEntry("last_sent_at", 1790000000);

        add("{\"email\":\"ann@example.com\",\"last_sent_at\":1700000000,\"send\":false}");

        assertThat(person(ann)).containsEntry("last_sent_at", 1790000000);
    }

    @Test
    void who_has_a_phone_alone_is_kept_and_not_mailed() {
        Map<String, Object> phone = add("{\"phone_number\":\"+14155551212\"}");

        assertThat(phone).containsEntry("email", null).containsEntry("survey_scheduled_at", null);
        assertThat(api.get("/v1/people?phone_number=+14155551212").list()).hasSize(1);
        assertThat(api.get("/v1/people?phone_number=%2B14155551212").list()).hasSize(1);
    }

    @Test
    void a_person_moves_to_another_address() {
        Map<String, Object> ann = add("{\"email\":\"ann@example.com\"}");
        Map<String, Object> moved = add("{\"email\":\"ann@example.com\",\"email_update\":\"ann+new@example.org\"}");

        assertThat(moved).containsEntry("id", ann.get("id")).containsEntry("email", "ann+new@example.org");
        assertThat(api.get("/v1/people?email=ann@example.com").list()).isEmpty();
        // a plus that nobody encoded
        assertThat(api.get("/v1/people?email=ann+new@EXAMPLE.org").list()).hasSize(1);
    }

    @Test
    void the_list_keeps_its_range_and_its_place_while_people_come_and_go() {
        List<String> emails = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            api.clock.set(api.clock.instant().plusSeconds(1));
            add("{\"email\":\"c" + i + "@example.com\",\"send\":false}");
        }
        long since = now() - 5;
        Api.Answer first = api.get("/v1/people.json?per_page=2&since=" + since + "&until=" + (now() - 1));
        first.list().forEach(row -> emails.add((String) row.get("email")));
        owner("DELETE", "/v1/people/email:c2@example.com").send();
        api.clock.set(api.clock.instant().plusSeconds(1));
        add("{\"email\":\"late@example.com\",\"send\":false}");
        assertThat(first.header("Link")).doesNotContain(",").startsWith("<https://nps.example/live/v1/people.json?");
        for (String page = first.next(); page != null; ) {
            Api.Answer answer = api.get(page + "&per_page=1&since=1");
            answer.list().forEach(row -> emails.add((String) row.get("email")));
            page = answer.next();
        }

        assertThat(emails)
                .containsExactly(
                        "c1@example.com", "c2@example.com", "c3@example.com", "c4@example.com", "c5@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/people?page_info=x", "/v1/people?since=soon"})
    void a_list_that_means_nothing_is_refused(String target) {
        assertThat(api.get(target).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4711", "email:nobody@example.com", "phone_number:+15550001111", "email:nobody", "nobody", "x:1"
            })
    void nobody_is_a_404(String identifier) {
        assertThat(api.get("/v1/people/" + identifier).status()).isEqualTo(404);
        assertThat(owner("DELETE", "/v1/people/" + identifier).send().status()).isEqualTo(404);
    }

    @Test
    void a_save_without_anybody_to_be_saved_is_told_so() {
        assertThat(owner("PUT", "/v1/people").json("{\"id\":\"4711\"}").send().status())
                .isEqualTo(404);
        assertThat(owner("PUT", "/v1/people").json("{\"name\":\"Z\"}").send().status())
                .isEqualTo(422);
        Api.Answer added = owner("PUT", "/v1/people")
                .json("{\"id\":\"4711\",\"email\":\"new@example.com\",\"last_sent_at\":5}")
                .send();
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.object()).containsEntry("last_sent_at", null).containsEntry("next_survey_scheduled_at", null);
    }

    @Test
    void a_surveys_key_sees_its_own_people_alone() {
        String key = (String) owner("POST", "/v1/surveys")
                .json("{\"id\":\"other\",\"brand\":\"Other\"}")
                .send()
                .object()
                .get("key");
        Map<String, Object> ann = add("{\"email\":\"ann@example.com\",\"name\":\"Ann\",\"send\":false}");
        add("{\"email\":\"bob@example.com\",\"send\":false}");

        assertThat(api.call("GET", "/v1/people").key(key).send().list()).isEmpty();
        for (String target : List.of("/v1/people/" + ann.get("id"), "/v1/people/email:ann@example.com")) {
            assertThat(api.call("GET", target).key(key).send().status()).isEqualTo(404);
            assertThat(api.call("DELETE", target).key(key).send().status()).isEqualTo(404);
        }
        assertThat(api.call("POST", "/v1/survey_responses")
                        .key(key)
                        .json("{\"person\":\"" + ann.get("id") + "\",\"score\":9}")
                        .send()
                        .status())
                .isEqualTo(422);

        api.call("POST", "/v1/people")
                .key(key)
                .json("{\"email\":\"ann@example.com\"}")
                .send();

        assertThat(api.call("GET", "/v1/people").key(key).send().list())
                .extracting(row -> row.get("id"))
                .containsExactly(ann.get("id"));
        assertThat(api.get("/v1/people").list()).hasSize(3);
    }

    @Test
    void an_answer_shows_who_gave_it_and_is_noted() {
        Map<String, Object> ann = add("{\"email\":\"ann@example.com\",\"name\":\"Ann\",\"send\":false}");
        owner("POST", "/v1/survey_responses")
                .json("{\"person\":" + ann.get("id") + ",\"score\":9,\"created_at\":1700000000}")
                .send();

        assertThat(api.get("/v1/survey_responses?expand[]=person&person_email=ANN@example.com")
                        .list()
                        .get(0)
                        .get("person"))
                .isEqualTo(person("id", ann.get("id"), "name", "Ann", "email", "ann@example.com"));
        assertThat(person(ann)).containsEntry("last_responded_at", 1700000000);
    }

    private Map<String, Object> person(Object... pairs) {
        Map<String, Object> person = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            person.put((String) pairs[i], pairs[i + 1]);
        }
        person.put("created_at", (int) now());
        person.put("phone_number", null);
        return person;
    }

    @Test
    void no_invitation_has_an_address() {
        add("{\"email\":\"ann@example.com\"}");

        List<Map<String, AttributeValue>> items =
                api.dynamoDb.scanPaginator(s -> s.tableName(api.tables.tableName("Invitations"))).items().stream()
                        .toList();

        assertThat(items).hasSize(1);
        assertThat(items.toString()).doesNotContain("ann@");
    }

    private Map<String, Object> add(String json) {
        Api.Answer answer = owner("POST", "/v1/people").json(json).send();
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        return answer.object();
    }

    private Map<String, Object> person(Map<String, Object> added) {
        return api.get("/v1/people/" + added.get("id")).object();
    }

    private List<Invitation> planned(String person) {
        List<Invitation> planned = new ArrayList<>();
        invitations.ofPerson(person).forEachRemaining(planned::add);
        return planned;
    }

    private long now() {
        return api.clock.instant().getEpochSecond();
    }

    private Api.Call owner(String method, String target) {
        return api.owner(method, target);
    }
}
