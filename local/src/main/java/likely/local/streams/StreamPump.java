package likely.local.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import likely.local.Sleeper;
import likely.local.lambda.LambdaFunction;
import software.amazon.awssdk.services.dynamodb.model.Shard;

/** One event source mapping at work: each shard in its own order, a child after its parent. */
final class StreamPump implements Runnable {

    private static final Logger LOG = Logger.getLogger(StreamPump.class.getName());
    private static final Duration LOOK_FOR_SHARDS = Duration.ofSeconds(30);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);
    private static final Duration TOUCH = Duration.ofHours(1);

    private final StreamMapping mapping;
    private final LambdaFunction function;
    private final StreamSource source;
    private final Checkpoints checkpoints;
    private final FailureDestination destination;
    private final Signal signal;
    private final Clock clock;
    private final Sleeper sleeper;
    private final ExecutorService workers;
    private final Set<String> started = ConcurrentHashMap.newKeySet();
    private final Set<String> finished = ConcurrentHashMap.newKeySet();
    private Instant touched = Instant.MIN;

    StreamPump(
            StreamMapping mapping,
            LambdaFunction function,
            StreamSource source,
            Checkpoints checkpoints,
            FailureDestination destination,
            Signal signal,
            Clock clock,
            Sleeper sleeper,
            ExecutorService workers) {
        this.mapping = mapping;
        this.function = function;
        this.source = source;
        this.checkpoints = checkpoints;
        this.destination = destination;
        this.signal = signal;
        this.clock = clock;
        this.sleeper = sleeper;
        this.workers = workers;
    }

    @Override
    public void run() {
        insistently(() -> {
            if (!checkpoints.usable() && !mapping.fromLatest()) {
                source.redelivery(mapping, clock).run(delivery("redelivery", sequence -> {}));
            }
        });
        while (!Thread.currentThread().isInterrupted()) {
            insistently(() -> {
                startShards(source.shards());
                sleeper.sleep(LOOK_FOR_SHARDS);
            });
        }
    }

    private void startShards(List<Shard> shards) {
        Set<String> present = shards.stream().map(Shard::shardId).collect(Collectors.toSet());
        if (touched.isBefore(clock.instant().minus(TOUCH))) {
            checkpoints.touch(present);
            touched = clock.instant();
        }
        for (Shard shard : shards) {
            String parent = shard.parentShardId();
            boolean ready = parent == null || !present.contains(parent) || finished.contains(parent);
            if (ready && started.add(shard.shardId())) {
                workers.execute(() -> {
                    insistently(() -> pump(shard.shardId()).run());
                    finished.add(shard.shardId());
                });
            }
        }
    }

    private ShardPump pump(String shard) {
        Optional<String> position = checkpoints.of(shard);
        Checkpoint checkpoint = sequence -> checkpoints.advance(shard, sequence);
        return new ShardPump(source.reader(shard, position), mapping, signal, checkpoint, delivery(shard, checkpoint));
    }

    private BatchDelivery delivery(String shard, Checkpoint checkpoint) {
        return new BatchDelivery(
                mapping, function.arn(), shard, function::invoke, checkpoint, destination, clock, sleeper);
    }

    /** A step that faults is taken again from the last checkpoint. */
    private void insistently(Step step) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                try {
                    step.run();
                    return;
                } catch (RuntimeException e) {
                    if (!Thread.currentThread().isInterrupted() && !workers.isShutdown()) {
                        LOG.log(Level.WARNING, e, () -> mapping.name() + " stumbled and goes on from its checkpoint");
                    }
                    sleeper.sleep(AFTER_A_FAULT);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }
}
