package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import likely.surveys.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Surveys: made, changed, and what the dashboard is told of their scores. */
class SurveysTest {
    private final Api api = new Api();

    @Test
    void a_survey_begins_with_its_template_and_a_key_of_its_own() {
        Api.Answer made = api.owner("POST", "/v1/surveys")
                .json("{\"name\":\"Orders\",\"brand\":\"Acme\",\"template\":\"after_purchase\",\"id\":\"orders\","
                        + "\"target\":50}")
                .send();

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.object())
                .containsEntry("id", "orders")
                .containsEntry("name", "Orders")
                .containsEntry("asks_about", "experience")
                .containsEntry("target", 50)
                .containsEntry("version", 1)
                .containsKey("key");
        assertThat(api.get("/v1/surveys/orders").object())
                .doesNotContainKey("key")
                .containsEntry("target", 50);
    }

    @Test
    void an_id_is_made_when_none_is_given() {
        Map<String, Object> made = api.owner("POST", "/v1/surveys")
                .form("brand=Acme&target=40")
                .send()
                .object();

        assertThat((String) made.get("id")).matches("[1-9][0-9]*");
        assertThat(made).containsEntry("name", "Acme").containsEntry("target", 40);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"name\":\"N\"}', brand, can't be blank",
        "'{\"brand\":\" \"}', brand, is blank",
        "'{\"brand\":\"B\",\"id\":\"demo\"}', id, has already been taken",
        "'{\"brand\":\"B\",\"id\":\"No Id\"}', id, lower case",
        "'{\"brand\":\"B\",\"template\":\"none\"}', template, is not one of",
        "'{\"brand\":\"B\",\"target\":101}', target, whole number",
        "'{\"brand\":\"B\",\"time_zone\":\"Mars\"}', time_zone, time zone",
        "'{\"brand\":\"B\",\"segments\":[\"a\",\"a\"]}', segments, twice",
        "'{\"brand\":\"B\",\"widget\":{\"share\":2}}', widget.share, number from 0 to 1"
    })
    void a_survey_that_cannot_be_is_refused(String body, String field, String reason) {
        api.get("/v1/session");
        Api.Answer answer = api.owner("POST", "/v1/surveys").json(body).send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.object().get("errors"))
                .asString()
                .startsWith("{" + field)
                .contains(reason);
    }

    @Test
    void how_a_survey_asks_in_pages_is_made_changed_and_read_with_it() {
        api.owner("POST", "/v1/surveys")
                .json("{\"id\":\"pages\",\"brand\":\"Acme\",\"widget\":{\"share\":0.5,\"pages\":[\"/a\"]}}")
                .send();
        Api.Answer changed = api.owner("PUT", "/v1/surveys/pages")
                .json("{\"widget\":{\"trigger\":{\"event\":\"paid\"}}}")
                .send();

        assertThat(changed.status()).isEqualTo(200);
        assertThat((Map<?, ?>) api.get("/v1/surveys/pages").object().get("widget"))
                .isEqualTo(changed.object().get("widget"))
                .asString()
                .contains("share=0.5", "pages=[/a]", "after_seconds=null", "event=paid", "color=null");
    }

    @Test
    void a_change_keeps_what_it_does_not_name() {
        api.get("/v1/session");
        Api.Answer changed =
                api.owner("PUT", "/v1/surveys/demo").json("{\"target\":30}").send();

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.object())
                .containsEntry("target", 30)
                .containsEntry("name", "Demo")
                .containsEntry("version", 2);
        assertThat(api.owner("PUT", "/v1/surveys")
                        .json("{\"id\":\"demo\",\"target\":null}")
                        .send()
                        .object())
                .containsEntry("target", null)
                .containsEntry("version", 3);
    }

    @Test
    void who_names_the_version_that_was_read_changes_no_other() {
        api.get("/v1/session");
        assertThat(api.owner("PUT", "/v1/surveys/demo")
                        .json("{\"target\":30,\"version\":1}")
                        .send()
                        .status())
                .isEqualTo(200);
        Api.Answer stale = api.owner("PUT", "/v1/surveys/demo")
                .json("{\"target\":40,\"version\":1}")
                .send();

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.object()).isEqualTo(Map.of("status", 409, "message", "Conflict"));
    }

    @Test
    void a_former_zone_is_remembered() {
        api.get("/v1/session");
        api.owner("PUT", "/v1/surveys/demo")
                .json("{\"time_zone\":\"Asia/Tokyo\"}")
                .send();
        api.owner("PUT", "/v1/surveys/demo")
                .json("{\"time_zone\":\"Asia/Tokyo\"}")
                .send();
        api.owner("PUT", "/v1/surveys/demo")
                .json("{\"time_zone\":\"UTC\",\"former_time_zones\":[]}")
                .send();

        assertThat(api.get("/v1/surveys/demo").object())
                .containsEntry("former_time_zones", List.of("UTC", "Asia/Tokyo"))
                .containsEntry("time_zone", "UTC");
    }

    @Test
    void a_score_of_nobody_is_null() {
        assertThat(api.get("/v1/scores?interval=day&segment=region&since=1").body())
                .isEqualTo("{\"survey\":\"demo\",\"time_zone\":\"UTC\",\"bands\":[" + "\"detractor\",".repeat(7)
                        + "\"passive\",\"passive\",\"promoter\",\"promoter\"],\"since\":1,\"until\":null,"
                        + "\"score\":{\"nps\":null,\"rounded\":null,\"n\":0,\"low\":null,\"high\":null,"
                        + "\"standard_error\":null,\"promoters\":{\"count\":0,\"percent\":null},"
                        + "\"passives\":{\"count\":0,\"percent\":null},\"detractors\":{\"count\":0,\"percent\":null},"
                        + "\"histogram\":[0,0,0,0,0,0,0,0,0,0,0]},\"days\":[],\"segments\":[]}");
    }

    @Test
    void segments_are_compared_with_the_rest() {
        for (int i = 0; i < 40; i++) {
            String region = i % 2 == 0 ? "EU" : "US";
            api.owner("POST", "/v1/survey_responses")
                    .json("{\"person\":1,\"score\":" + (i % 2 == 0 ? 10 : 3) + ",\"person_properties\":{\"region\":\""
                            + region + "\"}}")
                    .send();
        }
        api.count();
        Map<String, Object> scores = api.get("/v1/scores?segment=region").object();

        Map<?, ?> eu = (Map<?, ?>) ((List<?>) scores.get("segments")).get(0);
        assertThat(eu.get("value")).isEqualTo("EU");
        assertThat(Json.write(eu.get("score"))).contains("\"rounded\":100", "\"n\":20");
        Map<?, ?> rest = (Map<?, ?>) eu.get("rest");
        assertThat((Double) rest.get("difference")).isGreaterThan(150);
        assertThat((Double) rest.get("p_adjusted")).isLessThan(0.001).isGreaterThanOrEqualTo((Double) rest.get("p"));
        assertThat(scores).doesNotContainKey("days");
        assertThat(api.get("/v1/scores?interval=week").status()).isEqualTo(422);
    }
}
