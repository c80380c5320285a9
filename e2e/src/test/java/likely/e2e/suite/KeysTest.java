package likely.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import likely.e2e.client.Caller;
import likely.e2e.client.Reply;
import likely.e2e.client.Survey;
import org.junit.jupiter.api.Test;

/** Who may do what: the owner, the holder of a survey's key, a viewer, and somebody without a key. */
class KeysTest {

    @Test
    void the_owners_first_call_makes_the_first_survey() {
        List<Map<String, Object>> surveys = Caller.owner().get("v1/surveys").list();

        assertThat(surveys).extracting(survey -> survey.get("id")).contains("demo");
        assertThat(Caller.anybody().get("surveys/demo").status()).isEqualTo(200);
        // The owner's key acts for that survey when a call names none.
        assertThat(Caller.owner().get("v1/metrics").status()).isEqualTo(200);
    }

    @Test
    void a_survey_is_made_read_and_changed() {
        Survey survey = Survey.with(Map.of("name", "Web shop", "brand", "Acme"));
        String path = "v1/surveys/" + survey.id();

        Reply put = Caller.owner().put(path, Map.of("target", 60, "follow_ups", Map.of("passive", "What is missing?")));

        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(Caller.owner().get(path).json())
                .containsEntry("name", "Web shop")
                .containsEntry("brand", "Acme")
                .containsEntry("target", 60);
    }

    @Test
    void nobody_gets_in_without_a_right_key() {
        for (Caller stranger : List.of(
                Caller.anybody(),
                Caller.withKey("no-such-key"),
                Caller.anybody().with("Authorization", "Basic"),
                Caller.anybody().with("Authorization", "Bearer abc"),
                Caller.anybody()
                        .with("Cookie", "likely_session=99999999999." + "0".repeat(64) + "." + "A".repeat(43)))) {
            Reply reply = stranger.get("v1/survey_responses");
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("Content-Type")).startsWith("application/json");
            assertThat(reply.json()).containsEntry("status", 401).containsEntry("message", "Unauthorized");
        }
    }

    /** The Python client sends the key without a colon; other tools fill in a password. */
    @Test
    void a_key_is_taken_as_clients_send_it() {
        Survey survey = Survey.plain();
        for (String text : List.of(survey.key(), survey.key() + ":", survey.key() + ":-")) {
            String basic = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
            Reply reply =
                    Caller.anybody().with("Authorization", "Basic " + basic).get("v1/metrics.json");
            assertThat(reply.status()).as(text.substring(survey.key().length())).isEqualTo(200);
        }
    }

    @Test
    void a_surveys_key_sees_no_other_survey() {
        Survey mine = Survey.plain();
        Survey other = Survey.plain();
        String theirs = (String) other.answer(5).json().get("id");
        other.counted(1);

        assertThat(mine.api().get("v1/survey_responses/" + theirs).status()).isEqualTo(404);
        assertThat(mine.api()
                        .put("v1/survey_responses/" + theirs, Map.of("score", 10))
                        .status())
                .isEqualTo(404);
        assertThat(mine.api().delete("v1/survey_responses/" + theirs).status()).isEqualTo(404);
        assertThat(mine.api().get("v1/scores?survey=" + other.id()).status()).isIn(403, 404);
        assertThat(mine.api()
                        .post("v1/surveys", Map.of("name", "More", "brand", "Acme"))
                        .status())
                .isEqualTo(403);
        assertThat(other.score()).containsEntry("n", 1);
    }

    @Test
    void a_viewer_reads_without_addresses_and_writes_nothing() {
        Survey survey = Survey.plain();
        String id = (String) survey.answer(Map.of(
                        "submissionId",
                        Survey.newSubmission(),
                        "score",
                        4,
                        "person",
                        Map.of("name", "Ada Lovelace", "email", "ada@example.com")))
                .json()
                .get("id");
        survey.counted(1);
        String keys = "v1/surveys/" + survey.id() + "/keys";
        Reply made = Caller.owner().post(keys, Map.of("role", "viewer", "label", "the wall screen"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Caller viewer = Caller.withKey((String) made.json().get("key"));

        assertThat(viewer.get("v1/scores?survey=" + survey.id()).status()).isEqualTo(200);
        for (String path : List.of("v1/survey_responses", "v1/survey_responses/" + id, "v1/survey_responses.csv")) {
            Reply seen =
                    viewer.get(path + "?expand[]=person".replace("[", "%5B").replace("]", "%5D"));
            assertThat(seen.status()).as(path).isEqualTo(200);
            assertThat(seen.body())
                    .contains(id)
                    .doesNotContain("ada@example.com")
                    .doesNotContain("Lovelace");
        }
        assertThat(viewer.put("v1/survey_responses/" + id, Map.of("score", 10)).status())
                .isEqualTo(403);
        assertThat(viewer.delete("v1/survey_responses/" + id).status()).isEqualTo(403);
        assertThat(viewer.get(keys).status()).isEqualTo(403);

        // A key that is taken back is of no use from then on.
        String viewerId = (String) made.json().get("id");
        assertThat(Caller.owner().get(keys).list())
                .extracting(key -> key.get("id"))
                .contains(viewerId);
        assertThat(Caller.owner().get(keys).body())
                .doesNotContain((String) made.json().get("key"));
        assertThat(Caller.owner().delete(keys + "/" + viewerId).status()).isIn(200, 202);
        assertThat(viewer.get("v1/scores?survey=" + survey.id()).status()).isEqualTo(401);
    }

    @Test
    void what_is_not_there_and_what_is_not_json_is_said_in_the_error_body_of_v1() {
        Survey survey = Survey.plain();

        Reply unknown = survey.api().get("v1/no_such_thing");
        Reply html = survey.api().with("Accept", "text/html").get("v1/metrics");
        Reply invalid = survey.api().put("v1/survey_responses/" + answer(survey), Map.of("score", 11));

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json()).containsEntry("status", 404).containsKey("message");
        assertThat(html.status()).isEqualTo(406);
        assertThat(html.json()).containsEntry("status", 406);
        assertThat(invalid.status()).isEqualTo(422);
        assertThat(invalid.json()).containsEntry("status", 422).containsEntry("message", "Unprocessable Entity");
        assertThat(Survey.object(invalid.json(), "errors")).containsKey("score");
    }

    private static String answer(Survey survey) {
        return (String) survey.answer(9).json().get("id");
    }
}
