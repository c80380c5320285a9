package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what. */
class RolesTest {
    private static Api api;
    private static String survey;
    private static String viewer;
    private static String response;

    @BeforeAll
    static void begin() {
        api = new Api();
        Map<String, Object> made = api.owner("POST", "/v1/surveys")
                .json("{\"name\":\"Shop\",\"brand\":\"Shop\",\"id\":\"shop\"}")
                .send()
                .object();
        survey = (String) made.get("key");
        viewer = (String) api.owner("POST", "/v1/surveys/shop/keys")
                .json("{\"role\":\"viewer\",\"label\":\"the wall\"}")
                .send()
                .object()
                .get("key");
        api.get("/v1/session");
        response = (String) api.owner("POST", "/v1/survey_responses?survey=shop")
                .json("{\"person\":1,\"score\":7}")
                .send()
                .object()
                .get("id");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/session, '', 200, 200, 200",
        "GET, /v1/metrics?survey=shop, '', 200, 200, 200",
        "GET, /v1/metrics?survey=demo, '', 200, 403, 403",
        "GET, /v1/scores?survey=shop, '', 200, 200, 200",
        "GET, /v1/survey_responses?survey=shop, '', 200, 200, 200",
        "GET, /v1/survey_responses?survey=demo, '', 200, 403, 403",
        "GET, /v1/survey_responses.csv?survey=demo, '', 200, 403, 403",
        "GET, /v1/survey_responses/ID, '', 200, 200, 200",
        "PUT, /v1/survey_responses/ID, '{}', 200, 200, 403",
        "PUT, /v1/survey_responses, '{\"id\":\"ID\"}', 200, 200, 403",
        "POST, /v1/survey_responses?survey=shop, '{\"person\":\"1\",\"score\":1}', 201, 201, 403",
        "POST, /v1/survey_responses?survey=demo, '{\"person\":\"1\",\"score\":1}', 201, 403, 403",
        "DELETE, /v1/survey_responses/1, '', 404, 404, 403",
        "GET, /v1/people?survey=shop, '', 200, 200, 403",
        "GET, /v1/people/1, '', 200, 200, 403",
        "POST, /v1/people?survey=shop, '{}', 422, 422, 403",
        "POST, /v1/people?survey=demo, '{\"send\":9}', 422, 403, 403",
        "PUT, /v1/people?survey=shop, '{\"id\":1}', 200, 200, 403",
        "DELETE, /v1/people/4711, '', 404, 404, 403",
        "GET, /v1/people/4711/erasure, '', 404, 403, 403",
        "DELETE, /v1/people/nobody@b.example/survey_requests/pending?survey=shop, '', 404, 404, 403",
        "POST, /v1/unsubscribes, '{}', 422, 422, 403",
        "GET, /v1/unsubscribes, '', 200, 200, 403",
        "GET, /v1/bounces, '', 200, 200, 403",
        "GET, /v1/surveys, '', 200, 200, 200",
        "POST, /v1/surveys, '{}', 422, 403, 403",
        "GET, /v1/surveys/shop, '', 200, 200, 200",
        "GET, /v1/surveys/demo, '', 200, 403, 403",
        "PUT, /v1/surveys/shop, '{}', 200, 200, 403",
        "PUT, /v1/surveys/demo, '{}', 200, 403, 403",
        "GET, /v1/surveys/shop/snippet, '', 200, 200, 200",
        "GET, /v1/surveys/demo/snippet, '', 200, 403, 403",
        "GET, /v1/surveys/shop/identity_key, '', 200, 200, 403",
        "GET, /v1/surveys/demo/identity_key, '', 200, 403, 403",
        "GET, /v1/surveys/shop/keys, '', 200, 403, 403",
        "POST, /v1/surveys/shop/keys, '{}', 422, 403, 403",
        "DELETE, /v1/surveys/shop/keys/0, '', 404, 403, 403"
    })
    void each_role_has_its_calls(String method, String target, String body, int owner, int own, int view) {
        Map<String, Integer> wanted = Map.of(Api.OWNER, owner, survey, own, viewer, view);

        wanted.forEach((key, status) -> assertThat(api.call(method, target.replace("ID", response))
                        .key(key)
                        .json(body.replace("ID", response))
                        .send()
                        .status())
                .as("%s %s as %s", method, target, key.equals(survey) ? "survey" : key.equals(viewer) ? "viewer" : key)
                .isEqualTo(status));
    }

    @Test
    void a_key_sees_its_own_survey_alone() {
        assertThat(api.call("GET", "/v1/surveys").key(survey).send().list())
                .extracting(it -> it.get("id"))
                .containsExactly("shop");
        assertThat(api.get("/v1/surveys").list()).extracting(it -> it.get("id")).containsExactly("demo", "shop");
        assertThat(api.call("GET", "/v1/session").key(survey).send().object())
                .isEqualTo(Map.of("role", "survey", "survey", "shop"));
        String demo = (String) api.owner("POST", "/v1/survey_responses")
                .json("{\"person\":1,\"score\":7}")
                .send()
                .object()
                .get("id");
        assertThat(api.call("GET", "/v1/survey_responses/" + demo)
                        .key(survey)
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(api.call("DELETE", "/v1/survey_responses/" + demo)
                        .key(survey)
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_key_is_shown_once_listed_without_its_text_and_ends_when_revoked() {
        Map<String, Object> made = api.owner("POST", "/v1/surveys/shop/keys")
                .form("role=viewer&label=screen")
                .send()
                .object();
        String key = (String) made.get("key");

        assertThat(key).matches("[A-Za-z0-9_-]{43}");
        assertThat(made).containsEntry("role", "viewer").containsEntry("label", "screen");
        Api.Answer listed = api.get("/v1/surveys/shop/keys");
        assertThat(listed.body()).doesNotContain(key);
        assertThat(listed.list()).extracting(it -> it.get("id")).contains(made.get("id"));
        assertThat(api.call("GET", "/v1/metrics").key(key).send().status()).isEqualTo(200);

        String path = "/v1/surveys/shop/keys/" + made.get("id");
        assertThat(api.owner("DELETE", path).send().object()).isEqualTo(Map.of("ok", true));
        assertThat(api.call("GET", "/v1/metrics").key(key).send().status()).isEqualTo(401);
        assertThat(api.owner("DELETE", path).send().status()).isEqualTo(404);
        assertThat(api.get("/v1/surveys/shop/keys").list())
                .extracting(it -> it.get("id"))
                .doesNotContain(made.get("id"));
    }

    @Test
    void nothing_that_is_stored_is_a_key() {
        String stored = api.dynamoDb.scanPaginator(s -> s.tableName(api.tables.tableName("Surveys"))).items().stream()
                .map(Object::toString)
                .toList()
                .toString();

        assertThat(stored).doesNotContain(survey).doesNotContain(viewer).doesNotContain(Api.OWNER);
    }

    @ParameterizedTest
    @CsvSource({"owner", "Viewer", "''"})
    void only_two_roles_are_given(String role) {
        assertThat(api.owner("POST", "/v1/surveys/shop/keys")
                        .json("{\"role\":\"" + role + "\"}")
                        .send()
                        .object()
                        .get("errors"))
                .asString()
                .contains("role");
    }

    @Test
    void the_first_calls_of_an_owner_make_one_survey_even_at_once() {
        Api fresh = new Api();
        List<Integer> statuses = java.util.stream.IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> fresh.get("/v1/metrics").status())
                .toList();

        assertThat(statuses).containsOnly(200);
        assertThat(fresh.get("/v1/surveys").list()).hasSize(1);
    }
}
