package likely.surveys.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private enum Size {
        SMALL,
        LARGE
    }

    private static Object read(Object value, Function<Fields, ?> reader) {
        Fields fields = Fields.of(Collections.singletonMap("f", value));
        Object read = reader.apply(fields);
        fields.check();
        return read;
    }

    private static void refused(Object value, Function<Fields, ?> reader, String... errors) {
        Fields fields = Fields.of(Collections.singletonMap("f", value));
        assertThat(reader.apply(fields)).isNull();
        assertThatThrownBy(fields::check)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.errors())
                                .extracting(error -> error.field() + " " + error.reason())
                                .containsExactly(errors));
    }

    @Test
    void what_is_absent_or_null_is_nothing_and_no_error() {
        List<Function<Fields, Object>> readers = List.of(
                f -> f.text("f", 9),
                f -> f.prose("f", 9),
                f -> f.integer("f", 0, 9),
                f -> f.seconds("f"),
                f -> f.bool("f"),
                f -> f.one("f", Size.class),
                f -> f.object("f"),
                f -> f.texts("f", 9, 9),
                f -> f.properties("f", 9, 9, 9));
        for (Function<Fields, Object> reader : readers) {
            assertThat(reader.apply(Fields.of(Map.of()))).isNull();
            assertThat(read(null, reader)).isNull();
        }
    }

    @Test
    void texts_have_a_length_in_characters() {
        assertThat(read("\ud83d\ude00\ud83d\ude00", f -> f.text("f", 2))).isEqualTo("\ud83d\ude00\ud83d\ude00");
        refused("abc", f -> f.text("f", 2), "f is longer than 2 characters");
        refused(" \n", f -> f.text("f", 9), "f is blank");
        assertThat(read(" \n", f -> f.prose("f", 9))).isNull();
        assertThat(read(" tab\tline\r\n", f -> f.prose("f", 20))).isEqualTo(" tab\tline\r\n");
    }

    @Test
    void numbers_have_a_range() {
        assertThat(read(9, f -> f.integer("f", 0, 9))).isEqualTo(9);
        refused(10, f -> f.integer("f", 0, 9), "f is not a whole number from 0 to 9");
        refused(9L, f -> f.integer("f", 0, 9), "f is not a whole number from 0 to 9");
        refused(9.0, f -> f.integer("f", 0, 9), "f is not a whole number from 0 to 9");
        assertThat(read(253_402_300_799L, f -> f.seconds("f"))).isEqualTo(253_402_300_799L);
        refused(253_402_300_800L, f -> f.seconds("f"), "f is not a time in Unix seconds");
        refused(-1, f -> f.seconds("f"), "f is not a time in Unix seconds");
        refused(1.5, f -> f.seconds("f"), "f is not a time in Unix seconds");
    }

    @Test
    void kinds_are_named_in_lower_case() {
        assertThat(read("large", f -> f.one("f", Size.class))).isEqualTo(Size.LARGE);
        refused("LARGE", f -> f.one("f", Size.class), "f is not one of small, large");
    }

    @Test
    void each_text_of_a_list_is_refused_by_its_place() {
        assertThat(read(List.of("a", "b"), f -> f.texts("f", 2, 9))).isEqualTo(List.of("a", "b"));
        refused(List.of("a", "b", "c"), f -> f.texts("f", 2, 9), "f has more than 2 entries");
        refused("a", f -> f.texts("f", 2, 9), "f is not a list");
        Fields fields = Fields.of(Map.of("f", List.of("a", 1, " ", "toolong")));
        assertThat(fields.texts("f", 9, 3)).containsExactly("a");
        assertThatThrownBy(fields::check)
                .hasMessage("f[1] is not text; f[2] is blank; f[3] is longer than 3 characters");
    }

    @Test
    void objects_inside_are_refused_by_their_path() {
        List<String> seen = new ArrayList<>();
        Fields fields = Fields.of(Map.of("f", List.of(Map.of("a", 1), "no")));
        fields.objects("f", 9, inner -> seen.add(String.valueOf(inner.text("a", 9))));
        assertThat(seen).containsExactly("null");
        assertThatThrownBy(fields::check).hasMessage("f[0].a is not text; f[1] is not an object");
        Fields named = Fields.of("outer", Map.of("f", Map.of("g", true)));
        assertThat(named.object("f").text("g", 9)).isNull();
        assertThatThrownBy(named::check).hasMessage("outer.f.g is not text");
    }

    @Test
    void an_empty_list_is_php_for_an_empty_map() {
        assertThat(read(List.of(), f -> f.properties("f", 9, 9, 9))).isEqualTo(Map.of());
        refused(List.of(1), f -> f.object("f"), "f is not an object");
    }

    @Test
    void properties_become_text() {
        Map<String, Object> given = new java.util.LinkedHashMap<>();
        given.put("text", "a");
        given.put("number", 1.5);
        given.put("flag", false);
        given.put("none", null);
        assertThat(read(given, f -> f.properties("f", 9, 9, 9)))
                .isEqualTo(Map.of("text", "a", "number", "1.5", "flag", "false"));
    }

    @Test
    void names_are_repeated_whole_and_short() {
        Fields fields = Fields.of(Map.of());
        fields.refuse("\ud83d\ude00".repeat(65), "is long");
        fields.refuse("a\ud800b", "is half");
        assertThatThrownBy(fields::check).hasMessage("\ud83d\ude00".repeat(64) + " is long; a\ufffdb is half");
    }
}
