package likely.e2e.suite;

import static likely.e2e.client.Survey.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import likely.e2e.client.Await;
import likely.e2e.client.Caller;
import likely.e2e.client.Reply;
import likely.e2e.client.Survey;
import org.junit.jupiter.api.Test;

/** Somebody posts scores from one place, and the owner takes them out of the count. */
class StuffingTest {
    private final Survey survey = Survey.with(Map.of("limits", Map.of("per_place", 3)));

    private static final int FAR_TOO_MANY = 100;

    /** Posts until it is slowed; answers how many were taken. Each instance of the function has a first one free. */
    private int stuff() {
        for (int taken = 0; taken < FAR_TOO_MANY; taken++) {
            Reply reply = survey.answer(0);
            if (reply.status() == 429) {
                assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(1, 600);
                return taken;
            }
            assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        }
        return FAR_TOO_MANY;
    }

    private List<Map<String, Object>> sources() {
        return survey.api().get("v1/sources").list();
    }

    @Test
    void whoever_posts_too_many_is_slowed_and_taken_out_of_the_score_and_put_back() {
        int taken = stuff();
        assertThat(taken).isBetween(30, FAR_TOO_MANY - 1);
        survey.counted(taken);
        Map<String, Object> place =
                Await.until(this::sources, list -> marked(list) >= taken - 6).get(0);
        int marked = (int) number(place, "marked");
        assertThat(place).containsEntry("excluded", 0);

        change(place, "exclude", marked);
        survey.counted(taken - marked);
        List<Map<String, Object>> excluded = Await.until(
                () -> survey.api()
                        .get("v1/survey_responses?excluded=true&per_page=100")
                        .list(),
                list -> list.size() == marked);
        assertThat(excluded).allSatisfy(answer -> assertThat(answer).containsEntry("suspect", true));

        change(place, "include", marked);
        survey.counted(taken);
    }

    private static long marked(List<Map<String, Object>> places) {
        return places.stream().mapToLong(place -> number(place, "marked")).sum();
    }

    private void change(Map<String, Object> place, String how, int changed) {
        Reply reply = survey.api().post("v1/sources/" + place.get("id") + "/" + how, Map.of());

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json()).containsEntry("changed", changed).containsEntry("more", false);
    }

    @Test
    void one_answer_that_is_excluded_moves_the_score_and_nobody_without_a_key_may() {
        String id = (String) survey.answer(0).json().get("id");
        survey.answer(10);
        survey.counted(2);
        Reply excluded = survey.api().post("v1/survey_responses/" + id + "/exclude", Map.of());
        assertThat(excluded.status()).isEqualTo(200);

        survey.counted(1);
        assertThat(Caller.anybody()
                        .post("v1/survey_responses/" + id + "/include", Map.of())
                        .status())
                .isEqualTo(401);
    }
}
