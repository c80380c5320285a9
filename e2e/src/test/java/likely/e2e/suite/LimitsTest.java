package likely.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import likely.e2e.client.Caller;
import likely.e2e.client.Reply;
import likely.e2e.client.Survey;
import org.junit.jupiter.api.Test;

/** Surveys that end: after a number of answers, or at a time. */
class LimitsTest {

    @Test
    void a_survey_closes_after_its_number_of_answers_and_an_answer_that_had_begun_is_completed() {
        Survey survey = Survey.with(Map.of("limits", Map.of("responses", 2)));
        String submission = Survey.newSubmission();
        survey.answer(Map.of("submissionId", submission, "score", 9));
        survey.answer(9);
        survey.counted(2);

        Reply third = survey.answer(9);
        Reply completed = survey.answer(Map.of("submissionId", submission, "seq", 2, "score", 10, "comment", "Fine"));

        assertThat(third.status()).isEqualTo(409);
        assertThat(third.header("Content-Type")).startsWith("application/problem+json");
        assertThat(completed.status()).isEqualTo(200);
        assertThat(Caller.anybody().get("surveys/" + survey.id()).json()).containsEntry("open", false);
        survey.until(score -> score.get("histogram").toString().endsWith("1, 1]"));
    }

    @Test
    void a_survey_closes_at_its_time() {
        Survey survey =
                Survey.with(Map.of("limits", Map.of("closes_at", Instant.now().getEpochSecond() - 1)));

        assertThat(survey.answer(9).status()).isEqualTo(409);
        assertThat(survey.score()).containsEntry("n", 0);
    }
}
