package likely.local.streams;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import likely.embedded.Properties;
import likely.embedded.TemplateException;
import likely.local.EventFilter;

/**
 * An event source mapping of a stream, as SAM's event of type DynamoDB describes it.
 *
 * @param maximumRetryAttempts without a value for ever
 * @param maximumRecordAge without a value as long as the stream keeps the record
 * @param onFailure ARN of the queue that hears of what was given up
 */
record StreamMapping(
        String name,
        String streamArn,
        int batchSize,
        Duration batchingWindow,
        Optional<Integer> maximumRetryAttempts,
        Optional<Duration> maximumRecordAge,
        boolean bisect,
        boolean partialFailures,
        boolean fromLatest,
        Optional<String> onFailure,
        EventFilter filter) {

    private static final int LAMBDAS_DEFAULT_BATCH = 100;
    private static final Set<String> KNOWN = Set.of(
            "Stream",
            "StartingPosition",
            "BatchSize",
            "MaximumBatchingWindowInSeconds",
            "MaximumRetryAttempts",
            "MaximumRecordAgeInSeconds",
            "BisectBatchOnFunctionError",
            "FunctionResponseTypes",
            "DestinationConfig",
            "FilterCriteria",
            "ParallelizationFactor", // of one shard here: records of one item stay in order either way
            "Enabled");

    static StreamMapping of(String name, Properties event) {
        event.only(KNOWN);
        Properties onFailure = event.object("DestinationConfig").object("OnFailure");
        if (onFailure.optionalText("Type").filter(type -> !type.equals("SQS")).isPresent()) {
            throw new TemplateException(onFailure.where() + ": only a queue is supported here");
        }
        return new StreamMapping(
                name,
                event.text("Stream"),
                event.number("BatchSize", LAMBDAS_DEFAULT_BATCH),
                Duration.ofSeconds(event.number("MaximumBatchingWindowInSeconds", 0)),
                Optional.of(event.number("MaximumRetryAttempts", -1)).filter(count -> count >= 0),
                Optional.of(event.number("MaximumRecordAgeInSeconds", -1))
                        .filter(age -> age >= 0)
                        .map(Duration::ofSeconds),
                event.flag("BisectBatchOnFunctionError", false),
                event.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
                event.text("StartingPosition").equals("LATEST"),
                onFailure.optionalText("Destination"),
                EventFilter.of(event));
    }
}
