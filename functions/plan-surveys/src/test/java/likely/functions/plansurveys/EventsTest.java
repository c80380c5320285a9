package likely.functions.plansurveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.aws.Samples;
import likely.aws.dynamodb.FaultyDynamoDb;
import likely.surveys.Response;
import likely.surveys.campaigns.SampleCampaign;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.InvitationId;
import likely.surveys.invitations.State;
import likely.surveys.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Batches of the queue as Lambda delivers them, over tables. */
class EventsTest {
    private static final String ORDER = InvitationId.survey("demo", "7", "event:1042", "");
    private final Installation likely = new Installation();

    @BeforeEach
    void campaigns() {
        likely.campaign("7", SampleCampaign.afterOrder());
    }

    @Test
    void the_sample_batch_plans_a_call_and_not_an_order_that_came_back() {
        likely.campaign("8", Json.object("""
                        {"name":"After a call","trigger":{"type":"event","event":"CallEnded","key":"call","delay":600,
                         "properties":{"agent":"agent","team":"team"}}}
                        """));

        assertThat(likely.deliver(Json.object(Samples.read("plan-surveys.json"))))
                .isEmpty();

        assertThat(likely.invitations.find(ORDER).orElseThrow())
                .returns(State.CANCELLED, Invitation::state)
                .returns("event-undone", Invitation::reason);
        Invitation call = likely.invitations
                .find(InvitationId.survey("demo", "8", "event:c-77", ""))
                .orElseThrow();
        assertThat(call)
                .returns(State.SCHEDULED, Invitation::state)
                .returns(Map.of("agent", "Grace", "team", "billing"), Invitation::properties)
                .returns(likely.addresses.ofEmail("bob@shop.example"), Invitation::address)
                .returns(Instant.parse("2026-05-04T10:40:00Z").getEpochSecond(), Invitation::dueAt);
        assertThat(likely.people.find(call.person()).orElseThrow().surveys()).containsExactly("demo");
        assertThat(likely.deadLetters.messages()).isEmpty();
    }

    @Test
    void an_order_knows_its_person_by_the_address_and_adds_who_is_new_with_zone_and_language() {
        likely.deliver(batch(bus("OrderCompleted", Map.of())));

        Invitation mail = likely.invitations.find(ORDER).orElseThrow();
        assertThat(likely.people.find(mail.person()).orElseThrow())
                .returns("ada@shop.example", person -> person.email())
                .returns("de", person -> person.locale())
                .returns("Europe/Berlin", person -> String.valueOf(person.zone()));

        likely.deliver(
                batch(bus("OrderCompleted", Map.of("order", "2", "person", Map.of("email", "Ada@Shop.Example")))));
        assertThat(likely.invitations
                        .find(InvitationId.survey("demo", "7", "event:2", ""))
                        .orElseThrow()
                        .person())
                .isEqualTo(mail.person());
    }

    @Test
    void what_cannot_be_used_lies_in_the_dead_letters_with_its_reason_and_holds_nothing_up() {
        String nameless = bus("OrderCompleted", Map.of("person", Map.of()));

        assertThat(likely.deliver(batch("no JSON", nameless, bus("OrderCompleted", Map.of()))))
                .isEmpty();

        assertThat(likely.deadLetters.bodies()).containsExactly("no JSON", nameless);
        assertThat(likely.deadLetters.reasons().get(0)).startsWith("body is not well-formed JSON");
        assertThat(likely.deadLetters.reasons().get(1)).isEqualTo("detail.person.email is missing");
        assertThat(likely.invitations.find(ORDER)).isPresent();
    }

    @Test
    void what_nobody_wants_is_done() {
        assertThat(likely.deliver(batch(bus("ParcelLost", Map.of())))).isEmpty();
        assertThat(likely.deadLetters.messages()).isEmpty();
    }

    @Test
    void only_the_message_for_which_the_store_had_no_time_comes_again() {
        String other = bus("OrderCompleted", Map.of("order", "2"));
        likely.dynamoDb.before(request -> {
            if (request instanceof PutItemRequest put
                    && put.item().containsKey("wave")
                    && put.item().get("wave").s().equals("event:1042")) {
                throw FaultyDynamoDb.timeOut();
            }
        });

        assertThat(likely.deliver(batch(bus("OrderCompleted", Map.of()), other)))
                .isEqualTo(List.of(Map.of("itemIdentifier", "message-0")));
        assertThat(likely.invitations.find(InvitationId.survey("demo", "7", "event:2", "")))
                .isPresent();

        likely.dynamoDb.mend();
        assertThat(likely.deliver(batch(bus("OrderCompleted", Map.of())))).isEmpty();
        assertThat(likely.invitations.find(ORDER)).isPresent();
    }

    @Test
    void a_dead_letter_that_cannot_be_kept_comes_again() {
        likely.deadLetters.refuse(SdkClientException.create("told by a test"));

        assertThat(likely.deliver(batch("no JSON"))).isEqualTo(List.of(Map.of("itemIdentifier", "message-0")));
    }

    @Test
    void an_answer_that_calls_for_it_is_followed_up_and_one_that_is_erased_is_not() {
        likely.campaign("9", SampleCampaign.recovery());
        Response answer = Answers.detractor(likely.person("1", "ada@shop.example"), likely.now);
        likely.responses.record(answer);
        String mail = InvitationId.followUp("9", answer.id());

        likely.deliver(batch(response("ResponseRecorded", answer.id())));
        assertThat(likely.invitations.find(mail).orElseThrow().dueAt())
                .isEqualTo(likely.now.plus(Duration.ofDays(1)).getEpochSecond());

        likely.responses.erase(answer.id());
        likely.deliver(batch(response("ResponseRemoved", answer.id())));
        assertThat(likely.invitations.find(mail).orElseThrow())
                .returns(State.CANCELLED, Invitation::state)
                .returns("answer-removed", Invitation::reason);
    }

    private static String response(String type, String id) {
        Map<String, Object> event = Json.object(Samples.read("bus/ResponseRecorded.json"));
        event.put("detail-type", type);
        event.put("detail", Map.of("id", id, "survey", "demo", "rev", 1));
        return Json.write(event);
    }

    /** The sample of that order under a type and with some other fields in its detail. */
    private static String bus(String type, Map<String, Object> fields) {
        Map<String, Object> event = Json.object(Samples.read("bus/OrderCompleted.json"));
        Map<String, Object> detail = new LinkedHashMap<>();
        ((Map<?, ?>) event.getOrDefault("detail", Map.of()))
                .forEach((name, value) -> detail.put(String.valueOf(name), value));
        detail.putAll(fields);
        event.put("detail-type", type);
        event.put("detail", detail);
        return Json.write(event);
    }

    private static Map<String, Object> batch(String... bodies) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (String body : bodies) {
            records.add(Map.of("messageId", "message-" + records.size(), "body", body));
        }
        return Map.of("Records", records);
    }
}
