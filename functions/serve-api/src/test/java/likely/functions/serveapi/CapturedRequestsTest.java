package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests as the four official clients were seen to send them, with their own headers. */
class CapturedRequestsTest {
    private static final List<String> KEYS = List.of(
            "id",
            "person",
            "survey_type",
            "score",
            "comment",
            "permalink",
            "created_at",
            "updated_at",
            "person_properties",
            "notes",
            "tags",
            "additional_answers",
            "band",
            "touchpoint",
            "suspect",
            "source",
            "excluded");

    private final Api api = new Api();
    private String id;

    /** How a client introduces itself. */
    enum Client {
        NODE("Basic S0VZMTIzOg==", "Delighted Node Client 2.2.0"),
        PYTHON("Basic S0VZMTIz", "Delighted Python 4.2.0"),
        RUBY("Basic S0VZMTIzOg==", "Delighted RubyGem 2.1.0rc1"),
        PHP("Basic S0VZMTIzOg==", "Delighted PHP API Client 4.2.0");

        final String authorization;
        final String agent;

        Client(String authorization, String agent) {
            this.authorization = authorization;
            this.agent = agent;
        }
    }

    @BeforeEach
    void begin() {
        api.ownerKeys.set(0, "KEY123");
        id = (String) call(Client.NODE, "POST", "/v1/survey_responses")
                .json("{\"person\":\"1\",\"score\":10,\"comment\":\"hi\",\"person_properties\":{\"k\":\"v\"},"
                        + "\"created_at\":1700000000}")
                .send()
                .object()
                .get("id");
        api.count();
    }

    private Api.Call call(Client client, String method, String target) {
        Api.Call call = api.call(method, target)
                .header("Accept", "application/json")
                .header("Authorization", client.authorization)
                .header("User-Agent", client.agent);
        // Node names JSON also where there is no body; Python sends a body and does not name it.
        if (client == Client.NODE) {
            call.header("Content-Type", "application/json");
        } else if (client == Client.PYTHON && method.equals("GET") && !target.contains("?")) {
            call.body("{}");
        }
        return call;
    }

    static Stream<Arguments> metrics() {
        return Stream.of(
                Arguments.of(Client.NODE, "/v1/metrics", 1),
                Arguments.of(
                        Client.NODE, "/v1/metrics?since=1&until=2&trend=9&groups%5B%5D=core&groups%5B%5D=email", 0),
                Arguments.of(Client.PYTHON, "/v1/metrics", 1),
                Arguments.of(Client.PYTHON, "/v1/metrics?since=1&until=2&trend=9&groups%5B%5D=email", 0),
                Arguments.of(Client.RUBY, "/v1/metrics", 1),
                Arguments.of(
                        Client.RUBY, "/v1/metrics?since=1380585600&trend=9&groups%5B%5D=core&groups%5B%5D=email", 1),
                Arguments.of(Client.PHP, "/v1/metrics", 1),
                Arguments.of(Client.PHP, "/v1/metrics?since=1&trend=9&groups%5B%5D=core&groups%5B%5D=email", 1));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void metrics_are_a_flat_object_without_id(Client client, String target, int count) {
        Api.Answer answer = call(client, "GET", target).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object())
                .containsOnlyKeys(
                        "nps",
                        "promoter_count",
                        "promoter_percent",
                        "passive_count",
                        "passive_percent",
                        "detractor_count",
                        "detractor_percent",
                        "response_count")
                .containsEntry("response_count", count)
                .allSatisfy((name, value) -> assertThat(value).isInstanceOf(Integer.class));
    }

    static Stream<Arguments> creations() {
        return Stream.of(
                Arguments.of(
                        Client.PYTHON,
                        "application/json",
                        "{\"person\": \"1\", \"score\": 10, \"comment\": \"hi\", \"person_properties\": {\"k\": \"v\"}}",
                        "hi"),
                Arguments.of(
                        Client.RUBY,
                        "application/json",
                        "{\"person\":\"1\",\"score\":10,\"comment\":\"hi\",\"person_properties\":{\"k\":\"v\"},"
                                + "\"created_at\":1380585600}",
                        "hi"),
                Arguments.of(
                        Client.PHP,
                        "application/x-www-form-urlencoded",
                        "person=1&score=10&comment=hi+%26+bye&person_properties%5Bk%5D=v",
                        "hi & bye"));
    }

