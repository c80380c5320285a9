package likely.functions.tallyscores;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.aws.Beans;
import likely.aws.Log;
import likely.aws.Settings;
import likely.aws.streams.ResponseChange;
import likely.aws.streams.StreamBatch;
import likely.aws.streams.StreamBatch.Failures;
import likely.surveys.ledger.Image;
import likely.surveys.ledger.Tallying;
import org.jspecify.annotations.Nullable;

/** Reads the stream of responses, and brings ledger and counters to what it says. */
public final class TallyScores implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    /** One call of the store takes eight seconds at most, and then the failures must still be answered. */
    private static final int LAST_CALL_MS = 10_000;

    private final StreamBatch<Image> batch;
    private final Tallying tallying;

    /** For Lambda. */
    public TallyScores() {
        this(Beans.start(Settings.ofProcess()).getBean(Wiring.Parts.class));
    }

    private TallyScores(Wiring.Parts parts) {
        this(parts.tallying(), parts.queue());
    }

    public TallyScores(Tallying tallying, StreamBatch.FailedRecords queue) {
        this.tallying = tallying;
        this.batch = new StreamBatch<>(entry -> ResponseChange.of(entry).image(), queue);
    }

    /** For one machine, where several functions share a process and so its environment. */
    public static TallyScores create(Map<String, String> environment) {
        return new TallyScores(Beans.start(new Settings(environment)).getBean(Wiring.Parts.class));
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, @Nullable Context context) {
        return batch.handle(event, images -> count(images, context));
    }

    /** Outside of Lambda there may be no context, and no limit. */
    private static boolean isTimeOver(@Nullable Context context) {
        return context != null && context.getRemainingTimeInMillis() < LAST_CALL_MS;
    }

    private Failures count(List<Image> images, @Nullable Context context) {
        Tallying.Failed failed = tallying.count(images, () -> isTimeOver(context));
        failed.causes().stream()
                .limit(1)
                .forEach(cause -> Log.error(
                        "store.unavailable",
                        "nothing, while it passes; if it lasts, look at the table and at the function's permissions",
                        cause,
                        Map.of("responses", failed.later().size())));
        Set<Integer> later = new HashSet<>();
        Map<Integer, String> never = new HashMap<>();
        for (int i = 0; i < images.size(); i++) {
            String response = images.get(i).response();
            String reason = failed.never().get(response);
            if (failed.later().contains(response)) {
                later.add(i);
            } else if (reason != null) {
                never.put(i, reason);
            }
        }
        return new Failures(later, never);
    }
}
