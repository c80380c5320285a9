package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SurveyRulesTest {
    private static Map<String, Object> closing(String limit, Object value) {
        return Map.of("limits", Map.of(limit, value));
    }

    private static void closed(Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errors()).containsExactly("survey is closed and takes no new answers");
    }

    private static void counted(Stage stage, int shard, int n) {
        stage.put(
                "Scores",
                Map.of(
                        "pk", AttributeValue.fromS("total#" + Stage.SURVEY),
                        "sk", AttributeValue.fromS(Integer.toString(shard)),
                        "n", AttributeValue.fromN(Integer.toString(n))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "https://www.shop.example:8443"})
    void a_page_of_an_allowed_origin_records(String origin) {
        Stage stage = new Stage(
                Map.of("allowed_origins", List.of("https://Shop.Example:443", "https://www.shop.example:8443")));
        Event event = Event.post(Stage.SURVEY, Stage.submission("")).header("oRiGiN", origin);
        assertThat(stage.send(event).status()).isEqualTo(201);
    }

    @Test
    void a_sender_that_is_no_page_has_no_origin_and_is_not_refused_for_it() {
        Stage stage = new Stage(Map.of("allowed_origins", List.of("https://shop.example")));
        assertThat(stage.post(Stage.submission("")).status()).isEqualTo(201);
    }

    @Test
    void a_survey_closes_at_its_time() {
        // Given
        Stage stage = new Stage(closing("closes_at", Stage.NOON.getEpochSecond() + 60));
        assertThat(stage.post(Stage.submission("")).status()).isEqualTo(201);
        assertThat(stage.send(Event.settings(Stage.SURVEY)).json()).containsEntry("open", true);
        // When
        stage.pass(Duration.ofSeconds(60));
        // Then
        closed(stage.post("{\"submissionId\":\"submission-2\",\"score\":9}"));
        closed(stage.post("{\"submissionId\":\"submission-2\",\"seq\":2,\"score\":9}"));
        assertThat(stage.stored()).hasSize(1);
        assertThat(stage.send(Event.settings(Stage.SURVEY)).json()).containsEntry("open", false);
    }

    @Test
    void what_was_begun_in_time_may_be_completed_and_sent_again() {
        // Given
        Stage stage = new Stage(closing("closes_at", Stage.NOON.getEpochSecond() + 60));
        Answer first = stage.post(Stage.submission(""));
        stage.pass(Duration.ofHours(1));
        // When
        Answer again = stage.post(Stage.submission(""));
        Answer later = stage.post(Stage.submission("\"seq\":2,\"comment\":\"and this\""));
        // Then
        assertThat(List.of(again.status(), later.status())).containsExactly(200, 200);
        assertThat(List.of(again.text(), later.text())).containsOnly(first.text());
        assertThat(stage.onlyStored()).containsEntry("comment", AttributeValue.fromS("and this"));
    }

    @Test
    void an_erased_answer_to_a_closed_survey_is_gone_all_the_same() {
        Stage stage = new Stage(closing("closes_at", Stage.NOON.getEpochSecond() + 60));
        stage.erase((String) stage.post(Stage.submission("")).json().get("id"));
        stage.pass(Duration.ofHours(1));
        assertThat(stage.post(Stage.submission("\"seq\":2")).status()).isEqualTo(410);
    }

    @Test
    void a_survey_closes_after_a_number_of_counted_answers() {
        // Given: the counter is spread over shards
        Stage stage = new Stage(closing("responses", 10));
        counted(stage, 0, 4);
        counted(stage, 3, 5);
        assertThat(stage.post(Stage.submission("")).status()).isEqualTo(201);
        assertThat(stage.onlyStored()).containsEntry("limited", AttributeValue.fromBool(true));
        // When
        counted(stage, 3, 6);
        // Then
        closed(stage.post("{\"submissionId\":\"submission-2\",\"score\":9}"));
        assertThat(stage.send(Event.settings(Stage.SURVEY)).json()).containsEntry("open", false);
    }

    @Test
    void an_answer_expires_when_its_survey_says_so() {
        Stage stage = new Stage(Map.of("retention_days", 30));
        stage.post(Stage.submission(""));
        long month = Stage.NOON.getEpochSecond() + Duration.ofDays(30).toSeconds();
        assertThat(stage.onlyStored()).containsEntry("expiresAt", AttributeValue.fromN(Long.toString(month)));
    }

    @ParameterizedTest
    @CsvSource({"Pacific/Kiritimati, 2026-11-23", "Pacific/Pago_Pago, 2026-11-22", "Europe/Berlin, 2026-11-22"})
    void an_answer_counts_on_the_day_it_is_in_the_surveys_zone(String zone, String day) {
        Stage stage = new Stage(Map.of("time_zone", zone));
        stage.post(Stage.submission(""));
        assertThat(stage.onlyStored()).containsEntry("day", AttributeValue.fromS(day));
    }

    @Test
    void each_type_of_question_takes_its_own_kind_of_answer() {
        // Given
        Stage stage = new Stage(Map.of("questions", QUESTIONS, "segments", List.of("why", "effort", "plan", "words")));
        // When
        Answer answer = stage.post(Stage.submission("\"answers\":{\"why\":[\"price\",\"speed\"],"
                + "\"effort\":4,\"call\":true,\"words\":\"All good\",\"one\":\"a\"},"
                + "\"properties\":{\"plan\":\" pro \",\"words\":\"a property\",\"why\":\"not this\"}"));
        // Then
        assertThat(answer.status()).isEqualTo(201);
        Map<String, AttributeValue> answers = stage.onlyStored().get("answers").m();
        assertThat(answers.get("why").l())
                .containsExactly(AttributeValue.fromS("price"), AttributeValue.fromS("speed"));
        assertThat(answers).containsEntry("effort", AttributeValue.fromN("4"));
        assertThat(answers).containsEntry("call", AttributeValue.fromBool(true));
        assertThat(answers).containsEntry("words", AttributeValue.fromS("All good"));
        assertThat(answers).containsEntry("one", AttributeValue.fromS("a"));
        assertThat(stage.onlyStored().get("segments").l())
                .extracting(AttributeValue::s)
                .containsExactly("why=price", "why=speed", "effort=4", "plan=pro", "words=a property");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"effort\":0 | answers.effort is not a whole number from 1 to 5",
                "\"effort\":6 | answers.effort is not a whole number from 1 to 5",
                "\"effort\":2.5 | answers.effort is not a whole number from 1 to 5",
                "\"effort\":\"3\" | answers.effort is not a whole number from 1 to 5",
                "\"one\":[\"a\",\"b\"] | answers.one takes one choice",
                "\"one\":true | answers.one is not text",
                "\"why\":[\"price\",\"rain\"] | answers.why is not one of price, speed",
                "\"why\":[\"price\",\"price\",\"price\"] | answers.why has more than 2 entries",
                "\"why\":[null] | answers.why[0] is blank",
                "\"call\":1 | answers.call is not true or false",
                "\"words\":[\"a\"] | answers.words is not text",
            })
    void and_no_other(String given, String error) {
        Stage stage = new Stage(Map.of("questions", QUESTIONS));
        Answer answer = stage.post(Stage.submission("\"answers\":{" + given + "}"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly(error);
        assertThat(stage.stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"answers\":{}",
                "\"answers\":[]",
                "\"answers\":null",
                "\"answers\":{\"one\":null}",
                "\"answers\":{\"words\":\" \"}",
                "\"properties\":[]",
                "\"person\":{}",
                "\"comment\":\"\""
            })
    void what_is_left_empty_is_not_stored(String empty) {
        Stage stage = new Stage(Map.of("questions", QUESTIONS));
        assertThat(stage.post(Stage.submission(empty)).status()).isEqualTo(201);
        assertThat(stage.onlyStored()).doesNotContainKeys("answers", "properties", "claim", "comment");
    }

    @Test
    void a_changed_survey_is_seen_within_seconds() {
        // Given
        Stage stage = new Stage();
        stage.post(Stage.submission(""));
        long reads = stage.requests.stream().filter(SurveyRulesTest::isSettings).count();
        stage.post(Stage.submission(""));
        assertThat(stage.requests.stream().filter(SurveyRulesTest::isSettings)).hasSize((int) reads);
        // When
        stage.pass(Duration.ofSeconds(10));
        stage.post(Stage.submission(""));
        // Then
        assertThat(stage.requests.stream().filter(SurveyRulesTest::isSettings)).hasSize((int) reads + 1);
    }

    private static boolean isSettings(Object request) {
        return request instanceof software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
    }

    private static final List<Map<String, Object>> QUESTIONS = List.of(
            Map.of(
                    "id",
                    "why",
                    "type",
                    "choice",
                    "text",
                    "Why?",
                    "multiple",
                    true,
                    "choices",
                    List.of(Map.of("id", "price", "text", "Price"), Map.of("id", "speed", "text", "Speed"))),
            Map.of(
                    "id",
                    "one",
                    "type",
                    "choice",
                    "text",
                    "Which?",
                    "choices",
                    List.of(Map.of("id", "a", "text", "A"), Map.of("id", "b", "text", "B"))),
            Map.of("id", "effort", "type", "scale", "text", "How easy?", "min", 1, "max", 5),
            Map.of("id", "call", "type", "consent", "text", "May we call?"),
            Map.of("id", "words", "type", "text", "text", "In your words?"));
}
