package likely.local.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import likely.local.BatchAnswer;
import likely.local.Invoker;
import likely.local.Json;
import likely.local.Sleeper;
import likely.local.lambda.FunctionFailure;
import likely.local.streams.FailedBatch.Condition;

/**
 * Delivers one batch of a shard until each of its records is dealt with: accepted by the function, too old, or given up.
 * The rules are those of docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html; waits between
 * retries are shorter than Lambda's.
 */
final class BatchDelivery {

    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final StreamMapping mapping;
    private final String functionArn;
    private final String shardId;
    private final Invoker function;
    private final Checkpoint checkpoint;
    private final FailureDestination destination;
    private final Clock clock;
    private final Sleeper sleeper;

    BatchDelivery(
            StreamMapping mapping,
            String functionArn,
            String shardId,
            Invoker function,
            Checkpoint checkpoint,
            FailureDestination destination,
            Clock clock,
            Sleeper sleeper) {
        this.mapping = mapping;
        this.functionArn = functionArn;
        this.shardId = shardId;
        this.function = function;
        this.checkpoint = checkpoint;
        this.destination = destination;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    void deliver(List<StreamRecord> batch) throws InterruptedException {
        deliver(batch, 0);
    }

    private void deliver(List<StreamRecord> batch, int failuresBefore) throws InterruptedException {
        List<StreamRecord> rest = batch;
        int failures = failuresBefore;
        while (true) {
            rest = withoutExpired(rest, failures);
            if (rest.isEmpty()) {
                return;
            }
            int accepted = accepted(rest);
            if (accepted > 0) {
                checkpoint.advance(rest.get(accepted - 1).sequenceNumber());
                rest = rest.subList(accepted, rest.size());
                failures = 0;
                if (rest.isEmpty()) {
                    return;
                }
                continue;
            }
            if (mapping.bisect() && rest.size() > 1) {
                // Splitting is no retry: it leaves the quota as it is.
                pause(failures);
                deliver(rest.subList(0, rest.size() / 2), failures);
                deliver(rest.subList(rest.size() / 2, rest.size()), failures);
                return;
            }
            failures++;
            if (mapping.maximumRetryAttempts().isPresent()
                    && failures > mapping.maximumRetryAttempts().get()) {
                giveUp(Condition.RETRY_ATTEMPTS_EXHAUSTED, failures, rest);
                return;
            }
            pause(failures);
        }
    }

    /** How many records from the start the function accepted. */
    private int accepted(List<StreamRecord> records) throws InterruptedException {
        String event = Json.text(
                Map.of("Records", records.stream().map(StreamRecord::event).toList()));
        try {
            String answer = function.invoke(event);
            return mapping.partialFailures() ? upToFirstFailure(answer, records) : records.size();
        } catch (FunctionFailure alreadyLogged) {
            return 0;
        }
    }

    private static int upToFirstFailure(String answer, List<StreamRecord> records) {
        Set<String> identifiers =
                records.stream().map(StreamRecord::sequenceNumber).collect(Collectors.toCollection(LinkedHashSet::new));
        BatchAnswer read = BatchAnswer.read(answer, identifiers);
        if (read.failed().isEmpty()) {
            return 0;
        }
        int first = 0;
        while (first < records.size()
                && !read.failed().get().contains(records.get(first).sequenceNumber())) {
            first++;
        }
        return first;
    }

    private List<StreamRecord> withoutExpired(List<StreamRecord> records, int failures) {
        if (mapping.maximumRecordAge().isEmpty()) {
            return records;
        }
        Instant oldest = clock.instant().minus(mapping.maximumRecordAge().get());
        int expired = 0;
        while (expired < records.size() && records.get(expired).created().isBefore(oldest)) {
            expired++;
        }
        if (expired > 0) {
            giveUp(Condition.RECORD_AGE_EXCEEDED, failures, records.subList(0, expired));
        }
        return records.subList(expired, records.size());
    }

    private void giveUp(Condition condition, int invocations, List<StreamRecord> records) {
        destination.send(FailedBatch.message(
                condition, invocations, functionArn, mapping.streamArn(), shardId, records, clock.instant()));
        checkpoint.advance(records.get(records.size() - 1).sequenceNumber());
    }

    private void pause(int failures) throws InterruptedException {
        long wait = FIRST_WAIT.toMillis() << Math.min(failures, 10);
        sleeper.sleep(Duration.ofMillis(Math.min(wait, LONGEST_WAIT.toMillis())));
    }
}
