package likely.local.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import likely.local.EventFilter;

/** Turns a shard's records into batches: full ones at once, others when the batching window is over. */
final class ShardPump {

    /** Writes raise the signal; this is for records that nobody wrote, such as expiries, and for shards that close. */
    private static final Duration UNPROMPTED = Duration.ofSeconds(30);

    /** DynamoDB Local may show a record some moments after it told of the write; for so long it is asked again. */
    private static final Duration LATE = Duration.ofSeconds(3);

    private static final Duration AGAIN = Duration.ofMillis(200);

    private final ShardRecords records;
    private final StreamMapping mapping;
    private final Signal signal;
    private final Checkpoint checkpoint;
    private final BatchDelivery delivery;
    private long prompts;
    private long prompted = System.nanoTime() - LATE.toNanos();

    ShardPump(
            ShardRecords records, StreamMapping mapping, Signal signal, Checkpoint checkpoint, BatchDelivery delivery) {
        this.records = records;
        this.mapping = mapping;
        this.signal = signal;
        this.checkpoint = checkpoint;
        this.delivery = delivery;
    }

    /** Runs until the shard ends. */
    void run() throws InterruptedException {
        EventFilter filter = mapping.filter();
        while (!records.ended()) {
            List<StreamRecord> batch = collect();
            if (batch.isEmpty()) {
                continue;
            }
            List<StreamRecord> wanted =
                    batch.stream().filter(each -> filter.passes(each.event())).toList();
            if (!wanted.isEmpty()) {
                delivery.deliver(wanted);
            }
            if (wanted.size() < batch.size()) {
                checkpoint.advance(batch.get(batch.size() - 1).sequenceNumber());
            }
        }
    }

    private List<StreamRecord> collect() throws InterruptedException {
        List<StreamRecord> batch = new ArrayList<>();
        long deadline = 0;
        while (true) {
            long seen = signal.count();
            boolean first = batch.isEmpty();
            batch.addAll(records.read(mapping.batchSize() - batch.size()));
            if (batch.size() >= mapping.batchSize() || records.ended()) {
                return batch;
            }
            if (first && !batch.isEmpty()) {
                deadline = System.nanoTime() + mapping.batchingWindow().toNanos();
            }
            Duration left = batch.isEmpty() ? patience(seen) : Duration.ofNanos(deadline - System.nanoTime());
            if (left.isNegative() || left.isZero()) {
                return batch;
            }
            signal.await(seen, left);
        }
    }

    private Duration patience(long seen) {
        if (seen != prompts) {
            prompts = seen;
            prompted = System.nanoTime();
        }
        return System.nanoTime() - prompted < LATE.toNanos() ? AGAIN : UNPROMPTED;
    }
}
