package likely.functions.announceresponses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import likely.aws.streams.StreamBatch.Failures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

class BusTest {
    private final RecordingBus client = new RecordingBus();
    private final Bus bus = new Bus(client, "likely");

    @Test
    void an_announcement_is_an_entry_of_the_installations_bus() {
        bus.put(List.of(new Announcement("ResponseRecorded", "7", "{\"id\":\"7\"}")));

        assertThat(client.taken())
                .containsExactly(PutEventsRequestEntry.builder()
                        .eventBusName("likely")
                        .source("likely")
                        .detailType("ResponseRecorded")
                        .detail("{\"id\":\"7\"}")
                        .build());
    }

    @Test
    void nothing_to_announce_is_no_call() {
        assertThat(bus.put(List.of())).isEqualTo(Failures.NONE);
        assertThat(client.calls()).isEmpty();
    }

    @Test
    void ten_entries_go_with_one_call() {
        assertThat(bus.put(announcements(25))).isEqualTo(Failures.NONE);

        assertThat(client.calls()).extracting(List::size).containsExactly(10, 10, 5);
        assertThat(client.taken()).hasSize(25);
    }

    @Test
    void fewer_go_with_one_call_when_they_are_long() {
        List<Announcement> long_ones = IntStream.range(0, 5)
                .mapToObj(i -> new Announcement("ResponseRecorded", "" + i, "ü".repeat(45_000)))
                .toList();

        bus.put(long_ones);

        assertThat(client.calls()).extracting(List::size).containsExactly(2, 2, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ThrottlingException", "InternalFailure", "NotAuthorizedForSourceException"})
    void an_entry_that_the_bus_refused_is_for_later(String code) {
        client.refuse(entry -> entry.detail().equals("4") ? code : null);

        assertThat(bus.put(announcements(8))).isEqualTo(new Failures(Set.of(4), Map.of()));
        assertThat(client.taken()).hasSize(7);
    }

    @Test
    void what_follows_the_call_of_a_refused_entry_is_for_later_and_not_announced_twice() {
        client.refuse(entry -> entry.detail().equals("12") ? "ThrottlingException" : null);

        Failures failures = bus.put(announcements(25));

        assertThat(failures.later()).containsExactlyInAnyOrder(12, 20, 21, 22, 23, 24);
        assertThat(client.calls()).hasSize(2);
    }

    @Test
    void an_entry_that_the_bus_will_never_take_is_told_and_holds_up_nobody() {
        client.refuse(entry -> entry.detail().equals("12") ? "MalformedDetail" : null);

        assertThat(bus.put(announcements(25))).isEqualTo(new Failures(Set.of(), Map.of(12, "MalformedDetail")));
        assertThat(client.taken()).hasSize(24);
    }

    @Test
    void a_bus_that_cannot_be_reached_is_asked_once_and_leaves_all_for_later() {
        client.refuse(entry -> {
            throw SdkClientException.create("no connection");
        });

        Failures failures = bus.put(announcements(25));

        assertThat(failures.later()).hasSize(25);
        assertThat(client.calls()).hasSize(1);
    }

    private static List<Announcement> announcements(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Announcement("ResponseRecorded", "" + i, "" + i))
                .toList();
    }
}
