package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import likely.aws.Settings;
import likely.embedded.EmbeddedDynamoDb;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A script that posts scores from one place is slowed and its answers are marked; nobody else notices. */
class StuffingTest {
    private static final String HERE = "192.0.2.44";
    private static final String THERE = "198.51.100.7";
    private static final String KEY = "secret-of-the-edge";

    private final Stage stage = new Stage();

    private Event post(int number) {
        return Event.post(Stage.SURVEY, "{\"submissionId\":\"submission-" + number + "\",\"score\":0}");
    }

    private List<Answer> posts(int first, int number, String address) {
        List<Answer> answers = new ArrayList<>();
        for (int i = first; i < first + number; i++) {
            answers.add(stage.send(post(i).from(address)));
        }
        return answers;
    }

    private long marked() {
        return stage.stored().stream()
                .filter(item -> item.containsKey("source"))
                .count();
    }

    @Test
    void of_a_thousand_answers_from_one_place_an_hour_thirty_count_as_any_other_and_seven_hundred_are_to_come_later() {
        Map<Integer, Integer> statuses = new TreeMap<>();
        posts(0, 1_000, HERE).forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));

        assertThat(statuses).isEqualTo(Map.of(201, 300, 429, 700));
        assertThat(stage.stored()).hasSize(300);
        assertThat(marked()).isEqualTo(270);
        assertThat(stage.stored().stream()
                        .filter(item -> item.containsKey("source"))
                        .map(item -> item.get("source").s())
                        .distinct())
                .singleElement()
                .asString()
                .matches("2026-11-22-[0-9a-f]{16}");
    }

    @Test
    void whoever_is_slowed_is_told_when_to_come_again_and_then_may() {
        Answer slowed = posts(0, 301, HERE).get(300);

        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.headers())
                .containsEntry("Retry-After", "600")
                .containsEntry("Content-Type", "application/problem+json; charset=utf-8")
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Access-Control-Expose-Headers", "Retry-After");
        assertThat(slowed.errors()).containsExactly("survey has had too many answers from this place this hour");

        stage.pass(Duration.ofHours(1));
        assertThat(posts(300, 1, HERE).get(0).status()).isEqualTo(201);
    }

    @Test
    void another_place_is_not_affected() {
        posts(0, 301, HERE);

        assertThat(posts(1_000, 1, THERE).get(0).status()).isEqualTo(201);
        assertThat(marked()).isEqualTo(270);
    }

    @Test
    void a_resend_and_a_later_edition_are_no_new_votes_and_are_taken_whatever_the_place_has_given() {
        for (int i = 0; i < 50; i++) {
            posts(0, 1, HERE);
        }
        posts(0, 30, HERE);
        assertThat(marked()).isZero();

        posts(30, 270, HERE);
        assertThat(posts(400, 1, HERE).get(0).status()).isEqualTo(429);
        assertThat(posts(0, 1, HERE).get(0).status()).isEqualTo(200);
        Event edition = Event.post(
                Stage.SURVEY, "{\"submissionId\":\"submission-299\",\"seq\":2,\"score\":1,\"comment\":\"Fine\"}");
        assertThat(stage.send(edition.from(HERE)).status()).isEqualTo(200);
        assertThat(marked()).isEqualTo(270);
    }

    @Test
    void a_survey_may_have_another_limit_or_none() {
        stage.add("strict", Map.of("limits", Map.of("per_place", 1)));
        Map<String, Object> none = new LinkedHashMap<>();
        none.put("per_place", null);
        stage.add("open", Map.of("limits", none));
        Map<String, List<Integer>> statuses = new TreeMap<>();
        for (int i = 0; i < 11; i++) {
            for (String survey : List.of("strict", "open")) {
                String body = "{\"submissionId\":\"submission-" + i + "\",\"score\":0}";
                statuses.computeIfAbsent(survey, name -> new ArrayList<>())
                        .add(stage.send(Event.post(survey, body).from(HERE)).status());
            }
        }

        assertThat(statuses.get("strict")).endsWith(201, 429);
        assertThat(statuses.get("open")).containsOnly(201);
        assertThat(marked()).isEqualTo(9);
    }

    @Test
    void while_places_cannot_be_counted_answers_are_recorded() {
        Map<String, String> away = new LinkedHashMap<>(stage.settings().values());
        away.put("SOURCES_TABLE", "none");
        RecordResponse function = stage.functionOver(new Settings(away));

        List<String> lines = LogTest.logged(() -> {
            for (int i = 0; i < 40; i++) {
                assertThat(Stage.send(function, post(i).from(HERE)).status()).isEqualTo(201);
            }
        });

        assertThat(stage.stored()).hasSize(40);
        assertThat(lines).anyMatch(line -> line.contains("sources.uncounted"));
    }

    @Test
    void nothing_of_the_address_is_in_the_store_or_the_log() {
        String long_ = "2001:db8:7:9::42";
        List<String> lines = LogTest.logged(() -> {
            posts(0, 305, HERE);
            posts(1_000, 305, long_);
        });

        List<String> written = new ArrayList<>(lines);
        for (String table : List.of("Responses", "Sources")) {
            everything(table).forEach(item -> written.add(item.toString()));
        }
        assertThat(written)
                .hasSizeGreaterThan(1_200)
                .allSatisfy(text ->
                        assertThat(text).doesNotContain(HERE, long_, "c000022c", "20010db8", "2001:db8", "192.0.2"));
    }

    private List<Map<String, AttributeValue>> everything(String table) {
        return EmbeddedDynamoDb.shared()
                .client()
                .scanPaginator(s -> s.tableName(stage.tables.tableName(table)))
                .items()
                .stream()
                .toList();
    }

    /** Behind CloudFront, whose own address API Gateway sees. */
    private RecordResponse behindEdge() {
        Map<String, String> settings = new LinkedHashMap<>(stage.settings().values());
        settings.put("EDGE_KEY", KEY);
        return stage.functionOver(new Settings(settings));
    }

    @Test
    void behind_the_edge_each_visitor_is_a_place() {
        RecordResponse function = behindEdge();
        for (int i = 0; i < 60; i++) {
            Event visit = post(i).from("203.0.113.1")
                    .header("X-Likely-Edge", KEY)
                    .header("CloudFront-Viewer-Address", "192.0.2." + i + ":4711");
            assertThat(Stage.send(function, visit).status()).isEqualTo(201);
        }

        assertThat(marked()).isZero();
    }

    @Test
    void a_wrong_edge_header_is_not_believed() {
        RecordResponse function = behindEdge();
        for (int i = 0; i < 60; i++) {
            Event forged = post(i).from(HERE)
                    .header("X-Likely-Edge", KEY + "?")
                    .header("CloudFront-Viewer-Address", "192.0.2." + i + ":4711")
                    .header("X-Forwarded-For", "192.0.2." + i + ", " + HERE);
            Stage.send(function, forged);
        }

        assertThat(marked()).isEqualTo(30);
    }
}
