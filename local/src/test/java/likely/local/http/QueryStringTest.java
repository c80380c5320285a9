package likely.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryStringTest {

    @Test
    void values_are_decoded_and_kept_in_order() {
        assertThat(QueryString.parse("a=1&a=%C3%A9+x&b&c=100%"))
                .containsEntry("a", List.of("1", "é x"))
                .containsEntry("b", List.of(""))
                .containsEntry("c", List.of("100%"));
    }

    @Test
    void no_query_has_no_parameters() {
        assertThat(QueryString.parse(null)).isEmpty();
    }
}
