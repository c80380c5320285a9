package likely.bench;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import likely.functions.tallyscores.TallyScores;
import likely.surveys.ledger.InMemoryLedger;
import likely.surveys.ledger.Tallying;

/**
 * Answers a second that tally-scores counts in one JVM over a store in memory, against decoding the same events and
 * doing nothing with them. Both sides take turns in one run.
 */
public final class TallyThroughput {
    private static final int BATCH = 100;
    private static final int BATCHES = 200;
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 10;

    private static final String ENTRY = """
            {"eventID":"%1$s","eventName":"INSERT","eventVersion":"1.1","eventSource":"aws:dynamodb","awsRegion":"eu-west-1",
             "dynamodb":{"ApproximateCreationDateTime":1795000000,"Keys":{"id":{"S":"%1$s"}},"SequenceNumber":"%1$s",
             "SizeBytes":620,"StreamViewType":"NEW_AND_OLD_IMAGES","NewImage":{"id":{"S":"%1$s"},"survey":{"S":"bench"},
             "submissionId":{"S":"submission-%1$s"},"seq":{"N":"1"},"rev":{"N":"1"},"score":{"N":"%2$d"},
             "comment":{"S":"Delivery was quick, and the people on the phone were friendly. I would buy here again."},
             "properties":{"M":{"region":{"S":"region-%3$d"},"plan":{"S":"pro"}}},
             "segments":{"L":[{"S":"region=region-%3$d"}]},"touchpoint":{"S":"widget"},"day":{"S":"2026-11-22"},
             "createdAt":{"N":"1795000000"},"updatedAt":{"N":"1795000000"},"timeShard":{"S":"bench#1"},
             "timeKey":{"S":"001795000000#%1$s"},"locale":{"S":"en"},"page":{"S":"https://shop.example/products/kettle"}}}}""";

    private static final PojoSerializer<DynamodbEvent> DECODER =
            LambdaEventSerializers.serializerFor(DynamodbEvent.class, TallyThroughput.class.getClassLoader());

    private TallyThroughput() {}

    public static void main(String[] arguments) {
        List<byte[]> events = events();
        double[] decoding = new double[ROUNDS];
        double[] counting = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double decoded = seconds(() -> events.forEach(TallyThroughput::decode));
            TallyScores function = function();
            double counted = seconds(() -> events.forEach(event -> function.handleRequest(decode(event), null)));
            if (round >= 0) {
                decoding[round] = decoded;
                counting[round] = counted;
            }
        }
        double decode = median(decoding);
        double count = median(counting);
        int answers = BATCH * BATCHES;
        System.out.printf(
                Locale.ROOT,
                "decode alone %.0f answers/s; decode and count %.0f answers/s; ratio %.2f (medians of %d rounds of %d)%n",
                answers / decode,
                answers / count,
                count / decode,
                ROUNDS,
                answers);
    }

    private static TallyScores function() {
        return new TallyScores(new Tallying(new InMemoryLedger(), attempt -> {}), (entry, reason) -> {
            throw new IllegalStateException("Nothing here is uncountable: " + reason);
        });
    }

    private static DynamodbEvent decode(byte[] event) {
        return DECODER.fromJson(new ByteArrayInputStream(event));
    }

    private static List<byte[]> events() {
        List<byte[]> events = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            List<String> entries = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                entries.add(ENTRY.formatted(Integer.toString(1_000_000 + batch * BATCH + i), i % 11, i % 7));
            }
            events.add(("{\"Records\":[" + String.join(",", entries) + "]}").getBytes(StandardCharsets.UTF_8));
        }
        return events;
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
