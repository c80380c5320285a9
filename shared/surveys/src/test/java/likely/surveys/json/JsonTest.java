package likely.surveys.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void values_are_read_as_their_own_kind() {
        Map<String, Object> read = Json.object("""
                {"text":"a\\u00e9\\ud83d\\ude00","int":1,"long":12345678901,"half":0.5,"yes":true,"none":null,
                 "list":[1,"a",[]],"map":{"a":{}}}""");
        assertThat(read)
                .containsEntry("text", "a\u00e9\ud83d\ude00")
                .containsEntry("int", 1)
                .containsEntry("long", 12_345_678_901L)
                .containsEntry("half", 0.5)
                .containsEntry("yes", true)
                .containsEntry("none", null)
                .containsEntry("list", List.of(1, "a", List.of()))
                .containsEntry("map", Map.of("a", Map.of()));
    }

    @Test
    void what_is_written_can_be_read() {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("quote\"", "line\nbreak \u2028 \u0001");
        written.put("none", null);
        written.put("list", Arrays.asList(1, true, null));
        assertThat(Json.object(Json.write(written))).isEqualTo(written);
    }

    @Test
    void eight_levels_are_the_deepest() {
        assertThat(Json.object("{\"a\":[[[[[[[9]]]]]]]}")).containsKey("a");
        assertThatThrownBy(() -> Json.object("{\"a\":[[[[[[[[9]]]]]]]]}"))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("body is nested deeper than 8 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "\"a\"", "1", "true"})
    void anything_but_an_object_is_refused(String text) {
        assertThatThrownBy(() -> Json.object(text)).isInstanceOf(Invalid.class).hasMessage("body is not a JSON object");
    }

    @Test
    void a_refusal_does_not_quote_what_was_sent() {
        assertThatThrownBy(() -> Json.object("{\"comment\": private}"))
                .hasMessageNotContaining("private")
                .hasMessageStartingWith("body is not well-formed JSON at line 1");
        assertThatThrownBy(() -> Json.object("{\"private\":1,\"private\":2}"))
                .hasMessageNotContaining("private")
                .hasMessageStartingWith("body has a duplicate key");
    }

    @Property
    void any_text_is_read_or_refused(@ForAll String text) {
        readOrRefused(text);
        readOrRefused("{" + text);
        readOrRefused("{\"a\":" + text + "}");
        readOrRefused("{\"" + text + "\":1}");
    }

    private static void readOrRefused(String text) {
        try {
            assertThat(Json.object(text)).isNotNull();
        } catch (Invalid e) {
            assertThat(e.errors()).singleElement().extracting(FieldError::field).isEqualTo("body");
        }
    }
}
