package likely.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static Survey counting(String... names) {
        Survey blank = SurveyTemplate.AFTER_SUPPORT.survey("demo", "Acme", 0);
        return SurveyDocument.apply(blank, Map.of("segments", List.of(names)));
    }

    @Test
    void only_what_the_survey_counts_is_a_segment() {
        assertThat(Segments.of(counting("plan"), Map.of("plan", "pro", "region", "north"), Map.of()))
                .containsExactly("plan=pro");
        assertThat(Segments.of(counting(), Map.of("plan", "pro"), Map.of("solved", "yes")))
                .isEmpty();
    }

    @Test
    void a_closed_question_is_counted_by_its_answer_and_not_by_a_property_of_its_name() {
        assertThat(Segments.of(
                        counting("solved", "effort", "contact"),
                        Map.of("solved", "claimed"),
                        Map.of("effort", 4, "contact", true)))
                .containsExactly("effort=4", "contact=true");
    }

    @Test
    void each_of_several_choices_is_a_segment() {
        assertThat(Segments.of(counting("solved"), Map.of(), Map.of("solved", List.of("yes", "no"))))
                .containsExactly("solved=yes", "solved=no");
    }

    @Test
    void values_are_stripped_shortened_by_whole_characters_and_left_out_when_blank() {
        String smiles = "\ud83d\ude00".repeat(101);
        assertThat(Segments.of(counting("a", "b", "c"), Map.of("a", " x ", "b", " ", "c", smiles), Map.of()))
                .containsExactly("a=x", "c=" + "\ud83d\ude00".repeat(100));
    }

    @Test
    void there_are_forty_at_most() {
        List<String> many = IntStream.range(0, 50).mapToObj(Integer::toString).toList();
        assertThat(Segments.of(counting("solved"), Map.of(), Map.of("solved", many)))
                .hasSize(40);
    }
}
