package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import likely.surveys.Survey;
import likely.surveys.SurveyTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses: added, changed, filtered, exported, erased. */
class ResponsesTest {
    private static final int BEGIN = 1_700_000_000;

    private final Api api = new Api();

    @BeforeEach
    void begin() {
        api.get("/v1/session");
        List.of("2", "7").forEach(api::person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"9 \"", "6.5", "11", "-1", "true", "\"ten\"", "[9]", "{}", "null"})
    void what_is_no_score_is_refused(String score) {
        Api.Answer answer = api.owner("POST", "/v1/survey_responses")
                .json("{\"person\":\"1\",\"score\":" + score + "}")
                .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.object().get("errors")).asString().startsWith("{score=[");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"score\":9}', person",
        "'{\"person\":\" \",\"score\":9}', person",
        "'{\"person\":{},\"score\":9}', person",
        "'{\"person\":\"4711\",\"score\":9}', person",
        "'{\"person\":\"1\",\"score\":9,\"created_at\":\"soon\"}', created_at",
        "'{\"person\":\"1\",\"score\":9,\"created_at\":1900000000}', created_at",
        "'{\"person\":\"1\",\"score\":9,\"person_properties\":{\"a\":[\"b\"]}}', person_properties.a",
        "'{\"person\":\"1\",\"score\":9,\"person_properties\":\"a\"}', person_properties",
        "'{\"person\":\"1\",\"score\":9,\"comment\":5}', comment"
    })
    void a_wrong_field_is_named(String body, String field) {
        Api.Answer answer = api.owner("POST", "/v1/survey_responses").json(body).send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.object().get("errors")).asString().startsWith("{" + field + "=[");
    }

    @Test
    void properties_become_texts_and_null_is_not_set() {
        assertThat(add("{\"person\":7,\"score\":\"9\",\"person_properties\":{\"n\":1,\"yes\":true,\"none\":null}}"))
                .containsEntry("person", "7")
                .containsEntry("score", 9)
                .containsEntry("person_properties", Map.of("n", "1", "yes", "true"));
        assertThat(add("{\"person\":7,\"score\":9,\"person_properties\":[]}")).containsEntry("person_properties", null);
    }

    @Test
    void a_response_counts_on_the_day_that_it_was_in_the_surveys_zone() {
        api.owner("PUT", "/v1/surveys/demo")
                .json("{\"time_zone\":\"Asia/Tokyo\"}")
                .send();
        add("{\"person\":1,\"score\":9,\"created_at\":1700000000}"); // 2023-11-14T22:13:20Z
        api.count();

        assertThat(api.get("/v1/scores?interval=day").body()).contains("\"day\":\"2023-11-15\"");
    }

    @Test
    void a_change_moves_its_counts() {
        String id = (String) add("{\"person\":1,\"score\":9,\"person_properties\":{\"region\":\"EU\"}}")
                .get("id");
        api.count();

        put(id, "{\"score\":2,\"person_properties\":{\"region\":\"US\"}}");
        api.count();

        assertThat(api.get("/v1/metrics").object()).containsEntry("nps", -100).containsEntry("response_count", 1);
        assertThat(api.get("/v1/scores?segment=region").body())
                .contains("\"value\":\"US\"")
                .doesNotContain("\"value\":\"EU\"");
    }

    @Test
    void null_removes_a_property_and_read_only_fields_are_ignored() {
        String id = (String) add("{\"person\":1,\"score\":9,\"person_properties\":{\"a\":\"1\",\"b\":\"2\"}}")
                .get("id");

        Map<String, Object> changed = put(
                id,
                "{\"person_properties\":{\"a\":null,\"c\":3},\"created_at\":5,\"survey_type\":\"csat\",\"tags\":[\"x\"],"
                        + "\"permalink\":\"x\",\"notes\":[{}],\"band\":\"detractor\",\"updated_at\":1}");

        assertThat(changed)
                .containsEntry("person_properties", Map.of("b", "2", "c", "3"))
                .containsEntry("survey_type", "nps")
                .containsEntry("band", "promoter")
                .containsEntry("tags", List.of());
    }

    @Test
    void what_comes_back_unchanged_is_not_written() {
        Map<String, Object> added = add("{\"person\":1,\"score\":9,\"comment\":\"hi\"}");
        api.clock.set(api.clock.instant().plusSeconds(60));

        assertThat(put((String) added.get("id"), "{\"person\":\"1\",\"score\":9,\"comment\":\"hi\"}"))
                .isEqualTo(added);
        api.clock.set(api.clock.instant().plusSeconds(60));
        assertThat(put((String) added.get("id"), "{\"person\":2}"))
                .containsEntry("person", "2")
                .containsEntry("updated_at", (int) api.clock.instant().getEpochSecond());
    }

    @Test
    void an_answer_that_is_erased_is_gone_and_no_longer_counted() {
        String id = (String) add("{\"person\":1,\"score\":9}").get("id");
        api.count();

        assertThat(api.owner("DELETE", "/v1/survey_responses/" + id).send().object())
                .isEqualTo(Map.of("ok", true));
        api.count();

        assertThat(api.get("/v1/survey_responses/" + id).status()).isEqualTo(404);
        assertThat(api.owner("DELETE", "/v1/survey_responses/" + id).send().status())
                .isEqualTo(404);
        assertThat(api.owner("PUT", "/v1/survey_responses/" + id)
                        .json("{}")
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/v1/survey_responses").list()).isEmpty();
        assertThat(api.get("/v1/metrics").object()).containsEntry("response_count", 0);
    }

    @Test
    void an_answer_past_its_time_is_not_shown_while_it_waits_for_its_removal() {
        api.owner("PUT", "/v1/surveys/demo").json("{\"retention_days\":30}").send();
        String id = (String) add("{\"person\":1,\"score\":9}").get("id");
        assertThat(api.get("/v1/survey_responses/" + id).status()).isEqualTo(200);

        api.clock.set(api.clock.instant().plusSeconds(30 * 86_400));
        assertThat(api.get("/v1/survey_responses/" + id).status()).isEqualTo(404);
        assertThat(api.get("/v1/survey_responses").list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0 1 2 3 4 5 6 7 8 9",
        "order=asc, 0 1 2 3 4 5 6 7 8 9",
        "order=desc, 9 8 7 6 5 4 3 2 1 0",
        "per_page=3&page=2, 3 4 5",
        "per_page=3&page=4&order=desc, 0",
        "per_page=3&page=5, ''",
        "since=1700000020&until=1700000040, 2 3 4",
        "since=1700000021&until=1700000039, 3",
        "since=9&until=5, ''",
        "band=detractor, 0 1 2 3 4 5 6",
        "band=passive&order=desc, 8 7",
        "band=promoter&per_page=1, 9",
        "property[region]=EU, 0 2 4 6 8",
        "property%5Bregion%5D=US&band=detractor&per_page=2&page=2, 5",
        "person_properties[plan]=paid, 0 3 6 9",
        "property[plan]=paid&property[region]=EU, 0 6",
        "property[region]=, ''",
        "person_id=103, 3",
        "person_email=P103@example.com, 3",
        "person_email=p103@example.com&person_id=103, 3",
        "person_email=p103@example.com&person_id=104, ''",
        "person_id=nobody, ''",
        "person_email=nobody@example.com, ''",
        "updated_since=1795348800, 2 4",
        "updated_since=1795348801&order=asc:updated_at, 4",
        "updated_since=1700000070&order=desc:updated_at, 4 2 9 8 7",
        "updated_until=1700000019, 0 1",
        "updated_since=1700000070, 2 4 7 8 9",
        "order=desc:updated_at&per_page=4, 4 2 9 8",
        "order=asc:updated_at&per_page=4&page=3, 2 4",
        "updated_since=1&since=1700000030&until=1700000050, 3 4 5"
    })
    void a_list_has_what_is_asked_for_in_order(String query, String scores) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            api.person("10" + i);
            ids.add((String) add("{\"person\":\"10" + i + "\",\"score\":" + i + ",\"created_at\":" + (BEGIN + 10 * i)
                            + ",\"person_properties\":{\"region\":\"" + (i % 2 == 0 ? "EU" : "US") + "\",\"plan\":\""
                            + (i % 3 == 0 ? "paid" : "free") + "\"}}")
                    .get("id"));
        }
        put(ids.get(2), "{\"comment\":\"changed\"}"); // at 1795348800
        api.clock.set(api.clock.instant().plusSeconds(10));
        put(ids.get(4), "{\"comment\":\"changed\"}");

        assertThat(api.get("/v1/survey_responses?" + query).list())
                .extracting(row -> String.valueOf(row.get("score")))
                .containsExactly(scores.isEmpty() ? new String[0] : scores.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"band=happy", "since=now", "updated_until=x"})
    void a_filter_that_means_nothing_is_refused(String query) {
        assertThat(api.get("/v1/survey_responses?" + query).status()).isEqualTo(422);
    }

    @Test
    void answers_to_further_questions_are_told_with_their_questions() {
        Survey survey = SurveyTemplate.AFTER_SUPPORT.survey("demo", "Acme", 0);
        api.owner("PUT", "/v1/surveys/demo")
                .json(likely.surveys.json.Json.write(Map.of(
                        "questions", likely.surveys.SurveyDocument.write(survey).get("questions"))))
                .send();
        api.record(Answers.of("demo", Map.of("solved", "partly", "effort", 4, "contact", true, "gone", "old words")));

        assertThat(likely.surveys.json.Json.write(
                        api.get("/v1/survey_responses").list().get(0).get("additional_answers")))
                .isEqualTo("[{\"id\":\"solved\",\"question\":{\"id\":\"solved\",\"type\":\"select_one\","
                        + "\"text\":\"Was your question solved?\"},\"value\":{\"free_response\":null,\"scale\":null,"
                        + "\"select_one\":{\"id\":\"partly\",\"text\":\"Partly\"},\"select_many\":null}},"
                        + "{\"id\":\"effort\",\"question\":{\"id\":\"effort\",\"type\":\"scale\","
                        + "\"text\":\"How easy was it to get help? (1 hard, 5 easy)\"},\"value\":{\"free_response\":null,"
                        + "\"scale\":4,\"select_one\":null,\"select_many\":null}},"
                        + "{\"id\":\"contact\",\"question\":{\"id\":\"contact\",\"type\":\"select_one\","
                        + "\"text\":\"May we contact you about your case?\"},\"value\":{\"free_response\":null,"
                        + "\"scale\":null,\"select_one\":{\"id\":\"yes\",\"text\":\"Yes\"},\"select_many\":null}},"
                        + "{\"id\":\"gone\",\"question\":{\"id\":\"gone\",\"type\":\"free_response\",\"text\":\"gone\"},"
                        + "\"value\":{\"free_response\":\"old words\",\"scale\":null,\"select_one\":null,"
                        + "\"select_many\":null}}]");
    }

    @Test
    void an_export_is_csv_that_no_spreadsheet_runs_page_after_page() {
        api.owner("PUT", "/v1/surveys/demo")
                .json("{\"time_zone\":\"Europe/Berlin\"}")
                .send();
        for (int i = 0; i < 5; i++) {
            api.person("10" + i);
            add("{\"person\":\"10" + i + "\",\"score\":" + (5 + i) + ",\"created_at\":" + (BEGIN + i)
                    + ",\"comment\":\"=1+1, \\\"said\\\"\\nhe\",\"person_properties\":{\"region\":\"@EU\"}}");
        }
        Api.Answer first = api.get("/v1/survey_responses.csv?per_page=2&order=desc&since=" + (BEGIN + 1));
        String head = "id,created_at,updated_at,score,band,touchpoint,comment,person,person_name,person_email,"
                + "segment:region,segment:reason,properties,answers,suspect,excluded\r\n";

        assertThat(first.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(first.body())
                .startsWith(head)
                .contains(
                        ",2023-11-14T23:13:24+01:00,2023-11-14T23:13:24+01:00,9,promoter,api,"
                                + "\"'=1+1, \"\"said\"\"\nhe\",104,,p104@example.com,'@EU,,\"{\"\"region\"\":\"\"@EU\"\"}\",,false,false\r\n");
        Api.Answer second = api.get(first.next());
        assertThat(second.body()).startsWith(head).contains(",102,", ",101,").doesNotContain(",103,", ",100,");
        assertThat(second.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc", "asc:updated_at", "desc:updated_at"})
    void answers_of_one_second_are_each_on_one_page(String order) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            ids.add((String) add("{\"person\":1,\"score\":9,\"created_at\":" + (BEGIN + i / 20) + "}")
                    .get("id"));
        }
        put(ids.get(3), "{\"score\":1}");

        List<String> byCursor = new ArrayList<>();
        for (String page = "/v1/survey_responses.csv?per_page=3&order=" + order; page != null; ) {
            Api.Answer answer = api.get(page);
            answer.body().lines().skip(1).forEach(row -> byCursor.add(row.substring(0, row.indexOf(','))));
            page = answer.next();
        }
        List<String> byNumber = new ArrayList<>();
        for (int page = 1; page < 10; page++) {
            api.get("/v1/survey_responses?per_page=3&page=" + page + "&order=" + order)
                    .list()
                    .forEach(row -> byNumber.add((String) row.get("id")));
        }

        assertThat(byCursor).containsExactlyInAnyOrderElementsOf(ids).isEqualTo(byNumber);
    }

    private Map<String, Object> add(String json) {
        return api.owner("POST", "/v1/survey_responses").json(json).send().object();
    }

    /** Changes an answer, and makes sure that what is said of it is what is stored. */
    private Map<String, Object> put(String id, String json) {
        Map<String, Object> changed =
                api.owner("PUT", "/v1/survey_responses/" + id).json(json).send().object();
        assertThat(api.get("/v1/survey_responses/" + id).object()).isEqualTo(changed);
        return changed;
    }
}
