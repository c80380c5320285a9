package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
            "touchpoint");

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
        assertThat(answer.object().get("person")).asString().contains("id=1", "email=null", "phone_number=null");
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
}
