package likely.e2e.suite;

import static likely.e2e.client.Survey.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import likely.e2e.client.Reply;
import likely.e2e.client.Survey;
import likely.e2e.client.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists of answers: by pages, filtered, as CSV with a Link to what follows. */
class ListsTest {
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");

    private static Survey survey;
    private static List<String> ids;

    @BeforeAll
    static void send() {
        survey = Survey.plain();
        ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Map<String, Object> answer = Map.of(
                    "submissionId", Survey.newSubmission(), "score", i % 11, "comment", "\"No. " + i + "\", =1+1");
            ids.add((String) survey.answer(answer).json().get("id"));
        }
        survey.counted(25);
    }

    @Test
    void pages_by_number_hold_every_answer_once_oldest_first() {
        List<Map<String, Object>> first = list("");
        List<Map<String, Object>> second = list("?page=2");
        List<Map<String, Object>> all = list("?per_page=100");

        assertThat(first).hasSize(20);
        assertThat(second).hasSize(5);
        assertThat(list("?page=3")).isEmpty();
        assertThat(all).extracting(answer -> answer.get("id")).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(all).extracting(answer -> number(answer, "created_at")).isSorted();
        List<Map<String, Object>> paged = new ArrayList<>(first);
        paged.addAll(second);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void the_order_can_be_turned_round_and_impossible_numbers_fall_back() {
        List<Object> newest = list("?order=desc&per_page=100").stream()
                .map(answer -> answer.get("id"))
                .toList();

        assertThat(newest).containsExactlyInAnyOrderElementsOf(List.copyOf(ids));
        assertThat(list("?order=desc&per_page=100"))
                .extracting(answer -> -number(answer, "created_at"))
                .isSorted();
        assertThat(list("?per_page=0&page=-1&unknown=1")).hasSize(20);
    }

    @Test
    void an_answer_that_changed_is_found_by_its_update() {
        String id = ids.get(3);
        Reply put = survey.api().put("v1/survey_responses/" + id, Map.of("comment", "Changed"));
        long at = number(put.json(), "updated_at");

        assertThat(list("?updated_since=" + at + "&order=asc:updated_at"))
                .extracting(answer -> answer.get("id"))
                .contains(id);
    }

    @Test
    void csv_has_every_answer_and_no_formula() {
        List<String> rows = new ArrayList<>();
        Reply page = survey.api().get("v1/survey_responses.csv?per_page=10");
        assertThat(page.header("Content-Type")).startsWith("text/csv");
        String header = page.body().lines().findFirst().orElseThrow();
        assertThat(header).contains("id", "score", "comment");
        while (true) {
            page.body()
                    .lines()
                    .skip(rows.isEmpty() || page.body().startsWith(header) ? 1 : 0)
                    .forEach(rows::add);
            Matcher next = NEXT.matcher(page.header("Link"));
            if (!next.find()) {
                break;
            }
            // As the client came: scheme, host and stage are those of the address that was called.
            assertThat(next.group(1)).startsWith(Target.get().url().toString());
            page = survey.api().get(next.group(1));
        }

        assertThat(rows).hasSize(25);
        for (String id : ids) {
            assertThat(rows).anyMatch(row -> row.contains(id));
        }
    }

    private static List<Map<String, Object>> list(String query) {
        Reply reply = survey.api().get("v1/survey_responses" + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.list();
    }
}
