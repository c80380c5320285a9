package likely.functions.tallyscores;

import static likely.aws.dynamodb.CountedScores.bins;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import likely.aws.dynamodb.FaultyDynamoDb;
import likely.surveys.Answer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Many shards of the stream, one survey. DynamoDB Local knows no conflicts, so the client makes them. */
class HotSurveyTest {
    private static final int TALLIES = 20;

    @Test
    void twenty_tallies_at_once_with_conflicts_throttles_and_lost_replies_count_each_answer_once() throws Exception {
        try (Installation likely = new Installation()) {
            for (int i = 0; i < 100; i++) {
                likely.record(Answer.of("order-" + (1000 + i)).score(10).first());
            }
            for (int i = 0; i < 100; i += 2) {
                likely.record(Answer.of("order-" + (1000 + i)).score(0).edition(2));
            }
            List<Callable<Void>> tallies = new ArrayList<>();
            for (int tally = 0; tally < TALLIES; tally++) {
                int seed = tally;
                tallies.add(() -> tally(likely, seed));
            }

            ExecutorService threads = Executors.newFixedThreadPool(TALLIES);
            try {
                for (Future<Void> done : threads.invokeAll(tallies)) {
                    done.get();
                }
            } finally {
                threads.shutdown();
            }

            assertThat(likely.scores.day("demo", Answer.DAY)).isEqualTo(bins(0, 50, 10, 50));
            assertThat(likely.scores.shards("demo", Answer.DAY)).isBetween(2L, 4L);
            assertThat(likely.queue.calls()).isZero();
        }
    }

    /** Delivers each record to two tallies, until the function has no failures left. */
    private static Void tally(Installation likely, int seed) {
        Random random = new Random(seed);
        FaultyDynamoDb client = Installation.client();
        client.before(request -> beforeCall(request, random));
        client.after(request -> {
            if (random.nextInt(12) == 0) {
                throw FaultyDynamoDb.timeOut();
            }
        });
        TallyScores function = likely.another(client);
        int[] places = IntStream.range(0, likely.stream.size())
                .filter(place -> place % 10 == seed % 10)
                .toArray();
        DynamodbEvent event = likely.stream.at(places);
        List<String> failures;
        do {
            failures = Installation.failures(function, event);
        } while (!failures.isEmpty());
        return null;
    }

    private static void beforeCall(DynamoDbRequest request, Random random) {
        int dice = random.nextInt(10);
        if (request instanceof TransactWriteItemsRequest commit && dice < 4) {
            String[] codes = commit.transactItems().stream()
                    .map(write -> write.update() == null ? "None" : "TransactionConflict")
                    .toArray(String[]::new);
            throw FaultyDynamoDb.canceled(codes);
        } else if (dice == 9) {
            throw FaultyDynamoDb.error(400, "ProvisionedThroughputExceededException");
        }
    }
}
