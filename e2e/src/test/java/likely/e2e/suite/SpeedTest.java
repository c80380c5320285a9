package likely.e2e.suite;

import static likely.e2e.client.Survey.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import likely.e2e.client.Await;
import likely.e2e.client.Reply;
import likely.e2e.client.Survey;
import org.junit.jupiter.api.Test;

/** How soon an answer is in the score, and that a crowd is counted as exactly as one. */
class SpeedTest {
    /** Enough to see that it works; bench/post-to-score takes the figures. */
    private static final int ANSWERS = 8;

    /** No limit is asserted but the generous one of waiting at all: the figures are printed, for a person to judge. */
    @Test
    void an_answer_is_soon_in_the_score() {
        Survey survey = Survey.plain();
        survey.answer(0);
        survey.counted(1); // what is cold is not what is measured
        long[] millis = new long[ANSWERS];
        for (int i = 0; i < ANSWERS; i++) {
            long sent = System.nanoTime();
            survey.answer(10);
            int now = i + 2;
            survey.until(score -> number(score, "n") == now);
            millis[i] = (System.nanoTime() - sent) / 1_000_000;
        }

        Arrays.sort(millis);
        System.out.printf(
                "From POST to the score that has it, %d answers one after another: p50 %d ms, slowest %d ms%n",
                ANSWERS, millis[ANSWERS / 2 - 1], millis[ANSWERS - 1]);
    }

    /** Two hundred answers from twenty senders, each sent twice, as an impatient network does. */
    @Test
    void a_crowd_is_counted_exactly_once() throws InterruptedException, ExecutionException {
        Survey survey = Survey.with(Map.of("segments", List.of("plan")));
        Random random = new Random(7);
        List<Map<String, Object>> answers = new ArrayList<>();
        int[] histogram = new int[11];
        for (int i = 0; i < 200; i++) {
            int score = random.nextInt(11);
            histogram[score]++;
            answers.add(Map.of(
                    "submissionId",
                    Survey.newSubmission(),
                    "score",
                    score,
                    "properties",
                    Map.of("plan", "plan " + i % 5)));
        }

        ExecutorService senders = Executors.newFixedThreadPool(20);
        List<Future<Reply>> sent = new ArrayList<>();
        for (Map<String, Object> answer : answers) {
            sent.add(senders.submit(() -> insist(survey, answer)));
            sent.add(senders.submit(() -> insist(survey, answer)));
        }
        senders.shutdown();

        int created = 0;
        for (Future<Reply> each : sent) {
            assertThat(each.get().status()).as(each.get().body()).isIn(200, 201);
            created += each.get().status() == 201 ? 1 : 0;
        }
        // Fewer than 200 only where a reply was lost or late, and the answer was there when it was sent again.
        assertThat(created).isLessThanOrEqualTo(200);
        Map<String, Object> score = survey.counted(200);
        assertThat(score.get("histogram"))
                .isEqualTo(Arrays.stream(histogram).boxed().toList());
        assertThat(Survey.objects(survey.scores("&segment=plan"), "segments"))
                .hasSize(5)
                .allSatisfy(row -> assertThat(Survey.object(row, "score")).containsEntry("n", 40));
    }

    /** Sends again what it is told to send again, as the widget does. */
    private static Reply insist(Survey survey, Map<String, Object> answer) {
        Reply reply = survey.answer(answer);
        for (int again = 0; again < 30 && (reply.status() == 503 || reply.status() == 429); again++) {
            Await.pause(Duration.ofSeconds(1));
            reply = survey.answer(answer);
        }
        return reply;
    }
}
