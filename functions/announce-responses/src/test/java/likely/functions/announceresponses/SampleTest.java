package likely.functions.announceresponses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import likely.aws.Samples;
import likely.aws.streams.FailedRecordQueue;
import likely.aws.streams.QueuedRecords;
import likely.aws.streams.ResponseStream;
import likely.surveys.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/** The payload events/announce-responses.json, and what it makes against the samples in events/bus. */
class SampleTest {
    private final RecordingBus bus = new RecordingBus();

    @BeforeEach
    void announce_the_payload() {
        AnnounceResponses function = new AnnounceResponses(new Wiring.Parts(
                new Bus(bus, "likely"), new FailedRecordQueue(new QueuedRecords(), "https://sqs.example/unannounced")));
        assertThat(function.handleRequest(ResponseStream.read(Samples.read("announce-responses.json")), null)
                        .getBatchItemFailures())
                .isEmpty();
    }

    @Test
    void each_record_is_announced() {
        assertThat(bus.taken())
                .extracting(PutEventsRequestEntry::detailType)
                .containsExactly(
                        "ResponseRecorded",
                        "ResponseChanged",
                        "ResponseRemoved",
                        "ResponseRecorded",
                        "ResponseRemoved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ResponseRecorded", "ResponseChanged", "ResponseRemoved"})
    void the_first_of_each_kind_is_the_sample_of_its_kind(String type) {
        Map<String, Object> sample = Json.object(Samples.read("bus/" + type + ".json"));

        PutEventsRequestEntry announced = bus.taken().stream()
                .filter(entry -> entry.detailType().equals(type))
                .findFirst()
                .orElseThrow();

        assertThat(sample).containsEntry("source", announced.source()).containsEntry("detail-type", type);
        assertThat(sample.get("detail")).isEqualTo(Json.object(announced.detail()));
        assertThat(List.copyOf(((Map<?, ?>) sample.get("detail")).keySet()))
                .isEqualTo(List.copyOf(Json.object(announced.detail()).keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ResponseRecorded", "ResponseChanged", "ResponseRemoved"})
    void a_sample_has_eventbridges_envelope(String type) {
        assertThat(Json.object(Samples.read("bus/" + type + ".json")))
                .containsOnlyKeys(
                        "version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail");
    }
}
