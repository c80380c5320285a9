package likely.local.queues;

import java.time.Duration;
import java.util.Set;
import likely.embedded.Properties;
import likely.local.EventFilter;

/** An event source mapping of a queue, as SAM's event of type SQS describes it. */
record QueueMapping(
        String queueArn, int batchSize, Duration batchingWindow, boolean partialFailures, EventFilter filter) {

    private static final int LAMBDAS_DEFAULT_BATCH = 10;
    private static final Set<String> KNOWN = Set.of(
            "Queue",
            "BatchSize",
            "MaximumBatchingWindowInSeconds",
            "FunctionResponseTypes",
            "FilterCriteria",
            "ScalingConfig", // an upper limit that one reader never reaches
            "Enabled");

    static QueueMapping of(Properties event) {
        event.only(KNOWN);
        return new QueueMapping(
                event.text("Queue"),
                event.number("BatchSize", LAMBDAS_DEFAULT_BATCH),
                Duration.ofSeconds(event.number("MaximumBatchingWindowInSeconds", 0)),
                event.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
                EventFilter.of(event));
    }
}
