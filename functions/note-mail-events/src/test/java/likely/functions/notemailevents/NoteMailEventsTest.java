package likely.functions.notemailevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent.SNS;
import com.amazonaws.services.lambda.runtime.events.SNSEvent.SNSRecord;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import likely.aws.Samples;
import likely.aws.dynamodb.DynamoInvitations;
import likely.aws.dynamodb.DynamoMailNotes;
import likely.aws.dynamodb.DynamoSendingRecords;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.SesEvents;
import likely.embedded.SesMail;
import likely.embedded.Tables;
import likely.embedded.Template;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.SampleInvitation;
import likely.surveys.invitations.State;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import likely.surveys.people.Addresses;
import likely.surveys.people.Standing;
import likely.surveys.sending.Health;
import likely.surveys.sending.NotingMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What SES tells, in any order and repeated, and what is kept of it. */
class NoteMailEventsTest {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();
    private static final Instant AT = Instant.parse("2026-11-25T10:00:05Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-25");
    private static final String ADA = "ada@shop.example";

    private final Tables tables = DYNAMO_DB.freshTables(Template.find());
    private final Addresses addresses = new Addresses(() -> "address-secret");
    private final DynamoInvitations invitations =
            new DynamoInvitations(DYNAMO_DB.client(), tables.tableName("Invitations"));
    private final DynamoMailNotes notes = new DynamoMailNotes(
            DYNAMO_DB.client(), tables.tableName("Invitations"), tables.tableName("People"), attempt -> {});
    private final NoteMailEvents function = function(false);

    private NoteMailEvents function(boolean tracking) {
        return new NoteMailEvents(new NotingMail(notes, addresses::ofEmail, tracking));
    }

    @Test
    void delivery_before_send_and_whatever_order_end_the_same() {
        SesMail mail = mail("7");
        List<Map<String, Object>> events = new ArrayList<>(List.of(
                SesEvents.send(mail),
                SesEvents.delivery(mail, AT),
                SesEvents.delivery(mail, AT),
                SesEvents.deliveryDelay(mail, AT.minusSeconds(2)),
                SesEvents.complaint(mail, AT.plusSeconds(60)),
                SesEvents.complaint(mail, AT.plusSeconds(60))));
        for (int seed = 0; seed < 6; seed++) {
            String id = "7" + seed;
            plan(id, State.SENDING);
            Collections.shuffle(events, new Random(seed));
            events.forEach(event -> note(tagged(event, id)));

            assertThat(invitations.find(id)).map(Invitation::state).contains(State.SENT);
            assertThat(item(id))
                    .containsEntry("deliveredAt", AttributeValue.fromN(Long.toString(AT.getEpochSecond())))
                    .containsKeys("complainedAt", "delayedAt", "messageId", "sentAt")
                    .doesNotContainKeys("dueShard", "dueKey", "attention", "openedAt");
        }
        assertThat(standing().complainedAt()).isEqualTo(AT.plusSeconds(60).getEpochSecond());
        assertThat(health()).isEqualTo(new Health(0, 0, 6)); // once a mail
    }

    @Test
    void a_bounce_twice_is_counted_once_and_stops_the_address_whatever_its_case() {
        plan("7", State.UNKNOWN);
        Map<String, Object> bounce = SesEvents.bounce(mail("7"), AT, "Permanent", "General");

        note(bounce);
        note(bounce);

        assertThat(health()).isEqualTo(new Health(0, 1, 0));
        assertThat(standing().bouncedAt()).isEqualTo(AT.getEpochSecond());
        assertThat(notes.standing(addresses.ofEmail("ADA@Shop.Example")).suppressed())
                .isTrue();
        assertThat(invitations.find("7")).map(Invitation::state).contains(State.SENT);
        Map<String, AttributeValue> address = address();
        assertThat(address.get("bouncedShard")).isEqualTo(AttributeValue.fromS("bounced"));
        assertThat(address.get("bouncedKey").s()).endsWith("#" + addresses.ofEmail(ADA));
    }

