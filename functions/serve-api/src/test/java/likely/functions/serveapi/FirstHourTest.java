package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first hour of a new installation, end to end. */
class FirstHourTest {
    private final Api api = new Api();

    @Test
    void the_owners_first_call_finds_a_survey_and_no_answers() {
        Api.Answer surveys = api.get("/v1/surveys");

        assertThat(surveys.status()).isEqualTo(200);
        assertThat(surveys.list())
                .extracting(it -> it.get("id"), it -> it.get("name"), it -> it.get("brand"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("demo", "Demo", "Acme"));
        assertThat(surveys.list().get(0)).containsEntry("segments", List.of("region", "reason"));
        assertThat(api.get("/v1/metrics").object())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "nps", 0,
                        "promoter_count", 0,
                        "promoter_percent", 0,
                        "passive_count", 0,
                        "passive_percent", 0,
                        "detractor_count", 0,
                        "detractor_percent", 0,
                        "response_count", 0));
    }

    @Test
    void an_answer_that_is_added_is_listed_and_counted() {
        Api.Answer added = api.owner("POST", "/v1/survey_responses")
                .json("{\"person\":\"1\",\"score\":10,\"comment\":\"hi\",\"person_properties\":{\"region\":\"EU\"},"
                        + "\"created_at\":1700000000}")
                .send();
        api.count();

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.object())
                .containsEntry("person", "1")
                .containsEntry("score", 10)
                .containsEntry("created_at", 1700000000)
                .containsEntry("updated_at", 1700000000)
                .containsEntry(
                        "permalink",
                        "https://nps.example/live/?answer=" + added.object().get("id"));
        assertThat(api.get("/v1/survey_responses").list()).containsExactly(added.object());
        assertThat(api.get("/v1/metrics").object()).containsEntry("nps", 100).containsEntry("response_count", 1);
        assertThat(api.get("/v1/scores?interval=day&segment=region").body())
                .contains("\"day\":\"2023-11-14\"")
                .contains("\"value\":\"EU\"");
    }

    @Test
    void a_key_is_traded_for_a_session_that_the_dashboard_uses() {
        Api.Answer signedIn = api.call("POST", "/session")
                .form("key=" + Api.OWNER)
                .header("Sec-Fetch-Site", "same-origin")
                .send();

        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo("./");
        assertThat(signedIn.header("Set-Cookie"))
                .startsWith("likely_session=")
                .endsWith("; Path=/live/; HttpOnly; SameSite=Strict; Secure");
        String cookie = signedIn.header("Set-Cookie").split(";", -1)[0];
        assertThat(api.call("GET", "/").header("Cookie", cookie).send().body()).contains("dashboard/dashboard.js");
        assertThat(api.call("GET", "/").send().body()).contains("action=\"session\"");
        assertThat(api.call("GET", "/v1/session")
                        .header("Cookie", cookie)
                        .send()
                        .object())
                .containsEntry("role", "owner")
                .containsEntry("survey", null);
    }
}
