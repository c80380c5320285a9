package likely.e2e.suite;

import static likely.e2e.client.Survey.number;
import static likely.e2e.client.Survey.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.e2e.client.Await;
import likely.e2e.client.BusEvents;
import likely.e2e.client.Survey;
import likely.e2e.client.Target;
import org.junit.jupiter.api.Test;

/** What the owner's other systems hear, and what they must not hear. */
class BusTest {

    @Test
    void an_answers_life_is_told_with_ids_and_numbers_and_no_word_of_anybody() {
        assumeTrue(Target.get().local() || Target.get().aws().isPresent(), "the bus is out of reach: set LIKELY_STACK");
        Survey survey = Survey.with(Map.of("segments", List.of("plan")));
        try (BusEvents bus = BusEvents.listen()) {
            Map<String, Object> answer = new LinkedHashMap<>(Map.of(
                    "submissionId",
                    Survey.newSubmission(),
                    "score",
                    3,
                    "comment",
                    "word for word",
                    "properties",
                    Map.of("plan", "Pro"),
                    "person",
                    Map.of("email", "ada@example.com")));
            String id = (String) survey.answer(answer).json().get("id");
            Map<String, Object> recorded = only(bus, survey, "ResponseRecorded");
            survey.api().put("v1/survey_responses/" + id, Map.of("score", 9));
            Map<String, Object> changed = only(bus, survey, "ResponseChanged");
            survey.api().delete("v1/survey_responses/" + id);
            Map<String, Object> removed = only(bus, survey, "ResponseRemoved");

            assertThat(object(recorded, "detail"))
                    .containsEntry("id", id)
                    .containsEntry("score", 3)
                    .containsEntry("band", "detractor")
                    .containsEntry("touchpoint", "widget")
                    .containsEntry("segments", Map.of("plan", List.of("Pro")));
            assertThat(object(changed, "detail")).containsEntry("id", id).containsEntry("score", 9);
            assertThat(object(object(changed, "detail"), "previous")).containsEntry("score", 3);
            assertThat(object(removed, "detail")).containsEntry("id", id).containsEntry("reason", "erased");
            assertThat(List.of(recorded, changed, removed))
                    .extracting(event -> number(object(event, "detail"), "rev"))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(List.of(recorded, changed, removed).toString())
                    .doesNotContain("word for word")
                    .doesNotContain("ada@example.com");
        }
        survey.counted(0);
    }

    private static Map<String, Object> only(BusEvents bus, Survey survey, String type) {
        List<Map<String, Object>> events = Await.until(
                () -> bus.seen().stream()
                        .filter(event -> type.equals(event.get("detail-type")))
                        .filter(event ->
                                survey.id().equals(object(event, "detail").get("survey")))
                        .toList(),
                found -> !found.isEmpty());
        return events.get(0);
    }
}