    @Test
    void what_ses_held_back_itself_is_not_counted_against_the_account() {
        plan("7", State.SENT);

        note(SesEvents.bounce(mail("7"), AT, "Permanent", "OnAccountSuppressionList"));

        assertThat(standing().suppressed()).isTrue();
        assertThat(health()).isEqualTo(Health.NONE);
    }

    @Test
    void soft_bounces_in_a_row_stop_an_address_and_a_delivery_ends_the_row() {
        for (int i = 1; i <= 4; i++) {
            plan("1" + i, State.SENT);
            note(SesEvents.bounce(mail("1" + i), AT.plusSeconds(i), "Transient", "MailboxFull"));
            note(SesEvents.bounce(mail("1" + i), AT.plusSeconds(i), "Transient", "MailboxFull"));
        }
        assertThat(standing().softBounces()).isEqualTo(4);
        plan("20", State.SENT);
        note(SesEvents.delivery(mail("20"), AT.plusSeconds(9)));
        note(SesEvents.bounce(mail("20"), AT.plusSeconds(8), "Transient", "General")); // an older word of the same mail
        assertThat(standing().softBounces()).isZero();

        for (int i = 1; i <= 5; i++) {
            assertThat(standing().suppressed()).isFalse();
            plan("3" + i, State.SENT);
            note(SesEvents.bounce(mail("3" + i), AT.plusSeconds(10 + i), "Undetermined", "Undetermined"));
        }
        assertThat(standing().bouncedAt()).isEqualTo(AT.plusSeconds(15).getEpochSecond());
        assertThat(health()).isEqualTo(Health.NONE);
    }

    @Test
    void a_mail_that_ses_took_and_then_rejected_is_refused() {
        plan("7", State.SENT);

        note(SesEvents.reject(mail("7")));

        assertThat(invitations.find("7")).map(Invitation::reason).contains("rejected_by_ses");
        assertThat(invitations.find("7")).map(Invitation::state).contains(State.REFUSED);
    }

    @Test
    void openings_and_clicks_are_kept_only_when_that_is_switched_on() {
        plan("7", State.SENT);
        note(SesEvents.open(mail("7"), AT));
        assertThat(item("7")).doesNotContainKeys("openedAt", "clickedAt");

        NoteMailEvents tracking = function(true);
        tracking.handleRequest(event(Json.write(SesEvents.open(mail("7"), AT))), null);
        tracking.handleRequest(event(Json.write(SesEvents.click(mail("7"), AT, "https://shop.example"))), null);
        assertThat(item("7")).containsKeys("openedAt", "clickedAt");
    }

    @Test
    void other_peoples_mail_is_passed_over_and_a_mail_that_is_gone_still_tells_of_its_address() {
        SesMail foreign = new SesMail("m", AT, "x@shop.example", List.of(ADA), "Subject: x\r\n\r\n", null, Map.of());
        note(SesEvents.bounce(foreign, AT, "Permanent", "General"));
        note(Map.of("notificationType", "AmazonSnsSubscriptionSucceeded", "message", "You have subscribed"));
        assertThat(standing()).isEqualTo(Standing.unknown(addresses.ofEmail(ADA)));

        note(SesEvents.bounce(mail("404"), AT, "Permanent", "General"));

        assertThat(standing().suppressed()).isTrue();
        assertThat(health()).isEqualTo(Health.NONE);
    }

    @Test
    void an_identitys_older_notification_is_matched_by_its_header() {
        plan("7", State.SENDING);
        Map<String, Object> event = new LinkedHashMap<>(SesEvents.complaint(mail("7"), AT));
        event.remove("eventType");
        event.put("notificationType", "Complaint");
        Map<String, Object> mail = new LinkedHashMap<>(part(event, "mail"));
        mail.remove("tags");
        event.put("mail", mail);

        note(event);

        assertThat(standing().complainedAt()).isEqualTo(AT.getEpochSecond());
    }

