package likely.functions.senddue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import likely.aws.Samples;
import likely.embedded.Template;
import likely.surveys.json.Json;
import org.junit.jupiter.api.Test;

/** The payload events/send-due.json, and the function as it is put together of its environment. */
class SampleTest {
    @Test
    void the_template_sends_the_sample_and_it_sends_what_is_due() throws IOException {
        String sample = Samples.read("send-due.json").strip();
        assertThat(Files.readString(Template.locate())).contains("Input: '" + sample + "'");
        try (Post post = new Post()) {
            post.person("1", "ada@shop.example", null);
            post.asking("spring", "1", "ada@shop.example");

            assertThat(post.function(mailer -> mailer).handleRequest(Json.object(sample), new Call(880_000)))
                    .isEqualTo(Map.of("end", "nothing_due", "sent", 1));
        }
    }

    @Test
    void it_is_made_of_its_environment_and_tells_what_is_missing() {
        try (Post post = new Post()) {
            post.set("ADDRESS_SECRET", "a").set("LINK_SECRET", "l");
            Map<String, String> environment = new HashMap<>(post.settings().values());
            assertThat(SendDue.create(environment).handleRequest(Map.of(), new Call(880_000)))
                    .isEqualTo(Map.of("end", "nothing_due"));

            environment.remove("MAIL_FROM");
            assertThatThrownBy(() -> SendDue.create(environment)).rootCause().hasMessageContaining("MAIL_FROM");
        }
    }
}
