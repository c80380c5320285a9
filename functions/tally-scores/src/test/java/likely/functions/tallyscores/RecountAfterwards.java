package likely.functions.tallyscores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import likely.aws.dynamodb.DynamoLedger;
import likely.aws.dynamodb.DynamoRecountStore;
import likely.aws.dynamodb.DynamoRuns;
import likely.surveys.recount.Kind;
import likely.surveys.recount.Numbers;
import likely.surveys.recount.Options;
import likely.surveys.recount.Recounting;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The nightly recount, told to compare only, over what a test has left behind: it would repair nothing, but for what
 * the test says that nobody could count.
 */
final class RecountAfterwards {
    /** Nothing is on its way any more, so that nothing needs to be waited for. */
    private static final Recounting.Limits AT_REST =
            new Recounting.Limits(1_000, 1_000, 1_000, 1_000, Duration.ZERO, Duration.ZERO, 1_000);

    private final Recounting recounting;
    private final Map<Kind, Integer> left = new EnumMap<>(Kind.class);

    RecountAfterwards(DynamoDbClient dynamoDb, String responses, String scores) {
        Clock clock = Clock.systemUTC();
        this.recounting = new Recounting(
                new Recounting.Parts(
                        new DynamoRecountStore(dynamoDb, responses, scores, clock),
                        new DynamoLedger(dynamoDb, scores),
                        new DynamoRuns(dynamoDb, scores, clock),
                        survey -> Optional.empty(), // each answer counts in the segments that it was stored with
                        clock,
                        attempt -> {},
                        wait -> {},
                        numbers -> {}),
                AT_REST);
    }

    void leaves(Kind kind, int count) {
        left.put(kind, count);
    }

    void check() {
        var outcome = recounting.begin("afterwards", new Options(false, false, null), () -> Duration.ofMinutes(15));
        Numbers numbers = ((Recounting.Outcome.Finished) outcome).numbers();
        Map<Kind, Integer> found = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (numbers.found(kind) > 0) {
                found.put(kind, (int) numbers.found(kind));
            }
        }
        assertThat(found).as("a recount finds " + numbers.toMap()).isEqualTo(left);
        assertThat(numbers.toMap()).containsEntry("unsettled", 0L);
    }
}
