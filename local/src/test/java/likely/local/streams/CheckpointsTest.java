package likely.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import likely.local.DataFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path data;

    private DataFolder folder;

    @BeforeEach
    void open() {
        folder = DataFolder.open(data);
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void a_new_mapping_has_nothing_to_go_by() {
        assertThat(at("stream", NOON).usable()).isFalse();
    }

    @Test
    void what_was_advanced_is_found_again() {
        at("stream", NOON).advance("shard", "7");
        Checkpoints again = at("stream", NOON.plus(Duration.ofHours(22)));
        assertThat(again.usable()).isTrue();
        assertThat(again.of("shard")).contains("7");
    }

    @Test
    void checkpoints_of_another_stream_or_of_a_day_ago_are_not_believed() {
        at("stream", NOON).advance("shard", "7");
        assertThat(at("other", NOON).usable()).isFalse();
        Checkpoints late = at("stream", NOON.plus(Duration.ofHours(24)));
        assertThat(late.usable()).isFalse();
        assertThat(late.of("shard")).isEmpty();
    }

    @Test
    void shards_that_are_gone_are_forgotten() {
        Checkpoints checkpoints = at("stream", NOON);
        checkpoints.advance("old", "7");
        checkpoints.touch(Set.of("new"));
        assertThat(at("stream", NOON).of("old")).isEmpty();
    }

    private Checkpoints at(String stream, Instant now) {
        return new Checkpoints(folder, "mapping", stream, Clock.fixed(now, ZoneOffset.UTC));
    }
}
