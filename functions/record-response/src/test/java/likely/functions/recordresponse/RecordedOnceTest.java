package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import likely.surveys.ResponseId;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RecordedOnceTest {
    private final Stage stage = new Stage();

    private static String edition(int seq, int score, String comment) {
        return "{\"submissionId\":\"submission-1\",\"seq\":" + seq + ",\"score\":" + score + ",\"comment\":\"" + comment
                + "\"}";
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(item.get(name).n());
    }

    @Test
    void the_longest_comment_and_properties_are_taken_in_any_script() {
        String wide = "\u8336";
        String properties = IntStream.range(0, 15)
                .mapToObj(i -> "\"p" + i + "\":\"" + wide.repeat(1_000) + "\"")
                .collect(Collectors.joining(","));
        Answer answer = stage.post(
                Stage.submission("\"comment\":\"" + wide.repeat(5_000) + "\",\"properties\":{" + properties + "}"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(stage.onlyStored().get("comment").s()).hasSize(5_000);
    }

    @Test
    void a_first_answer_is_stored_whole() {
        // When
        Answer answer =
                stage.post(Stage.submission("\"comment\":\"Good \ud83d\ude00\",\"answers\":{\"reason\":\"price\","
                        + "\"contact\":false},\"properties\":{\"plan\":\"pro\",\"seats\":3,\"trial\":true,\"gone\":null},"
                        + "\"locale\":\"pt-BR\",\"page\":\"https://shop.example/thanks\",\"touchpoint\":\"checkout\","
                        + "\"somethingNew\":{\"deep\":[1]}"));
        // Then
        String id = ResponseId.of(Stage.SURVEY, "submission-1");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json()).isEqualTo(Map.of("id", id, "survey", Stage.SURVEY, "submissionId", "submission-1"));
        Map<String, AttributeValue> item = stage.onlyStored();
        assertThat(item.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "survey",
                        "submissionId",
                        "seq",
                        "rev",
                        "score",
                        "comment",
                        "answers",
                        "properties",
                        "segments",
                        "locale",
                        "page",
                        "touchpoint",
                        "day",
                        "createdAt",
                        "updatedAt",
                        "timeShard",
                        "timeKey");
        assertThat(item)
                .containsEntry("id", AttributeValue.fromS(id))
                .containsEntry("rev", AttributeValue.fromN("1"))
                .containsEntry("score", AttributeValue.fromN("9"))
                .containsEntry("comment", AttributeValue.fromS("Good \ud83d\ude00"))
                .containsEntry("day", AttributeValue.fromS("2026-11-22"))
                .containsEntry("touchpoint", AttributeValue.fromS("checkout"));
        assertThat(item.get("properties").m())
                .isEqualTo(Map.of(
                        "plan", AttributeValue.fromS("pro"),
                        "seats", AttributeValue.fromS("3"),
                        "trial", AttributeValue.fromS("true")));
        assertThat(item.get("answers").m())
                .isEqualTo(Map.of("reason", AttributeValue.fromS("price"), "contact", AttributeValue.fromBool(false)));
        assertThat(item.get("segments").l()).containsExactly(AttributeValue.fromS("reason=price"));
    }

    @Test
    void a_zero_is_an_answer_however_it_is_written() {
        assertThat(stage.post("{\"submissionId\":\"submission-1\",\"score\":-0}")
                        .status())
                .isEqualTo(201);
        assertThat(number(stage.onlyStored(), "score")).isZero();
    }

    @Test
    void a_resend_changes_nothing_and_hears_the_same() {
        // Given
        Answer first = stage.post(edition(1, 9, "said"));
        Map<String, AttributeValue> item = stage.onlyStored();
        stage.pass(Duration.ofDays(3));
        // When
        Answer again = stage.post(edition(1, 9, "said"));
        Answer different = stage.post(edition(1, 2, "something else under the same edition"));
        // Then
        assertThat(first.status()).isEqualTo(201);
        assertThat(List.of(again.status(), different.status())).containsExactly(200, 200);
        assertThat(List.of(again.text(), different.text())).containsOnly(first.text());
        assertThat(stage.onlyStored()).isEqualTo(item);
    }

    @Test
    void a_later_edition_replaces_what_was_said_and_keeps_when_it_began() {
        // Given
        Answer first = stage.post(edition(1, 9, "first"));
        stage.pass(Duration.ofHours(20));
        // When
        Answer later = stage.post("{\"submissionId\":\"submission-1\",\"seq\":3,\"score\":2}");
        // Then
        assertThat(later.status()).isEqualTo(200);
        assertThat(later.text()).isEqualTo(first.text());
        Map<String, AttributeValue> item = stage.onlyStored();
        assertThat(List.of(number(item, "rev"), number(item, "seq"), number(item, "score")))
                .containsExactly(2L, 3L, 2L);
        assertThat(item).doesNotContainKey("comment").containsEntry("day", AttributeValue.fromS("2026-11-22"));
        assertThat(number(item, "updatedAt") - number(item, "createdAt")).isEqualTo(20 * 3600);
        assertThat(item).containsKeys("updateShard", "updateKey");
    }

    @Test
    void an_older_edition_that_arrives_late_changes_nothing() {
        // Given: the second edition overtook the first
        assertThat(stage.post(edition(2, 8, "second")).status()).isEqualTo(201);
        Map<String, AttributeValue> item = stage.onlyStored();
        // When
        Answer late = stage.post(edition(1, 3, "first"));
        // Then
        assertThat(late.status()).isEqualTo(200);
        assertThat(stage.onlyStored()).isEqualTo(item);
    }

    @Test
    void the_same_submission_id_in_another_survey_is_another_answer() {
        stage.add("other", Map.of());
        assertThat(stage.post(Stage.submission("")).status()).isEqualTo(201);
        assertThat(stage.send(Event.post("other", Stage.submission(""))).status())
                .isEqualTo(201);
        assertThat(stage.stored()).hasSize(2);
    }

    @Test
    void twenty_duplicates_at_once_are_one_answer() throws Exception {
        // When
        List<Answer> answers = atOnce(IntStream.range(0, 20)
                .mapToObj(i -> (Callable<Answer>) () -> stage.post(edition(1, 9, "said")))
                .toList());
        // Then
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(19);
        assertThat(answers).extracting(Answer::text).containsOnly(answers.get(0).text());
        assertThat(number(stage.onlyStored(), "rev")).isEqualTo(1);
    }

    @Test
    void of_racing_editions_the_last_one_stands_and_each_write_has_its_own_rev() throws Exception {
        for (int round = 1; round <= 5; round++) {
            // Given
            String id = "submission-" + round;
            // When: editions 1 to 10, each sent twice
            List<Answer> answers = atOnce(IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<Answer>) () -> stage.post(
                            "{\"submissionId\":\"" + id + "\",\"seq\":" + (i / 2 + 1) + ",\"score\":" + i / 2 + "}"))
                    .toList());
            // Then
            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
            Map<String, AttributeValue> item = stage.stored().stream()
                    .filter(each -> each.get("submissionId").s().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(List.of(number(item, "seq"), number(item, "score"))).containsExactly(10L, 9L);
            assertThat(number(item, "rev")).isBetween(1L, 10L);
        }
    }

    @Test
    void an_erased_answer_does_not_come_back() {
        // Given
        Answer first = stage.post(edition(1, 9, "said"));
        assertThat(stage.erase((String) first.json().get("id"))).isTrue();
        Map<String, AttributeValue> tombstone = stage.onlyStored();
        // When
        for (int seq : new int[] {1, 2, 1_000_000}) {
            Answer again = stage.post(edition(seq, 9, "said"));
            // Then
            assertThat(again.status()).isEqualTo(410);
            assertThat(again.errors()).containsExactly("submissionId is of an answer that was erased");
        }
        assertThat(stage.onlyStored()).isEqualTo(tombstone).doesNotContainKeys("comment", "score");
    }

    @Test
    void two_submissions_that_share_an_id_are_told_apart() {
        // Given: another submission under the id that this one has
        stage.post(Stage.submission(""));
        Map<String, AttributeValue> item = new java.util.HashMap<>(stage.onlyStored());
        item.put("submissionId", AttributeValue.fromS("somebody-elses"));
        stage.put("Responses", item);
        for (int seq : new int[] {1, 2}) {
            // When
            Answer answer = stage.post(edition(seq, 1, "mine"));
            // Then
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.errors())
                    .containsExactly("submissionId collides with another one: send it under a new one");
        }
        assertThat(stage.onlyStored()).isEqualTo(item);
    }

    /** Starts all of them behind one gate. */
    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        java.util.concurrent.CyclicBarrier gate = new java.util.concurrent.CyclicBarrier(calls.size());
        try {
            List<Future<Answer>> futures = new ArrayList<>();
            for (Callable<Answer> call : calls) {
                futures.add(threads.submit(() -> {
                    gate.await();
                    return call.call();
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
