package likely.e2e.suite;

import static likely.e2e.client.Survey.number;
import static likely.e2e.client.Survey.object;
import static likely.e2e.client.Survey.objects;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import likely.e2e.client.Await;
import likely.e2e.client.Survey;
import org.junit.jupiter.api.Test;

/** The numbers equal what was sent: as a whole, by segment, by day, and to the second. */
class ScoresTest {

    /** The example of the vendor's own page: 32, 13 and 6 of 51 are 63, 25 and 12 %, and an NPS of 51. */
    @Test
    void shares_are_rounded_for_themselves_and_the_score_from_unrounded_shares() {
        Survey survey = Survey.plain();
        send(survey, 32, 9);
        send(survey, 13, 7);
        send(survey, 6, 6);

        Map<String, Object> score = survey.counted(51);

        assertThat(score).containsEntry("rounded", 51);
        assertThat(((Number) score.get("nps")).doubleValue()).isBetween(50.98, 50.981);
        assertThat(score.get("histogram")).isEqualTo(List.of(0, 0, 0, 0, 0, 0, 6, 13, 0, 32, 0));
        assertThat(survey.metrics(""))
                .containsEntry("nps", 51)
                .containsEntry("promoter_count", 32)
                .containsEntry("promoter_percent", 63)
                .containsEntry("passive_count", 13)
                .containsEntry("passive_percent", 25)
                .containsEntry("detractor_count", 6)
                .containsEntry("detractor_percent", 12)
                .containsEntry("response_count", 51)
                .doesNotContainKey("id");
    }

    @Test
    void each_score_from_0_to_10_is_in_its_band() {
        Survey survey = Survey.plain();
        for (int score = 0; score <= 10; score++) {
            survey.answer(score);
        }

        Map<String, Object> score = survey.counted(11);

        assertThat(object(score, "detractors")).containsEntry("count", 7);
        assertThat(object(score, "passives")).containsEntry("count", 2);
        assertThat(object(score, "promoters")).containsEntry("count", 2);
        assertThat(score.get("histogram")).isEqualTo(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
    }

    @Test
    void a_survey_without_answers_has_no_score() {
        Survey survey = Survey.plain();

        assertThat(survey.score()).containsEntry("n", 0).containsEntry("nps", null);
        assertThat(survey.metrics("")).containsEntry("response_count", 0).containsEntry("nps", 0);
    }

    @Test
    void segments_are_counted_apart_and_compared_with_the_rest() {
        Survey survey = Survey.with(Map.of("segments", List.of("plan")));
        segment(survey, "Pro", 10);
        segment(survey, "Pro", 9);
        segment(survey, "Free", 3);
        survey.answer(8);

        survey.counted(4);
        List<Map<String, Object>> table = objects(survey.scores("&segment=plan"), "segments");

        assertThat(table).extracting(row -> row.get("value")).containsExactlyInAnyOrder("Pro", "Free");
        for (Map<String, Object> row : table) {
            boolean pro = row.get("value").equals("Pro");
            assertThat(object(row, "score")).containsEntry("n", pro ? 2 : 1).containsEntry("rounded", pro ? 100 : -100);
            // Both sides are drawn towards the middle, as for the interval: of few answers only the direction is plain.
            double difference = ((Number) object(row, "rest").get("difference")).doubleValue();
            assertThat(Math.signum(difference)).isEqualTo(pro ? 1 : -1);
        }
    }

    @Test
    void a_range_is_exact_to_the_second() {
        Survey survey = Survey.plain();
        survey.answer(10);
        Await.pause(Duration.ofMillis(2_100)); // so that the two lie in seconds with a whole one between them
        survey.answer(0);
        survey.counted(2);
        List<Map<String, Object>> answers =
                survey.api().get("v1/survey_responses").list();
        long first = number(answers.get(0), "created_at");
        long second = number(answers.get(1), "created_at");
        assertThat(second - first).isGreaterThanOrEqualTo(2);

        assertThat(count(survey, first, first)).isEqualTo(1);
        assertThat(count(survey, first, second)).isEqualTo(2);
        assertThat(count(survey, first + 1, second - 1)).isZero();
        assertThat(count(survey, first + 1, second)).isEqualTo(1);
        assertThat(survey.metrics("?since=" + second + "&until=" + second))
                .containsEntry("response_count", 1)
                .containsEntry("nps", -100);
    }

    @Test
    void days_are_listed_with_their_own_scores() {
        Survey survey = Survey.plain();
        survey.answer(10);
        survey.answer(7);
        survey.counted(2);

        List<Map<String, Object>> days = objects(survey.scores("&interval=day"), "days");

        long n = days.stream()
                .mapToLong(day -> number(object(day, "score"), "n"))
                .sum();
        assertThat(n).isEqualTo(2);
        assertThat(days).allSatisfy(day -> assertThat(day.get("day").toString()).matches("\\d{4}-\\d\\d-\\d\\d"));
    }

    private static long count(Survey survey, long since, long until) {
        return number(object(survey.scores("&since=" + since + "&until=" + until), "score"), "n");
    }

    private static void segment(Survey survey, String plan, int score) {
        survey.answer(
                Map.of("submissionId", Survey.newSubmission(), "score", score, "properties", Map.of("plan", plan)));
    }

    private static void send(Survey survey, int times, int score) {
        for (int i = 0; i < times; i++) {
            survey.answer(score);
        }
    }
}
