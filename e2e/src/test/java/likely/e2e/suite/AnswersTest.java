package likely.e2e.suite;

import static likely.e2e.client.Survey.number;
import static likely.e2e.client.Survey.object;
import static likely.e2e.client.Survey.objects;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import likely.e2e.client.Await;
import likely.e2e.client.Reply;
import likely.e2e.client.Survey;
import org.junit.jupiter.api.Test;

/** What becomes of one answer: sent, sent again, completed, overtaken, corrected, erased. */
class AnswersTest {

    @Test
    void an_answer_and_its_resend_get_one_body_and_count_once() {
        Survey survey = Survey.plain();
        Map<String, Object> answer = Map.of("submissionId", Survey.newSubmission(), "score", 9);

        Reply first = survey.answer(answer);
        Reply resend = survey.answer(answer);

        assertThat(first.status()).isEqualTo(201);
        assertThat(resend.status()).isEqualTo(200);
        assertThat(resend.body()).isEqualTo(first.body());
        assertThat(first.json()).containsEntry("survey", survey.id()).containsKeys("id", "submissionId");
        assertThat(survey.counted(1)).containsEntry("rounded", 100);
    }

    @Test
    void a_later_edition_completes_an_answer_and_a_late_older_one_changes_nothing() {
        Survey survey = Survey.plain();
        String submission = Survey.newSubmission();
        String id =
                (String) survey.answer(edition(submission, 1, 6, null)).json().get("id");

        Reply later = survey.answer(edition(submission, 3, 10, "Quick delivery"));
        Reply late = survey.answer(edition(submission, 2, 0, "Slow"));

        assertThat(List.of(later.status(), late.status())).containsOnly(200);
        assertThat(later.json()).isEqualTo(late.json()).containsEntry("id", id);
        assertThat(stored(survey, id)).containsEntry("score", 10).containsEntry("comment", "Quick delivery");
        Map<String, Object> score = survey.until(now -> number(object(now, "promoters"), "count") == 1);
        assertThat(score).containsEntry("n", 1).containsEntry("rounded", 100);
    }

    @Test
    void an_erased_answer_leaves_the_count_and_cannot_return() {
        Survey survey = Survey.plain();
        Map<String, Object> answer = Map.of("submissionId", Survey.newSubmission(), "score", 2, "comment", "Mail me");
        survey.answer(10);
        String id = (String) survey.answer(answer).json().get("id");
        assertThat(survey.counted(2)).containsEntry("rounded", 0);

        Reply erased = survey.api().delete("v1/survey_responses/" + id);

        assertThat(erased.status()).isIn(200, 202);
        assertThat(erased.json()).containsEntry("ok", true);
        assertThat(survey.counted(1)).containsEntry("rounded", 100);
        assertThat(survey.api().get("v1/survey_responses/" + id).status()).isEqualTo(404);
        assertThat(survey.api().get("v1/survey_responses").list()).hasSize(1);
        assertThat(survey.answer(answer).status()).isEqualTo(410);
    }

    @Test
    void a_score_put_through_v1_moves_the_score() {
        Survey survey = Survey.plain();
        String id = (String) survey.answer(3).json().get("id");
        assertThat(survey.counted(1)).containsEntry("rounded", -100);

        Reply put = survey.api().put("v1/survey_responses/" + id, Map.of("score", 9, "comment", "Called back"));

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.json()).containsEntry("score", 9).containsEntry("comment", "Called back");
        Map<String, Object> score = survey.until(now -> number(object(now, "promoters"), "count") == 1);
        assertThat(score).containsEntry("n", 1).containsEntry("rounded", 100);
    }

    @Test
    void everything_that_a_visitor_says_is_kept_as_it_was_said() {
        Survey survey = Survey.with(Map.of("retention_days", 400, "segments", List.of("reason", "plan")));
        String id = (String) survey.answer(Map.of(
                        "submissionId",
                        Survey.newSubmission(),
                        "score",
                        8,
                        "comment",
                        "Zażółć gęślą jaźń, 喜欢 ✅",
                        "answers",
                        Map.of("reason", "price", "contact", true),
                        "properties",
                        Map.of("plan", "Pro", "seats", 12),
                        "person",
                        Map.of("name", "Ada", "email", "ada@example.com"),
                        "locale",
                        "pl-PL",
                        "page",
                        "https://shop.example/thanks",
                        "touchpoint",
                        "checkout"))
                .json()
                .get("id");

        Map<String, Object> stored = Await.until(() -> stored(survey, id), found -> found.containsKey("id"));

        assertThat(stored).containsEntry("score", 8).containsEntry("comment", "Zażółć gęślą jaźń, 喜欢 ✅");
        assertThat(object(stored, "person_properties"))
                .containsEntry("plan", "Pro")
                .containsEntry("seats", "12");
        assertThat(stored.get("additional_answers").toString()).contains("price");
        survey.counted(1);
    }

    /** As the PHP client sends it: a form, with all numbers as texts. */
    @Test
    void an_answer_added_through_v1_counts_on_its_own_day_and_is_found_by_its_person() {
        Survey survey = Survey.with(Map.of("segments", List.of("plan")));
        long yesterday = Instant.now().minus(Duration.ofDays(1)).getEpochSecond();
        Object person = survey.api()
                .post("v1/people", Map.of("email", UUID.randomUUID() + "@example.com", "send", false))
                .json()
                .get("id");

        Reply added = survey.api()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send(
                        "POST",
                        "v1/survey_responses",
                        "person=" + person + "&score=10&created_at=" + yesterday
                                + "&person_properties%5Bplan%5D=Pro+X");

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.json()).containsEntry("person", person).containsEntry("created_at", (int) yesterday);
        survey.counted(1);
        List<Map<String, Object>> days = objects(survey.scores("&interval=day"), "days");
        assertThat(days)
                .extracting(day -> day.get("day"))
                .containsExactly(LocalDate.ofInstant(Instant.ofEpochSecond(yesterday), ZoneOffset.UTC)
                        .toString());
        assertThat(survey.api().get("v1/survey_responses?person_id=" + person).list())
                .hasSize(1);
        assertThat(survey.api().get("v1/survey_responses?person_id=4711").list())
                .isEmpty();
        assertThat(objects(survey.scores("&segment=plan"), "segments"))
                .extracting(row -> row.get("value"))
                .containsExactly("Pro X");
    }

    private static Map<String, Object> stored(Survey survey, String id) {
        return survey.api().get("v1/survey_responses/" + id).json();
    }

    private static Map<String, Object> edition(String submission, int seq, int score, String comment) {
        return comment == null
                ? Map.of("submissionId", submission, "seq", seq, "score", score)
                : Map.of("submissionId", submission, "seq", seq, "score", score, "comment", comment);
    }
}
