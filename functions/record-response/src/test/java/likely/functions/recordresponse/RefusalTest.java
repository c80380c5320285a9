package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal says which field and why, as problem+json, and leaves nothing behind. */
class RefusalTest {
    private static final String WHOLE = "is not a whole number from 0 to 10";
    private static Stage stage;

    @BeforeAll
    static void a_survey() {
        stage = new Stage(Map.of("allowed_origins", java.util.List.of("https://shop.example")));
    }

    private static void refused(Answer answer, int status, String... errors) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json; charset=utf-8");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.json()).containsEntry("status", status).containsEntry("type", "about:blank");
        assertThat(answer.errors()).containsExactly(errors);
        assertThat(answer.json()).containsEntry("detail", errors[0]);
        assertThat(stage.stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6.5",
                "11",
                "-1",
                "\"9\"",
                "true",
                "[9]",
                "{}",
                "9.0",
                "1e1",
                "1E+1",
                "99999999999",
                "123456789012345678901234567890",
                "1e400",
                "-1e400",
                "0.99999999999999999999"
            })
    void a_score_is_a_whole_number_from_0_to_10(String score) {
        refused(stage.post("{\"submissionId\":\"submission-1\",\"score\":" + score + "}"), 400, "score " + WHOLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"submissionId\":\"submission-1\",\"score\":null}", "{\"submissionId\":\"submission-1\"}"})
    void a_score_is_there(String body) {
        refused(stage.post(body), 400, "score is missing: a whole number from 0 to 10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | body is empty",
                "`   ` | body is empty",
                "null | body is not a JSON object",
                "[] | body is not a JSON object",
                "9 | body is not a JSON object",
                "\"text\" | body is not a JSON object",
                "{ | body is not well-formed JSON at line 1, column 2",
                "{} x | body is not well-formed JSON at line 1, column 5",
                "{}{} | body has something behind its JSON object",
                "{} 1 | body has something behind its JSON object",
                "{'score':9} | body is not well-formed JSON at line 1, column 2",
                "{\"score\":NaN} | body is not well-formed JSON at line 1, column 13",
                "{\"score\":Infinity} | body is not well-formed JSON at line 1, column 18",
                "{\"score\":+9} | body is not well-formed JSON at line 1, column 11",
                "{\"score\":09} | body is not well-formed JSON at line 1, column 11",
                "{\"score\":9,} | body is not well-formed JSON at line 1, column 12",
                "{/**/\"score\":9} | body is not well-formed JSON at line 1, column 2",
                "{\"score\":9,\"score\":9} | body has a duplicate key at line 1, column 19",
                "{\"a\":{\"b\":1,\"b\":2}} | body has a duplicate key at line 1, column 16",
                "{\"a\":[[[[[[[[9]]]]]]]]} | body is nested deeper than 8 levels, or has an overlong number or name",
            })
    void a_body_is_one_json_object(String body, String error) {
        refused(stage.post(body), 400, error);
    }

    @Test
    void a_body_without_anything_is_empty() {
        refused(
                stage.send(Event.responses("POST", Stage.SURVEY).header("Content-Type", "application/json")),
                400,
                "body is empty");
    }

    @Test
    void deep_json_is_refused_before_it_is_built() {
        String deep = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        refused(stage.post(deep), 400, "body is nested deeper than 8 levels, or has an overlong number or name");
    }

    @Test
    void an_overlong_number_is_refused_before_it_is_read() {
        refused(
                stage.post(Stage.submission("\"seq\":" + "9".repeat(2_000))),
                400,
                "body is nested deeper than 8 levels, or has an overlong number or name");
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        // API Gateway hands on what it could not decode as U+FFFD, and bytes of a binary type in base64.
        String body = Stage.submission("\"comment\":\"caf\ufffd\"");
        byte[] latin1 =
                Stage.submission("\"comment\":\"caf\u00e9\"").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        refused(stage.post(body), 400, "body is not valid UTF-8");
        refused(
                stage.send(
                        Event.post(Stage.SURVEY, "").base64(Base64.getEncoder().encodeToString(latin1))),
                400,
                "body is not valid UTF-8");
        refused(stage.send(Event.post(Stage.SURVEY, "").base64("no base64!")), 400, "body is not valid UTF-8");
    }

    @Test
    void a_byte_order_mark_is_no_json() {
        refused(stage.post("\ufeff" + Stage.submission("")), 400, "body is not well-formed JSON at line 1, column 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"seq\":0 | seq is not a whole number from 1 to 1000000",
                "\"seq\":1.5 | seq is not a whole number from 1 to 1000000",
                "\"seq\":\"2\" | seq is not a whole number from 1 to 1000000",
                "\"comment\":9 | comment is not text",
                "\"comment\":[\"a\"] | comment is not text",
                "\"comment\":\"a\\u0000b\" | comment has a control character",
                "\"comment\":\"\\ud83d\" | comment is not valid Unicode",
                "\"comment\":\"\\ude00\\ud83d\" | comment is not valid Unicode",
                "\"comment\":\"\\ufffd\" | comment is not valid Unicode",
                "\"properties\":\"plan\" | properties is not an object",
                "\"properties\":[1] | properties is not an object",
                "\"properties\":{\"plan\":{\"name\":\"pro\"}} | properties.plan is not text, a number or a boolean",
                "\"properties\":{\"plan\":[\"pro\"]} | properties.plan is not text, a number or a boolean",
                "\"properties\":{\"plan\":1e400} | properties.plan is not text, a number or a boolean",
                "\"properties\":{\"plan\":\"\\u0007\"} | properties.plan has a control character",
                "\"properties\":{\"\":\"pro\"} | properties has a name that is blank, longer than 100 characters or not plain text",
                "\"properties\":{\"\\ud800\":1} | properties has a name that is blank, longer than 100 characters or not plain text",
                "\"properties\":{\"\\u0000\":1} | properties has a name that is blank, longer than 100 characters or not plain text",
                "\"answers\":{\"unknown\":1} | answers.unknown is no question of this survey",
                "\"answers\":{\"\\ud800\":1} | answers.\ufffd is no question of this survey",
                "\"answers\":{\"reason\":\"weather\"} | answers.reason is not one of quality, price, service, other",
                "\"answers\":{\"reason\":[\"quality\",\"price\"]} | answers.reason takes one choice",
                "\"answers\":{\"reason\":[1]} | answers.reason[0] is not text",
                "\"answers\":{\"contact\":\"yes\"} | answers.contact is not true or false",
                "\"answers\":9 | answers is not an object",
                "\"person\":\"me\" | person is not an object",
                "\"person\":{\"email\":9} | person.email is not text",
                "\"person\":{\"email\":\" \"} | person.email is blank",
                "\"person\":{\"payload\":\"e30\"} | person.signature is missing beside a payload",
                "\"person\":{\"signature\":\"00\"} | person.payload is missing beside a signature",
                "\"locale\":\"english please\" | locale is not a language tag such as en or pt-BR",
                "\"page\":\"\" | page is blank",
                "\"touchpoint\":\"email\" | touchpoint is not one of widget, checkout, call",
                "\"touchpoint\":\"door\" | touchpoint is not one of widget, checkout, call",
                "\"touchpoint\":1 | touchpoint is not text",
            })
    void each_field_is_checked(String field, String error) {
        refused(stage.post(Stage.submission(field)), 400, error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "has space",
                "ümläut-ümläut",
                "a/b/c/d/e",
                "x'; drop table",
                "\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000"
            })
    void a_submission_id_is_plain(String id) {
        refused(
                stage.post("{\"score\":9,\"submissionId\":\"" + id + "\"}"),
                400,
                "submissionId is not 8 to 64 letters, digits, hyphens or underscores");
    }

    @Test
    void limits_are_in_characters_not_in_code_units() {
        String smiles = "\ud83d\ude00".repeat(5_001);
        refused(
                stage.post(Stage.submission("\"comment\":\"" + smiles + "\"")),
                400,
                "comment is longer than 5000 characters");
        refused(
                stage.post(Stage.submission("\"properties\":{\"plan\":\"" + "x".repeat(1_001) + "\"}")),
                400,
                "properties.plan is longer than 1000 characters");
        refused(
                stage.post(Stage.submission("\"page\":\"" + "x".repeat(2_049) + "\"")),
                400,
                "page is longer than 2048 characters");
    }

    @Test
    void fifty_properties_are_the_most() {
        String properties =
                IntStream.rangeClosed(1, 51).mapToObj(i -> "\"p" + i + "\":1").collect(Collectors.joining(","));
        refused(
                stage.post(Stage.submission("\"properties\":{" + properties + "}")),
                400,
                "properties has more than 50 entries");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        refused(
                stage.post("{\"score\":11,\"comment\":7,\"locale\":\"?\"}"),
                400,
                "submissionId is missing",
                "score " + WHOLE,
                "comment is not text",
                "locale is not a language tag such as en or pt-BR");
    }

    @Test
    void a_flood_of_wrong_fields_gets_a_short_reply() {
        String answers =
                IntStream.range(0, 2_000).mapToObj(i -> "\"q" + i + "\":1").collect(Collectors.joining(","));
        Answer answer = stage.post(Stage.submission("\"answers\":{" + answers + "}"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).hasSize(50);
    }

    @Test
    void more_than_64_kilobytes_are_too_many() {
        String most = Stage.submission("\"page\":\"" + "x".repeat(64 * 1024) + "\"");
        refused(stage.post(most), 413, "body is larger than 64 KB");
        String wide = Stage.submission("\"comment\":\"" + "\u20ac".repeat(22_000) + "\"");
        refused(stage.post(wide), 413, "body is larger than 64 KB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", "", ";"})
    void only_json_is_taken(String type) {
        Event event = Event.post(Stage.SURVEY, Stage.submission("")).header("Content-Type", type);
        refused(stage.send(event), 415, "Content-Type is not application/json");
    }

    @Test
    void a_content_type_is_there() {
        Event event = Event.post(Stage.SURVEY, Stage.submission("")).without("Content-Type");
        refused(stage.send(event), 415, "Content-Type is not application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example", "http://shop.example", "https://shop.example:8443", "null", ""})
    void a_page_of_another_origin_records_nothing(String origin) {
        Event event = Event.post(Stage.SURVEY, Stage.submission("")).header("Origin", origin);
        refused(stage.send(event), 403, "Origin is not one of this survey's allowed origins");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none", "Demo", "demo%00", "demo%2F..", "demo%20", "%FF%FE", "settings%23demo", "%64emo%64"})
    void a_survey_that_is_not_known_is_not_found(String survey) {
        refused(stage.send(Event.post(survey, Stage.submission(""))), 404, "survey is not known");
        refused(stage.send(Event.settings(survey)), 404, "survey is not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "demo%2", "demo%zz"})
    void a_path_that_is_not_well_encoded_is_refused(String survey) {
        refused(stage.send(Event.post(survey, Stage.submission(""))), 400, "path is not well percent-encoded");
    }

    @Test
    void what_is_none_of_the_routes_is_not_found() {
        refused(stage.send(Event.of("GET", "/elsewhere")), 404, "path is none of this service");
        refused(
                stage.send(Event.of("GET", "/assets/{asset}").parameter("asset", "..%2Fwiring.js")),
                404,
                "path names no file");
    }
}
