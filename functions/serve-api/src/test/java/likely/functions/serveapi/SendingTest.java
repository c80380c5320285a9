package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import likely.aws.dynamodb.DynamoInvitations;
import likely.aws.dynamodb.DynamoLeases;
import likely.aws.dynamodb.DynamoSendingRecords;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.SampleInvitation;
import likely.surveys.invitations.State;
import likely.surveys.sending.Guard;
import likely.surveys.sending.Lease;
import likely.surveys.sending.Mailer.Quota;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whether mail goes, and the owner's word on mails of which nobody knows. */
class SendingTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final Api api = new Api();
    private final String table = api.tables.tableName("Invitations");
    private final DynamoSendingRecords records = new DynamoSendingRecords(api.dynamoDb, table);
    private final DynamoInvitations invitations = new DynamoInvitations(api.dynamoDb, table);

    @BeforeEach
    void begin() {
        api.get("/v1/session");
    }

    @Test
    void the_owner_sees_the_state_pauses_and_resumes() {
        records.addSent(TODAY, 120);
        new DynamoLeases(api.dynamoDb, table)
                .take(
                        new Lease(
                                "run",
                                api.clock.instant(),
                                api.clock.instant(),
                                api.clock.instant(),
                                new Quota(50_000, 14, 120)),
                        null);

        assertThat(api.owner("POST", "/v1/sending/pause").send().object())
                .containsEntry("paused", true)
                .containsEntry("cause", "owner");
        assertThat(records.guard().pause()).isNotNull();
        Map<String, Object> resumed =
                api.owner("POST", "/v1/sending/resume").send().object();

        assertThat(resumed)
                .containsEntry("paused", false)
                .containsEntry("cause", null)
                .containsEntry("quota", Map.of("in_24_hours", 50_000, "per_second", 14.0, "sent", 120))
                .containsEntry(
                        "days", List.of(Map.of("day", "2026-11-22", "sent", 120, "bounces", 0, "complaints", 0)));
        assertThat(records.guard().since()).isEqualTo(TODAY);
        records.pause(new Guard.Pause(Guard.Cause.COMPLAINTS, 1));
        assertThat(api.get("/v1/sending").object()).containsEntry("cause", "complaints");
    }

    @Test
    void unknown_mails_are_listed_and_shown_with_their_evidence() {
        unknown("7");
        unknown("8");
        Api.Answer first = api.get("/v1/invitations?state=unknown&per_page=1");
        assertThat(first.list()).extracting(it -> it.get("id")).containsExactly("7");
        assertThat(api.get(first.next()).list()).extracting(it -> it.get("id")).containsExactly("8");

        assertThat(api.get("/v1/invitations/7").object())
                .containsEntry("state", "unknown")
                .containsEntry("reason", "time_out")
                .containsEntry("claimed_at", 1_700_000_100)
                .containsEntry("openings", List.of(Map.of("at", 1_700_000_200, "kind", "get", "agent", "scanner")));
        assertThat(api.get("/v1/invitations/404").status()).isEqualTo(404);
        assertThat(api.get("/v1/invitations").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"state\":\"sent\"}', sent, true",
        "'{\"state\":\"not_sent\"}', cancelled, false",
        "'{\"state\":\"not_sent\",\"again\":true}', scheduled, true"
    })
    void the_owner_settles_an_unknown_mail(String body, String state, boolean asked) {
        unknown("7");

        assertThat(api.owner("PUT", "/v1/invitations/7").json(body).send().object())
                .containsEntry("state", state);

        assertThat(address().containsKey("askedBy")).isEqualTo(asked);
        assertThat(item("7").containsKey("attention")).isFalse();
        assertThat(item("7").containsKey("dueKey")).isEqualTo(state.equals("scheduled"));
        assertThat(item("7").get("mails").n()).isEqualTo(state.equals("sent") ? "1" : "0");
        assertThat(api.get("/v1/invitations?state=unknown").list()).isEmpty();
        assertThat(api.owner("PUT", "/v1/invitations/7").json(body).send().status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"'{}', state", "'{\"state\":\"lost\"}', state", "'{\"state\":\"sent\",\"again\":true}', again"})
    void a_word_that_settles_nothing_is_refused(String body, String field) {
        unknown("7");

        Api.Answer answer = api.owner("PUT", "/v1/invitations/7").json(body).send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.object().get("errors")).asString().startsWith("{" + field);
    }

    @Test
    void these_calls_are_the_owners() {
        String key = (String) api.owner("POST", "/v1/surveys/demo/keys")
                .json("{\"role\":\"survey\"}")
                .send()
                .object()
                .get("key");
        unknown("7");
        for (String call : List.of(
                "GET /v1/sending", "POST /v1/sending/pause", "POST /v1/sending/resume", "GET /v1/invitations")) {
            String[] parts = call.split(" ", 2);
            assertThat(api.call(parts[0], parts[1]).key(key).send().status())
                    .as(call)
                    .isEqualTo(403);
        }
        assertThat(api.call("GET", "/v1/invitations/7").key(key).send().status())
                .isEqualTo(200);
        assertThat(api.call("PUT", "/v1/invitations/7").key(key).send().status())
                .isEqualTo(403);
    }

    private void unknown(String id) {
        Invitation waiting = SampleInvitation.waiting(id, "1");
        invitations.add(waiting);
        Map<String, AttributeValue> changes = Map.of(
                "state", text(State.UNKNOWN.name().toLowerCase(Locale.ROOT)),
                "attention", text("unknown"),
                "reason", text("time_out"),
                "claim", text("token"),
                "claimedAt", number(1_700_000_100),
                "mails", number(1),
                "askedBefore", AttributeValue.fromM(Map.of()),
                "evidence",
                        AttributeValue.fromL(List.of(AttributeValue.fromM(
                                Map.of("at", number(1_700_000_200), "kind", text("get"), "agent", text("scanner"))))));
        changes.forEach((name, value) -> set(table, Map.of("id", text(id)), name, value));
        api.dynamoDb.updateItem(
                u -> u.tableName(table).key(Map.of("id", text(id))).updateExpression("REMOVE dueShard, dueKey"));
        set(api.tables.tableName("People"), addressKey(), "askedBy", text("7"));
        set(api.tables.tableName("People"), addressKey(), "askedTransactional", number(1_700_000_100));
    }

    private void set(String name, Map<String, AttributeValue> key, String attribute, AttributeValue value) {
        api.dynamoDb.updateItem(u -> u.tableName(name)
                .key(key)
                .updateExpression("SET #a = :a")
                .expressionAttributeNames(Map.of("#a", attribute))
                .expressionAttributeValues(Map.of(":a", value)));
    }

    private Map<String, AttributeValue> item(String id) {
        return api.dynamoDb
                .getItem(g -> g.tableName(table).key(Map.of("id", text(id))))
                .item();
    }

    private Map<String, AttributeValue> address() {
        return api.dynamoDb
                .getItem(g -> g.tableName(api.tables.tableName("People")).key(addressKey()))
                .item();
    }

    private static Map<String, AttributeValue> addressKey() {
        return Map.of("pk", text("address#a1b2"));
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
