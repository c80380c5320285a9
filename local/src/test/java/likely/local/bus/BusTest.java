package likely.local.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import likely.embedded.Properties;
import likely.embedded.Template;
import likely.local.Json;
import likely.local.http.Requests;
import org.junit.jupiter.api.Test;

class BusTest {

    private final List<String> delivered = new ArrayList<>();
    private final Bus bus = new Bus(
            Template.load(Path.of("src/test/resources/template.yaml")),
            (arn, event) -> delivered.add(arn + " " + event),
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void an_event_that_matches_a_rule_goes_to_its_target_in_eventbridges_envelope() {
        assertThat(put(entry("Noted", "{\"score\":9}"))).containsEntry("FailedEntryCount", 0L);
        assertThat(delivered).singleElement().satisfies(each -> {
            assertThat(each).startsWith("arn:aws:sqs:eu-west-1:000000000000:heard ");
            assertThat(Json.object(each.substring(each.indexOf('{'))))
                    .containsEntry("detail-type", "Noted")
                    .containsEntry("source", "test")
                    .containsEntry("time", "2026-11-22T12:00:00Z")
                    .containsEntry("detail", Map.of("score", 9));
        });
    }

    @Test
    void an_event_that_matches_no_rule_is_kept_to_look_at_and_goes_nowhere() {
        put(entry("Noted", "{\"score\":8}"));
        assertThat(delivered).isEmpty();
        assertThat(bus.answer(Requests.get("/_local/bus")).orElseThrow().body().text())
                .contains("Noted");
    }

    @Test
    void an_entry_that_is_refused_says_so_and_the_others_go_on() {
        Map<String, Object> response = put(entry("Noted", "no json"), entry("Noted", "{\"score\":9}"));
        assertThat(response).containsEntry("FailedEntryCount", 1L);
        assertThat(Json.text(response)).contains("MalformedDetail");
        assertThat(delivered).hasSize(1);
    }

    @Test
    void a_bus_that_the_template_does_not_have_refuses() {
        assertThat(Json.text(
                        put(Map.of("EventBusName", "other", "Source", "test", "DetailType", "Noted", "Detail", "{}"))))
                .contains("ResourceNotFoundException");
    }

    private Map<String, Object> put(Object... entries) {
        return bus.putEvents(Properties.of(Map.of("Entries", List.of(entries)), "request"));
    }

    private static Map<String, String> entry(String type, String detail) {
        return Map.of("EventBusName", "likely", "Source", "test", "DetailType", type, "Detail", detail);
    }
}