    @Test
    void the_sample_is_read_as_lambda_reads_it() {
        plan("4611686018427387904", State.SENT);
        SNSEvent sample = LambdaEventSerializers.serializerFor(
                        SNSEvent.class, getClass().getClassLoader())
                .fromJson(new ByteArrayInputStream(
                        Samples.read("note-mail-events.json").getBytes(StandardCharsets.UTF_8)));

        function.handleRequest(sample, null);

        assertThat(standing().bouncedAt()).isEqualTo(AT.getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "{}",
                "{\"eventType\":\"Bounce\"}",
                "{\"eventType\":\"Delivery\",\"delivery\":{\"timestamp\":\"today\"},\"mail\":{\"messageId\":\"m\","
                        + "\"timestamp\":\"2026-11-25T10:00:00Z\",\"destination\":[]}}"
            })
    void what_cannot_be_read_fails_the_call_so_that_it_is_kept(String message) {
        assertThatThrownBy(() -> function.handleRequest(event(message), null)).isInstanceOf(Invalid.class);
    }

    private void plan(String id, State state) {
        Invitation waiting = SampleInvitation.waiting(id, "1");
        invitations.add(waiting);
        set(id, "state", state.name().toLowerCase(Locale.ROOT));
        set(id, "address", addresses.ofEmail(ADA));
    }

    private void set(String id, String name, String value) {
        DYNAMO_DB
                .client()
                .updateItem(u -> u.tableName(tables.tableName("Invitations"))
                        .key(Map.of("id", AttributeValue.fromS(id)))
                        .updateExpression("SET #n = :v")
                        .expressionAttributeNames(Map.of("#n", name))
                        .expressionAttributeValues(Map.of(":v", AttributeValue.fromS(value))));
    }

    private static SesMail mail(String invitation) {
        return new SesMail(
                "message-" + invitation,
                AT.minusSeconds(5),
                "surveys@shop.example",
                List.of(ADA),
                "X-Likely-Invitation: " + invitation + "\r\nSubject: x\r\n\r\n",
                "likely",
                Map.of("invitation", invitation, "survey", "demo"));
    }

    private static Map<String, Object> tagged(Map<String, Object> event, String invitation) {
        Map<String, Object> mail = new LinkedHashMap<>(part(event, "mail"));
        mail.put("tags", Map.of("invitation", List.of(invitation)));
        Map<String, Object> tagged = new LinkedHashMap<>(event);
        tagged.put("mail", mail);
        return tagged;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> event, String name) {
        return (Map<String, Object>) event.getOrDefault(name, Map.of());
    }

    private void note(Map<String, Object> event) {
        function.handleRequest(event(Json.write(event)), null);
    }

    private static SNSEvent event(String message) {
        SNS sns = new SNS();
        sns.setMessage(message);
        SNSRecord entry = new SNSRecord();
        entry.setSns(sns);
        SNSEvent event = new SNSEvent();
        event.setRecords(List.of(entry));
        return event;
    }

    private Standing standing() {
        return notes.standing(addresses.ofEmail(ADA));
    }

    private Health health() {
        return new DynamoSendingRecords(DYNAMO_DB.client(), tables.tableName("Invitations"))
                .days(DAY, DAY)
                .getOrDefault(DAY, Health.NONE);
    }

    private Map<String, AttributeValue> item(String id) {
        return DYNAMO_DB
                .client()
                .getItem(g -> g.tableName(tables.tableName("Invitations")).key(Map.of("id", AttributeValue.fromS(id))))
                .item();
    }

    private Map<String, AttributeValue> address() {
        return DYNAMO_DB
                .client()
                .getItem(g -> g.tableName(tables.tableName("People"))
                        .key(Map.of("pk", AttributeValue.fromS("address#" + addresses.ofEmail(ADA)))))
                .item();
    }
}
