package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every call under /v1, whatever it is about. */
class ConventionsTest {
    private static Api api;

    @BeforeAll
    static void begin() {
        api = new Api();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/metrics, 200",
        "GET, /v1/metrics.json, 200",
        "HEAD, /v1/metrics, 200",
        "GET, /v1/metrics?auto_handle_rate_limits=True&per_page=1&per_page=2&trend=9, 200",
        "GET, /v1/metrics.xml, 404",
        "GET, /v1/nope, 404",
        "GET, /v1/, 404",
        "GET, /v1/metrics/nope, 404",
        "GET, /v1/survey_responses/x%2Fy, 404",
        "GET, /v1/survey_responses/%ZZ, 404",
        "GET, /v1/surveys/nowhere, 404",
        "GET, /v1/metrics?survey=nowhere, 404",
        "POST, /v1/metrics, 405",
        "PATCH, /v1/survey_responses/1, 405",
        "OPTIONS, /v1/survey_responses, 405",
        "DELETE, /v1/survey_responses, 405",
        "GET, /v1/metrics?since=x, 422",
        "PUT, /v1/survey_responses, 404"
    })
    void a_path_and_a_method_have_one_status(String method, String target, int status) {
        Api.Answer answer = api.owner(method, target).send();

        assertThat(answer.status()).isEqualTo(status);
        assertSpoken(method, answer);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/v1/metrics, -, 200",
                "/v1/metrics, application/json, 200",
                "/v1/metrics, '*/*', 200",
                "/v1/metrics, 'application/*', 200",
                "/v1/metrics, 'text/html, application/json;q=0.9', 200",
                "/v1/metrics, text/html, 406",
                "/v1/metrics, application/xml, 406",
                "/v1/metrics.json, text/html, 200",
                "/v1/survey_responses.csv, text/csv, 200"
            })
    void who_wants_no_json_gets_a_refusal_in_json(String path, String accept, int status) {
        Api.Call call = api.owner("GET", path);
        Api.Answer answer = (accept == null ? call : call.header("Accept", accept)).send();

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void without_a_key_there_is_nothing() {
        Api.Answer answer = api.call("GET", "/v1/nope").send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.object()).isEqualTo(Map.of("status", 401, "message", "Unauthorized"));
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
        assertThat(api.call("GET", "/v1/metrics").key("wrong").send().status()).isEqualTo(401);
        assertThat(api.call("GET", "/v1/metrics")
                        .header("Authorization", "Bearer " + Api.OWNER)
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_page_of_ours_is_not_challenged() {
        Api.Answer answer = api.call("GET", "/v1/metrics")
                .header("Sec-Fetch-Site", "same-origin")
                .send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isNull();
    }

    @Test
    void both_of_the_owners_keys_are_good_while_they_rotate() {
        Api own = new Api();
        own.ownerKeys.add(0, "newer-key");

        assertThat(own.call("GET", "/v1/metrics").key("newer-key").send().status())
                .isEqualTo(200);
        assertThat(own.call("GET", "/v1/metrics").key(Api.OWNER).send().status())
                .isEqualTo(200);
        own.ownerKeys.remove(Api.OWNER);
        assertThat(own.call("GET", "/v1/metrics").key(Api.OWNER).send().status())
                .isEqualTo(401);
    }

    @Test
    void refused_fields_are_named_with_their_reasons() {
        Api.Answer answer =
                api.owner("POST", "/v1/survey_responses").json("{\"score\":11}").send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.object())
                .isEqualTo(Map.of(
                        "status",
                        422,
                        "message",
                        "Unprocessable Entity",
                        "errors",
                        Map.of(
                                "score", List.of("is not a whole number from 0 to 10"),
                                "person", List.of("can't be blank"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]x", "\"text\""})
    void a_broken_body_is_refused_in_json(String body) {
        Api.Answer answer = api.owner("POST", "/v1/survey_responses").json(body).send();

        assertThat(answer.status()).isEqualTo(422);
        assertSpoken("POST", answer);
    }

    @Test
    void a_405_names_the_methods_that_there_are() {
        assertThat(api.owner("POST", "/v1/surveys/demo").send().header("Allow")).isEqualTo("GET, PUT");
    }

    @Test
    void a_link_is_one_that_all_four_clients_can_read() {
        for (int i = 0; i < 3; i++) {
            api.owner("POST", "/v1/surveys")
                    .json("{\"brand\":\"B\",\"id\":\"paged-" + i + "\"}")
                    .send();
        }
        Api.Answer first = api.get("/v1/surveys?per_page=2&since=5,6");

        String link = first.header("Link");
        assertThat(link).matches("<https://nps\\.example/live/v1/surveys\\?page_info=[A-Za-z0-9_-]+>; rel=\"next\"");
        // Node and Ruby: split at commas, then at semicolons, and the second part is rel.
        assertThat(link).doesNotContain(",");
        assertThat(Pattern.compile(";").splitAsStream(link).skip(1).findFirst().orElseThrow())
                .isEqualTo(" rel=\"next\"");

        Api.Answer second = api.get(first.next().replace("/v1/surveys?", "/v1/surveys.json?"));
        assertThat(second.list()).hasSize(2);
        assertThat(second.next()).isNull();
        // An older client takes page_info out of the link and sends its own parameters again: the cursor wins.
        assertThat(api.get(first.next() + "&per_page=1&since=9").list()).isEqualTo(second.list());
        assertThat(api.get("/v1/surveys?page_info=nonsense").status()).isEqualTo(422);
    }

    @Test
    void links_lead_to_the_public_address_when_the_owner_named_one() {
        Api own = new Api(java.util.Optional.of("https://api.brand.example/nps"));
        own.owner("POST", "/v1/surveys").json("{\"brand\":\"B\"}").send();

        assertThat(own.get("/v1/surveys?per_page=1").header("Link"))
                .startsWith("<https://api.brand.example/nps/v1/surveys?page_info=");
    }

    private static void assertSpoken(String method, Api.Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.status())
                .isNotEqualTo(204)
                .satisfies(it -> assertThat(it / 100).isNotEqualTo(3));
        if (method.equals("HEAD")) {
            assertThat(answer.body()).isEmpty();
        } else {
            assertThat(answer.object()).isNotEmpty();
        }
    }
}
