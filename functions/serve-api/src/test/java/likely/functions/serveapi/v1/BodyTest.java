package likely.functions.serveapi.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import likely.aws.http.Request;
import likely.surveys.json.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void a_form_is_the_map_that_its_json_would_be() {
        Body form = body(
                "POST",
                FORM,
                "person=1&score=10&comment=hi+%26+bye&person_properties%5BPurchase+Experience%5D="
                        + "Mobile+App&person_properties%5Bgr%C3%B6%C3%9Fe%5D=%2B1&expand%5B%5D=person&expand%5B%5D=notes");

        assertThat(form.coerced("score"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "person",
                        "1",
                        "score",
                        10,
                        "comment",
                        "hi & bye",
                        "person_properties",
                        Map.of("Purchase Experience", "Mobile App", "größe", "+1"),
                        "expand",
                        List.of("person", "notes")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "application/json, '{\"score\":9}'",
                "application/json;charset=UTF-8, '{\"score\":9}'",
                "Application/JSON, '{\"score\":\"9\"}'",
                "application/x-www-form-urlencoded, score=9",
                "application/x-www-form-urlencoded; charset=utf-8, score=1&score=9",
                "-, score=9", // a form without its type
                "-, ' {\"score\":9}'",
                "text/plain, '{\"score\":9}'"
            })
    void both_kinds_are_read_by_their_type_or_by_their_looks(String type, String text) {
        assertThat(body("POST", type, text).fields("score").integer("score", 0, 10))
                .isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GET, application/json, '{\"score\":9}'",
                "GET, -, '{}'",
                "GET, application/json, 'not json'",
                "DELETE, application/json, -",
                "DELETE, application/json, ''",
                "DELETE, application/x-www-form-urlencoded, ''",
                "PUT, application/json, '[]'",
                "PUT, application/json, '{}'"
            })
    void nothing_is_said_by_a_gets_body_or_an_empty_one(String method, String type, String text) {
        assertThat(body(method, type, text).coerced()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "\"text\"", "{", "{\"a\":1}{}", "{\"a\":1,\"a\":2}", "nonsense"})
    void what_is_no_object_is_refused(String text) {
        assertThatThrownBy(() -> body("POST", JSON, text)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.5", "1e1", " 9", "9 ", "+9", "ten", "", "true", "99999999999999999999"})
    void a_text_that_is_no_whole_number_stays_one(String text) {
        assertThat(body("POST", FORM, "score=" + text.replace(" ", "%20").replace("+", "%2B"))
                        .coerced("score"))
                .containsEntry("score", text);
    }

    @ParameterizedTest
    @CsvSource({
        "a=1&a[b]=2, {a={b=2}}",
        "a[b]=1&a=2, {a=2}",
        "a[b=1, {a[b=1}",
        "=1, {=1}",
        "a[][b]=1, {a={={b=1}}}",
        "a&b=, '{a=, b=}'"
    })
    void odd_forms_lose_nothing_but_what_they_contradict(String form, String map) {
        assertThat(body("POST", FORM, form).coerced()).hasToString(map);
    }

    @Test
    void a_form_without_end_is_refused() {
        assertThatThrownBy(() -> body("POST", FORM, "a=1&".repeat(1_001))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> body("POST", FORM, "a" + "[b]".repeat(5) + "=1"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> body("POST", FORM, "a=" + "x".repeat(300_000))).isInstanceOf(Body.TooLarge.class);
    }

    private static Body body(String method, String type, String text) {
        Map<String, List<String>> headers = type == null ? Map.of() : Map.of("content-type", List.of(type));
        return Body.of(
                new Request(method, "/v1/{path+}", "/v1/x", Map.of(), Map.of(), headers, text, "", "localhost", null));
    }
}