    @ParameterizedTest
    @MethodSource("creations")
    void a_response_is_added_by_either_kind_of_body(Client client, String type, String body, String comment) {
        Api.Answer answer = call(client, "POST", "/v1/survey_responses")
                .header("Content-Type", type)
                .body(body)
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.object())
                .containsOnlyKeys(KEYS)
                .containsEntry("person", "1")
                .containsEntry("score", 10)
                .containsEntry("comment", comment)
                .containsEntry("person_properties", Map.of("k", "v"))
                .containsEntry("notes", List.of())
                .containsEntry("tags", List.of())
                .containsEntry("additional_answers", List.of())
                .containsEntry("updated_at", answer.object().get("created_at"));
    }

    static Stream<Arguments> retrievals() {
        return Stream.of(
                Arguments.of(Client.NODE, "?expand=person"),
                Arguments.of(Client.NODE, "?expand%5B%5D=person&expand%5B%5D=notes"),
                Arguments.of(Client.RUBY, "?expand%5B%5D=person&expand%5B%5D=notes"),
                Arguments.of(Client.PHP, "?expand%5B%5D=person&expand%5B%5D=notes"));
    }

    @ParameterizedTest
    @MethodSource("retrievals")
    void an_expanded_person_is_an_object_with_an_id(Client client, String query) {
        Api.Answer answer =
                call(client, "GET", "/v1/survey_responses/" + id + query).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object()).containsOnlyKeys(KEYS);
        assertThat(answer.object().get("person"))
                .asString()
                .contains("id=1", "email=p1@example.com", "phone_number=null", "created_at=1600000000");
    }

    @Test
    void python_reads_one_without_expansion_and_one_with_notes_alone() {
        assertThat(call(Client.PYTHON, "GET", "/v1/survey_responses/" + id)
                        .send()
                        .object())
                .containsEntry("person", "1");
        assertThat(call(Client.PYTHON, "GET", "/v1/survey_responses/" + id + "?expand%5B%5D=notes")
                        .send()
                        .object())
                .containsEntry("person", "1");
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(
                        Client.NODE,
                        "?per_page=100&page=2&order=desc&trend=123&since=1700000000&until=1800000000&updated_since=1"
                                + "&expand%5B%5D=person&person_email=a%2Bb%40example.com",
                        0),
                Arguments.of(
                        Client.PYTHON,
                        "?per_page=100&page=5&order=desc&trend=123&expand%5B%5D=person&since=1393632000"
                                + "&until=1800000000",
                        0),
                Arguments.of(Client.PYTHON, "?expand%5B%5D=person", 1),
                Arguments.of(
                        Client.RUBY,
                        "?page=5&per_page=100&order=desc&since=1380585600&until=1383264000&expand%5B%5D=person"
                                + "&trend=123&person_email=a%2Bb%40example.com",
                        0),
                Arguments.of(
                        Client.PHP,
                        "?page=5&per_page=100&order=desc&since=1380585600&expand%5B%5D=person&trend=123"
                                + "&person_email=a+b@example.com",
                        0),
                Arguments.of(Client.PHP, "?page=1&order=desc&since=1380585600&expand%5B%5D=person&trend=123", 1));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_list_is_a_bare_array_and_empty_past_its_end(Client client, String query, int rows) {
        Api.Answer answer = call(client, "GET", "/v1/survey_responses" + query).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.list())
                .hasSize(rows)
                .allSatisfy(row -> assertThat(row).containsOnlyKeys(KEYS));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        Client.NODE,
                        "/v1/survey_responses",
                        "{\"id\":\"ID\",\"person\":\"1\",\"score\":3,\"comment\":null,"
                                + "\"person_properties\":{\"a\":\"b\"}}",
                        Map.of("k", "v", "a", "b")),
                Arguments.of(
                        Client.PYTHON,
                        "/v1/survey_responses/ID",
                        "{\"person\": {\"id\": \"1\", \"email\": \"a@example.com\"}, \"id\": \"ID\", \"score\": 3, "
                                + "\"person_properties\": {\"segment\": \"Online\"}}",
                        Map.of("k", "v", "segment", "Online")),
                Arguments.of(
                        Client.RUBY,
                        "/v1/survey_responses/ID",
                        "{\"score\":3,\"person\":\"1\",\"expand\":[\"person\"]}",
                        Map.of("k", "v")),
                Arguments.of(
                        Client.PHP,
                        "/v1/survey_responses/ID",
                        "{\"person\":{\"id\":\"1\",\"email\":\"a@example.com\"},\"score\":3,"
                                + "\"person_properties\":[]}",
                        Map.of("k", "v")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void what_was_read_is_changed_and_sent_back(
            Client client, String path, String body, Map<String, String> properties) {
        Api.Answer answer = call(client, "PUT", path.replace("ID", id))
                .json(body.replace("ID", id))
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object())
                .containsOnlyKeys(KEYS)
                .containsEntry("id", id)
                .containsEntry("score", 3)
                .containsEntry("comment", client == Client.NODE ? null : "hi")
                .containsEntry("created_at", 1700000000)
                .containsEntry("updated_at", (int) api.clock.instant().getEpochSecond())
                .containsEntry("person_properties", properties);
        if (client == Client.RUBY) {
            assertThat(answer.object().get("person")).isInstanceOf(Map.class);
        } else {
            assertThat(answer.object()).containsEntry("person", "1");
        }
    }

    @Test
    void an_unknown_path_is_a_404() {
        assertThat(call(Client.PYTHON, "GET", "/v1/nope").send().status()).isEqualTo(404);
        assertThat(call(Client.PHP, "GET", "/v1/survey_responses/x%2Fy").send().status())
                .isEqualTo(404);
    }

    static Stream<Arguments> people() {
        return Stream.of(
                Arguments.of(
                        Client.NODE,
                        "application/json",
                        "{\"email\":\"jony@example.com\",\"name\":\"J\u00f8ny\",\"delay\":60,\"channel\":\"email\","
                                + "\"last_sent_at\":1700000000,\"properties\":{\"Purchase Experience\":\"Mobile App\","
                                + "\"question_product_name\":\"X\",\"locale\":\"fr\"}}",
                        true,
                        Map.of("Purchase Experience", "Mobile App", "question_product_name", "X", "locale", "fr")),
                Arguments.of(
                        Client.PYTHON,
                        "application/json",
                        "{\"email\": \"jony@example.com\", \"name\": \"J\\u00f8ny\", \"delay\": 60, \"send\": true, "
                                + "\"channel\": \"email\", \"properties\": {\"Purchase Experience\": \"Mobile App\", "
                                + "\"n\": 123}}",
                        true,
                        Map.of("Purchase Experience", "Mobile App", "n", "123")),
                Arguments.of(
                        Client.RUBY,
                        "application/json",
                        "{\"email\":\"jony@example.com\",\"name\":\"J\u00f8ny\",\"delay\":60,\"send\":false,"
                                + "\"properties\":{\"Purchase Experience\":\"Mobile App\",\"n\":123}}",
                        false,
                        Map.of("Purchase Experience", "Mobile App", "n", "123")),
                Arguments.of(
                        Client.PHP,
                        "application/x-www-form-urlencoded",
                        "email=jony%40example.com&name=J%C3%B8ny&delay=60&send=false&channel=email"
                                + "&properties%5BPurchase+Experience%5D=Mobile+App&properties%5Bn%5D=123"
                                + "&properties%5Bflag%5D=1",
                        false,
                        Map.of("Purchase Experience", "Mobile App", "n", "123", "flag", "1")));
    }

    @ParameterizedTest
    @MethodSource("people")
    void somebody_is_added_and_asked_after_the_delay(
            Client client, String type, String body, boolean asked, Map<String, String> properties) {
        Api.Answer answer = call(client, "POST", "/v1/people")
                .header("Content-Type", type)
                .body(body)
                .send();

        assertThat(answer.status()).isEqualTo(201);
        int due = (int) api.clock.instant().getEpochSecond() + 60;
        assertThat(answer.object())
                .containsOnlyKeys("id", "email", "name", "survey_scheduled_at", "properties", "phone_number")
                .containsEntry("email", "jony@example.com")
                .containsEntry("name", "J\u00f8ny")
                .containsEntry("survey_scheduled_at", asked ? due : null)
                .containsEntry("properties", properties);
        assertThat(answer.object().get("id")).asString().matches("[0-9]+");
    }

    static Stream<Arguments> silentPeople() {
        return Stream.of(
                Arguments.of(Client.NODE, "{\"email\":\"jony@example.com\",\"send\":false}"),
                Arguments.of(Client.PYTHON, "{\"email\": \"jony@example.com\", \"send\": false}"));
    }

    @ParameterizedTest
    @MethodSource("silentPeople")
    void send_false_schedules_nothing(Client client, String body) {
        assertThat(call(client, "POST", "/v1/people").json(body).send().object())
                .containsEntry("survey_scheduled_at", null);
    }

    static Stream<Arguments> peopleLists() {
        return Stream.of(
                Arguments.of(Client.NODE, "?per_page=1&since=1600000000"),
                Arguments.of(Client.PYTHON, "?auto_handle_rate_limits=True&per_page=1"),
                Arguments.of(Client.PYTHON, ""),
                Arguments.of(Client.PYTHON, "?per_page=2"),
                Arguments.of(Client.RUBY, "?per_page=1"),
                Arguments.of(Client.PHP, "?per_page=1"),
                Arguments.of(Client.PHP, "?per_page=2"));
    }

    @ParameterizedTest
    @MethodSource("peopleLists")
    void people_are_listed_page_after_page_by_their_links(Client client, String query) {
        api.person("2");
        api.person("3");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String page = "/v1/people" + query; page != null; ) {
            Api.Call call = call(client, "GET", page);
            Api.Answer answer = (client == Client.PYTHON ? call.body("{}") : call).send();
            assertThat(answer.status()).isEqualTo(200);
            rows.addAll(answer.list());
            page = answer.next();
        }

        assertThat(rows).extracting(row -> row.get("id")).containsExactly("1", "2", "3");
        assertThat(rows)
                .allSatisfy(row -> assertThat(row)
                        .containsOnlyKeys(
                                "id",
                                "name",
                                "email",
                                "created_at",
                                "phone_number",
                                "last_sent_at",
                                "last_responded_at",
                                "next_survey_scheduled_at"));
    }

    static Stream<Arguments> deletions() {
        return Stream.of(Client.values())
                .flatMap(client -> Stream.of("42", "email%3Afoo%2Ba%40example.com", "phone_number%3A%2B14155551212")
                        .map(identifier -> Arguments.of(client, identifier)));
    }

    @ParameterizedTest
    @MethodSource("deletions")
    void a_person_is_erased_by_whatever_names_it(Client client, String identifier) {
        api.person("42");
        call(client, "PUT", "/v1/people")
                .json("{\"id\":\"42\",\"email\":\"foo+a@example.com\",\"phone_number\":\"+14155551212\"}")
                .send();

        Api.Answer answer = delete(client, "/v1/people/" + identifier);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.object()).isEqualTo(Map.of("ok", true));
        assertThat(delete(client, "/v1/people/" + identifier).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Client.class)
    void pending_requests_are_called_off_by_the_bare_address(Client client) {
        String path = "/v1/people/foo%2Ba%40example.com/survey_requests/pending";
        assertThat(delete(client, path).status()).isEqualTo(404);
        call(client, "POST", "/v1/people")
                .json("{\"email\":\"foo+a@example.com\",\"delay\":60}")
                .send();

        assertThat(delete(client, path).object()).isEqualTo(Map.of("ok", true));

        assertThat(call(client, "GET", "/v1/people?email=foo%2Ba%40example.com")
                        .send()
                        .list())
                .extracting(row -> row.get("next_survey_scheduled_at"))
                .containsExactly((Object) null);
        assertThat(delete(client, path).status()).as("with nothing pending").isEqualTo(200);
    }

    /** Python sends an empty object, Ruby and PHP name a type without a body. */
    private Api.Answer delete(Client client, String path) {
        Api.Call call = call(client, "DELETE", path);
        return switch (client) {
            case NODE -> call.send();
            case PYTHON -> call.json("{}").send();
            case RUBY -> call.header("Content-Type", "application/json").send();
            case PHP ->
                call.header("Content-Type", "application/x-www-form-urlencoded").send();
        };
    }

    @Test
    void node_reads_a_person_and_saves_it() {
        Map<String, Object> person =
                call(Client.NODE, "GET", "/v1/people/1").send().object();
        assertThat(person).containsEntry("id", "1").containsEntry("email", "p1@example.com");

        Api.Answer saved = call(Client.NODE, "PUT", "/v1/people")
                .json("{\"id\":\"1\",\"email\":\"a@example.com\",\"name\":\"Z\"}")
                .send();

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.object())
                .containsEntry("id", "1")
                .containsEntry("email", "a@example.com")
                .containsEntry("name", "Z")
                .containsEntry("next_survey_scheduled_at", null);
    }

    static Stream<Arguments> unsubscriptions() {
        return Stream.of(
                Arguments.of(Client.NODE, "application/json", "{\"person_email\":\"jony@example.com\"}"),
                Arguments.of(Client.PYTHON, "application/json", "{\"person_email\": \"jony@example.com\"}"),
                Arguments.of(Client.RUBY, "application/json", "{\"person_email\":\"jony@example.com\"}"),
                Arguments.of(Client.PHP, "application/x-www-form-urlencoded", "person_email=jony%40example.com"));
    }

    @ParameterizedTest
    @MethodSource("unsubscriptions")
    void who_is_unsubscribed_is_listed(Client client, String type, String body) {
        String id = (String) call(client, "POST", "/v1/people")
                .json("{\"email\":\"jony@example.com\",\"send\":false}")
                .send()
                .object()
                .get("id");

        Api.Answer answer = call(client, "POST", "/v1/unsubscribes")
                .header("Content-Type", type)
                .body(body)
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object()).isEqualTo(Map.of("ok", true));
        assertThat(call(client, "GET", "/v1/unsubscribes").send().list().toString())
                .isEqualTo("[{person_id=" + id + ", email=jony@example.com, name=null, unsubscribed_at="
                        + api.clock.instant().getEpochSecond() + "}]");
    }

    static Stream<Arguments> suppressions() {
        return Stream.of(
                Arguments.of(Client.NODE, "/v1/unsubscribes?page=2&per_page=50&since=1"),
                Arguments.of(Client.PYTHON, "/v1/unsubscribes?page=2"),
                Arguments.of(Client.RUBY, "/v1/unsubscribes?page=2"),
                Arguments.of(Client.PHP, "/v1/unsubscribes?page=2"),
                Arguments.of(Client.NODE, "/v1/bounces?page=2"),
                Arguments.of(Client.PYTHON, "/v1/bounces"),
                Arguments.of(Client.RUBY, "/v1/bounces"),
                Arguments.of(Client.PHP, "/v1/bounces"));
    }

    @ParameterizedTest
    @MethodSource("suppressions")
    void past_the_end_is_an_empty_array(Client client, String target) {
        Api.Answer answer = call(client, "GET", target).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[]");
    }
}
