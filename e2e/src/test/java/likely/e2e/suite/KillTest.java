package likely.e2e.suite;

import static likely.e2e.client.Survey.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import likely.e2e.client.Await;
import likely.e2e.client.Caller;
import likely.e2e.client.LocalProcess;
import likely.e2e.client.Reply;
import likely.e2e.client.Survey;
import likely.e2e.client.Target;
import org.junit.jupiter.api.Test;

/** Kills a machine of its own under load, again and again, and holds its totals against what it acknowledged. */
class KillTest {
    private static final int KILLS = 3;
    private static final int SENDERS = 4;
    private static final int ANSWERS_BEFORE_A_KILL = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final LocalProcess machine = LocalProcess.besides("killed");
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicIntegerArray histogram = new AtomicIntegerArray(11);
    private final AtomicInteger unheard = new AtomicInteger(); // stored, and the reply was lost
    private volatile Target now;
    private volatile boolean enough;

    @Test
    void kills_lose_no_acknowledged_answer_and_no_count() throws Exception {
        assumeFalse(Target.elsewhere(), "only a machine that this process started can be killed");
        now = machine.run();
        Map<String, Object> survey = api().post(
                        at("v1/surveys"),
                        Map.of("name", "Killed", "brand", "Acme", "limits", Map.of("per_place", 1_000_000)))
                .json();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<Future<?>> sending = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            Random random = new Random(sender);
            sending.add(senders.submit(() -> answer((String) survey.get("id"), random)));
        }
        senders.shutdown();

        Random moments = new Random();
        for (int kill = 0; kill < KILLS; kill++) {
            int some = acknowledged.get() + ANSWERS_BEFORE_A_KILL;
            Await.until(acknowledged::get, answers -> answers >= some);
            Await.pause(Duration.ofMillis(moments.nextInt(500)));
            machine.kill();
            now = machine.run();
        }
        int some = acknowledged.get() + ANSWERS_BEFORE_A_KILL;
        Await.until(acknowledged::get, answers -> answers >= some);
        enough = true;
        for (Future<?> sender : sending) {
            sender.get();
        }

        int answers = acknowledged.get();
        System.out.printf(
                "%d kills: %d answers acknowledged, %d of them when sent again, stored by then%n",
                KILLS, answers, unheard.get());
        Caller reader = Caller.withKey((String) survey.get("key"));
        // The metrics of the last thirty days count today's answers one by one; the scores are those of the stream.
        Map<String, Object> score = Await.until(
                () -> object(reader.get(at("v1/scores")).json(), "score"),
                counted -> counts().equals(counted.get("histogram")));
        assertThat(score).containsEntry("n", answers);
        assertThat(reader.get(at("v1/metrics")).json()).containsEntry("response_count", answers);
        String recount = now.aws().orElseThrow().invoke("recount", "{\"task\":\"recount\"}");
        assertThat(JSON.std.mapFrom(recount))
                .containsEntry("responses", answers)
                .containsEntry("differences", 0);
        machine.kill();
    }

    /** Answers until it is enough. Every other answer is completed as the widget does it, and its score thought over. */
    private void answer(String survey, Random random) {
        for (boolean completed = false; !enough; completed = !completed) {
            String submission = Survey.newSubmission();
            int score = random.nextInt(11);
            insist(survey, Map.of("submissionId", submission, "seq", 1, "score", score));
            if (completed) {
                score = random.nextInt(11);
                insist(survey, Map.of("submissionId", submission, "seq", 2, "score", score, "comment", "Yes"));
            }
            histogram.incrementAndGet(score);
            acknowledged.incrementAndGet();
        }
    }

    /** Sends until it is acknowledged, to wherever the machine is by then. */
    private void insist(String survey, Map<String, Object> answer) {
        for (boolean first = true; ; first = false) {
            try {
                Reply reply = Caller.anybody().post(at("surveys/" + survey + "/responses"), answer);
                if (reply.status() < 300) {
                    unheard.addAndGet(!first && answer.get("seq").equals(1) && reply.status() == 200 ? 1 : 0);
                    return;
                }
                assertThat(reply.status()).as(reply.body()).isIn(429, 500, 503);
            } catch (UncheckedIOException killed) {
                // The reply, if there was one, is lost.
            }
            Await.pause(PAUSE);
        }
    }

    private List<Integer> counts() {
        int[] counts = new int[histogram.length()];
        Arrays.setAll(counts, histogram::get);
        return Arrays.stream(counts).boxed().toList();
    }

    private Caller api() {
        return Caller.withKey(now.key());
    }

    private String at(String path) {
        return now.url().resolve(path).toString();
    }
}
