package likely.local.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import likely.local.DataFolder;
import likely.local.Json;
import org.jspecify.annotations.Nullable;

/** How far one mapping has come in each shard of its stream, on disk before it is believed. */
final class Checkpoints {

    /** A stream keeps its records for a day; nearer than an hour to that, some may be gone unseen. */
    private static final Duration TRUSTED = Duration.ofHours(23);

    private final DataFolder folder;
    private final String file;
    private final String stream;
    private final Clock clock;
    private final Map<String, String> shards = new LinkedHashMap<>();
    private boolean found;

    Checkpoints(DataFolder folder, String mapping, String stream, Clock clock) {
        this.folder = folder;
        this.file = "checkpoint-" + mapping + ".json";
        this.stream = stream;
        this.clock = clock;
        folder.read(file).ifPresent(this::load);
    }

    /** Whether these belong to the stream as it is and are recent enough that it still has all that follows. */
    synchronized boolean usable() {
        return found;
    }

    synchronized Optional<String> of(String shard) {
        return Optional.ofNullable(shards.get(shard));
    }

    synchronized void advance(String shard, String sequenceNumber) {
        shards.put(shard, sequenceNumber);
        save();
    }

    /** Notes that all that was before the stream's first record is dealt with, or that nothing new has come. */
    synchronized void touch(Set<String> existingShards) {
        shards.keySet().retainAll(existingShards);
        found = true;
        save();
    }

    private void save() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("stream", stream);
        document.put("at", clock.instant().toString());
        document.put("shards", shards);
        folder.replace(file, Json.text(document));
    }

    private void load(String text) {
        Map<String, @Nullable Object> document = Json.object(text);
        Instant at = Instant.parse(String.valueOf(document.get("at")));
        if (stream.equals(document.get("stream")) && at.isAfter(clock.instant().minus(TRUSTED))) {
            Json.object(Json.text(document.get("shards")))
                    .forEach((shard, sequence) -> shards.put(shard, String.valueOf(sequence)));
            found = true;
        }
    }
}
