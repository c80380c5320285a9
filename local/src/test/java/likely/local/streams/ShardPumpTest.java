package likely.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.local.EventFilter;
import likely.local.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ShardPumpTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Signal signal = new Signal();
    private final List<String> delivered = new ArrayList<>();

    /** The pump alone waits half a minute when nothing is written. */
    @Test
    @Timeout(10)
    void a_record_that_shows_only_some_moments_after_its_write_is_delivered_without_another_write() throws Exception {
        signal.raise();
        pump(new Shard(List.of(List.of(), List.of(), List.of(record("1"))))).run();
        assertThat(delivered).containsExactly("1");
    }

    @Test
    @Timeout(10)
    void records_that_come_within_the_window_are_delivered_together() throws Exception {
        pump(new Shard(List.of(List.of(record("1")), List.of(record("2")))) {
                    @Override
                    public List<StreamRecord> read(int limit) {
                        signal.raise(); // of the record that comes next
                        return super.read(limit);
                    }
                })
                .run();
        assertThat(delivered).containsExactly("1 2");
    }

    private ShardPump pump(Shard shard) {
        StreamMapping mapping = new StreamMapping(
                "m",
                "arn:stream",
                2,
                Duration.ofSeconds(5),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty(),
                new EventFilter(List.of()));
        Checkpoint checkpoint = sequenceNumber -> {};
        BatchDelivery delivery = new BatchDelivery(
                mapping,
                "arn:function",
                "shard",
                event -> {
                    delivered.add(String.join(" ", sequences(event)));
                    return "";
                },
                checkpoint,
                message -> {},
                Clock.fixed(NOW, ZoneOffset.UTC),
                wait -> {});
        return new ShardPump(shard, mapping, signal, checkpoint, delivery);
    }

    private static List<String> sequences(String event) {
        List<?> records = (List<?>) Json.object(event).get("Records");
        return records.stream()
                .map(each -> String.valueOf(((Map<?, ?>) each).get("n")))
                .toList();
    }

    private static StreamRecord record(String n) {
        return new StreamRecord(n, NOW, Map.of("n", n));
    }

    /** What each reading finds; it ends with the last of them. */
    private static class Shard implements ShardRecords {
        private final Deque<List<StreamRecord>> readings;

        Shard(List<List<StreamRecord>> readings) {
            this.readings = new ArrayDeque<>(readings);
        }

        @Override
        public List<StreamRecord> read(int limit) {
            return readings.removeFirst();
        }

        @Override
        public boolean ended() {
            return readings.isEmpty();
        }
    }
}
