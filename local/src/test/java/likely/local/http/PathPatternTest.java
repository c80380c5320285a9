package likely.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PathPatternTest {

    @Test
    void a_parameter_takes_one_segment_and_leaves_it_encoded() {
        PathPattern pattern = PathPattern.of("/surveys/{survey}/responses");
        assertThat(pattern.match("/surveys/a%2Fb/responses")).contains(Map.of("survey", "a%2Fb"));
        assertThat(pattern.match("/surveys/a/b/responses")).isEmpty();
        assertThat(pattern.match("/surveys/a")).isEmpty();
    }

    @Test
    void a_greedy_parameter_takes_the_rest_but_not_nothing() {
        PathPattern pattern = PathPattern.of("/v1/{path+}");
        assertThat(pattern.match("/v1/people/7.json")).contains(Map.of("path", "people/7.json"));
        assertThat(pattern.match("/v1")).isEmpty();
    }

    @Test
    void the_root_matches_itself_and_slashes_at_the_end_do_not_count() {
        assertThat(PathPattern.of("/").match("/")).isPresent();
        assertThat(PathPattern.of("/").match("/x")).isEmpty();
        assertThat(PathPattern.of("/health").match("/health/")).isPresent();
    }

    @Test
    void literals_go_before_parameters_and_parameters_before_greedy_ones() {
        List<String> sorted = Stream.of("/{any+}", "/a/{b}", "/a/b", "/{a}/b")
                .map(PathPattern::of)
                .sorted()
                .map(PathPattern::resource)
                .toList();
        assertThat(sorted).containsExactly("/a/b", "/a/{b}", "/{a}/b", "/{any+}");
    }
}
