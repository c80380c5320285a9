package likely.functions.serveapi.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import likely.surveys.answers.Range;
import likely.surveys.json.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
    @ParameterizedTest
    @CsvSource({"20, ''", "20, 0", "20, -1", "20, many", "20, 1.5", "1, 1", "100, 100", "100, 101", "100, 999999999"})
    void a_page_has_20_rows_unless_1_to_100_are_asked_for(int rows, String perPage) {
        assertThat(query("per_page", perPage).perPage()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "1, 0", "1, -3", "1, x", "7, 7"})
    void pages_count_from_one(int page, String given) {
        assertThat(query("page", given).page()).isEqualTo(page);
    }

    @Test
    void the_last_of_two_scalars_counts_and_lists_are_lists_however_they_are_named() {
        Query query = new Query(Map.of(
                "per_page", List.of("5", "7"), "expand", List.of("person"), "expand[]", List.of("notes", "person")));

        assertThat(query.perPage()).isEqualTo(7);
        assertThat(query.list("expand")).containsExactly("person", "notes", "person");
    }

    @Test
    void a_range_is_in_whole_seconds() {
        assertThat(new Query(Map.of("since", List.of("1"), "until", List.of(""))).range("since", "until"))
                .isEqualTo(new Range(1L, null));
        assertThatThrownBy(() -> query("since", "yesterday").range("since", "until"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("since");
    }

    private static Query query(String name, String value) {
        return new Query(Map.of(name, List.of(value)));
    }
}
