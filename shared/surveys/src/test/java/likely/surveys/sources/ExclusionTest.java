package likely.surveys.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.SurveyTemplate;
import likely.surveys.answers.InMemoryAnswers;
import likely.surveys.sources.Exclusion.Done;
import likely.surveys.sources.MarkedSources.Marked;
import org.junit.jupiter.api.Test;

class ExclusionTest {
    private static final String PLACE = "2026-11-27-00000000000000aa";

    private final Survey survey = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0);
    private final InMemoryAnswers answers = new InMemoryAnswers();
    private final InMemorySources sources = new InMemorySources();
    private final Exclusion exclusion =
            new Exclusion(sources, answers, Clock.fixed(Instant.ofEpochSecond(2_000), ZoneOffset.UTC));

    private void marked(int number) {
        for (int id = 1; id <= number; id++) {
            Response plain = InMemoryAnswers.response(survey, id, 0, 1_000, 1_000, Map.of());
            answers.all.add(InMemoryAnswers.marked(plain, PLACE, false, 1, 1_000));
        }
        index();
    }

    /** Brings the index up to what is stored. */
    private void index() {
        List<Marked> marked = new ArrayList<>();
        answers.all.forEach(it -> marked.add(new Marked(it.id(), it.survey(), it.createdAt(), it.excluded())));
        sources.marked.put(PLACE, marked);
    }

    private long excluded() {
        return answers.all.stream().filter(Response::excluded).count();
    }

    @Test
    void all_marked_answers_of_a_place_are_taken_out_in_as_many_calls_as_it_takes() {
        marked(1_001);

        assertThat(exclusion.setAll(survey, PLACE, true)).hasValue(new Done(500, true));
        index();
        assertThat(exclusion.setAll(survey, PLACE, true)).hasValue(new Done(500, true));
        index();
        assertThat(exclusion.setAll(survey, PLACE, true)).hasValue(new Done(1, false));

        assertThat(excluded()).isEqualTo(1_001);
    }

    @Test
    void what_an_old_index_shows_once_more_is_not_written_again() {
        marked(3);
        exclusion.setAll(survey, PLACE, true);

        assertThat(exclusion.setAll(survey, PLACE, true)).hasValue(new Done(0, false));
        assertThat(answers.all).extracting(Response::rev).containsOnly(2L);
    }

    @Test
    void they_come_back_as_they_went() {
        marked(3);
        exclusion.setAll(survey, PLACE, true);
        index();

        assertThat(exclusion.setAll(survey, PLACE, false)).hasValue(new Done(3, false));
        assertThat(excluded()).isZero();
    }

    @Test
    void a_place_of_another_survey_is_not_known() {
        marked(3);
        Survey shop = SurveyTemplate.RELATIONAL.survey("shop", "Acme", 0);

        assertThat(exclusion.setAll(shop, PLACE, true)).isEmpty();
        assertThat(exclusion.setAll(survey, "2026-11-27-00000000000000bb", true))
                .isEmpty();
        assertThat(excluded()).isZero();
    }

    @Test
    void one_answer_is_taken_out_once() {
        answers.all.add(InMemoryAnswers.response(survey, 7, 9, 1_000, 1_000, Map.of()));

        Response out = exclusion.set("7", true).orElseThrow();
        assertThat(out).isEqualTo(InMemoryAnswers.marked(out, null, true, 2, 2_000));
        assertThat(exclusion.set("7", true)).hasValue(out);
        assertThat(exclusion.set("8", true)).isEmpty();
    }
}
