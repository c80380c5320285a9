package likely.functions.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import likely.embedded.Template;
import likely.surveys.json.Json;
import likely.surveys.recount.Options;
import org.junit.jupiter.api.Test;

/** events/recount.json is what the nightly schedule sends. */
class ScheduledEventTest {
    private static final Path ROOT = Template.locate().getParent();

    @Test
    void the_nightly_event_compares_everything_and_backfills_and_repairs_nothing() throws IOException {
        Task task = Task.read(Json.object(Files.readString(ROOT.resolve("events/recount.json"))));

        assertThat(task).isEqualTo(new Task.Begin(new Options(false, true, null)));
    }

    @Test
    void the_template_sends_that_event() throws IOException {
        String event = Files.readString(ROOT.resolve("events/recount.json")).strip();

        assertThat(Files.readString(ROOT.resolve("template.yaml"))).contains("Input: '" + event + "'");
    }
}
