package likely.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.surveys.Answer;
import likely.surveys.Response;
import likely.surveys.Responses.Recorded;
import likely.surveys.Unavailable;
import likely.surveys.ledger.Interleaving;
import likely.surveys.ledger.Interleaving.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

class DynamoResponsesTest {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);

    private final String table = DYNAMO_DB.freshTables(Template.find()).tableName("Responses");
    private final FaultyDynamoDb client = new FaultyDynamoDb(DYNAMO_DB.client());
    private final DynamoResponses responses = new DynamoResponses(client, table, CLOCK);
    private final Response first = Answer.of("order-0001")
            .score(9)
            .comment("Fine")
            .segments("plan=pro")
            .limited()
            .first();

    @Test
    void a_first_edition_is_put_under_the_condition_that_there_is_none() {
        responses.record(first);

        PutItemRequest put = client.requests(PutItemRequest.class).get(0);
        assertThat(put.conditionExpression()).isEqualTo("attribute_not_exists(id)");
        assertThat(put.returnValuesOnConditionCheckFailure()).isEqualTo(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        assertThat(put.item())
                .containsEntry("id", s(first.id()))
                .containsEntry("rev", n(1))
                .containsEntry("seq", n(1))
                .containsEntry("day", s("2026-05-04"))
                .containsEntry("timeKey", s("001777888800#" + first.id()));
        assertThat(client.requests(UpdateItemRequest.class)).isEmpty();
    }

    @Test
    void a_later_edition_is_one_update_under_the_condition_that_it_is_later() {
        responses.record(first);
        client.forget();

        responses.record(Answer.of("order-0001").score(3).edition(2));

        UpdateItemRequest update = client.requests(UpdateItemRequest.class).get(0);
        assertThat(client.requests(PutItemRequest.class)).isEmpty();
        assertThat(update.key()).isEqualTo(Map.of("id", s(first.id())));
        assertThat(update.conditionExpression())
                .isEqualTo("#submission = :submission AND #seq < :seq AND attribute_not_exists(#erased)");
        assertThat(update.expressionAttributeNames())
                .containsEntry("#submission", "submissionId")
                .containsEntry("#seq", "seq")
                .containsEntry("#erased", "erased");
        assertThat(clauses(update.updateExpression(), "SET "))
                .containsExactlyInAnyOrder(
                        "#seq = :seq",
                        "#score = :score",
                        "#locale = :locale",
                        "#page = :page",
                        "#touchpoint = :touchpoint",
                        "#updatedAt = :updatedAt",
                        "#updateShard = :updateShard",
                        "#updateKey = :updateKey");
        assertThat(clauses(update.updateExpression(), "REMOVE "))
                .containsExactlyInAnyOrder(
                        "#comment", "#answers", "#properties", "#segments", "#identity", "#claim", "#limited");
        assertThat(clauses(update.updateExpression(), "ADD ")).containsExactly("#rev :rev");
        assertThat(update.expressionAttributeValues())
                .containsEntry(":rev", n(1))
                .containsEntry(":seq", n(2));
    }

    @Test
    void the_public_functions_policy_names_every_attribute_that_a_recording_writes() {
        Response all = Answer.of("order-0001")
                .answers(Map.of("why", "price"))
                .expiresAt(2_000_000_000)
                .edition(2);
        Set<String> written = new HashSet<>(ResponseItem.lasting(all).keySet());
        written.addAll(ResponseItem.said(all).keySet());
        written.addAll(
                ResponseItem.update(all.survey(), all.id(), all.updatedAt()).keySet());
        written.addAll(Set.of("rev", "erased"));

        List<String> allowed = Template.find()
                .resource("RecordResponseRole")
                .properties()
                .objects("Policies")
                .get(0)
                .object("PolicyDocument")
                .objects("Statement")
                .stream()
                .filter(statement -> statement.optionalText("Sid").orElse("").equals("WriteResponses"))
                .findFirst()
                .orElseThrow()
                .object("Condition")
                .object("ForAllValues:StringEquals")
                .texts("dynamodb:Attributes");
        assertThat(allowed).containsAll(written);
    }

    @ParameterizedTest(name = "in turns {0}")
    @ValueSource(strings = {"AB", "BA"})
    void of_two_editions_at_once_the_later_one_stays(String turns) {
        responses.record(first);

        Interleaving.run(turns, List.of(recording(2, new ArrayList<>()), recording(3, new ArrayList<>())));

        assertThat(item(first.id())).containsEntry("seq", n(3));
    }

    @ParameterizedTest(name = "in turns {0}")
    @ValueSource(strings = {"AB", "BA"})
    void of_one_first_edition_sent_twice_at_once_one_is_created(String turns) {
        List<Recorded> recorded = new ArrayList<>();

        Interleaving.run(turns, List.of(recording(1, recorded), recording(1, recorded)));

        assertThat(recorded).containsExactlyInAnyOrder(Recorded.CREATED, Recorded.KNOWN);
        assertThat(item(first.id())).containsEntry("rev", n(1));
    }

    @ParameterizedTest(name = "in turns {0}")
    @ValueSource(strings = {"ABB", "BAB", "BBA"})
    void of_a_first_and_a_second_edition_at_once_the_second_stays(String turns) {
        List<Recorded> recorded = new ArrayList<>();

        Interleaving.run(turns, List.of(recording(1, recorded), recording(2, recorded)));

        assertThat(item(first.id())).containsEntry("seq", n(2));
        assertThat(recorded).filteredOn(Recorded.CREATED::equals).hasSize(1);
    }

    @Test
    void an_edition_that_comes_between_an_erasures_read_and_its_write_is_erased_as_well() {
        responses.record(first);
        AtomicInteger edits = new AtomicInteger();
        client.before(request -> {
            if (request instanceof PutItemRequest && edits.getAndIncrement() == 0) {
                new DynamoResponses(DYNAMO_DB.client(), table, CLOCK)
                        .record(Answer.of("order-0001")
                                .comment("And another thing")
                                .edition(2));
            }
        });

        assertThat(responses.erase(first.id())).isTrue();

        assertThat(item(first.id()))
                .isEqualTo(Map.of(
                        "id", s(first.id()),
                        "survey", s("demo"),
                        "submissionId", s("order-0001"),
                        "seq", n(2),
                        "rev", n(3),
                        "erased", AttributeValue.fromBool(true),
                        "updatedAt", n(1_800_000_000)));
    }

    @Test
    void erasing_is_a_put_under_the_condition_that_nothing_was_written_since_it_was_read() {
        responses.record(first);
        client.forget();

        responses.erase(first.id());

        PutItemRequest put = client.requests(PutItemRequest.class).get(0);
        assertThat(put.conditionExpression()).isEqualTo("rev = :read");
        assertThat(put.expressionAttributeValues()).isEqualTo(Map.of(":read", n(1)));
    }

    @Test
    void an_item_that_is_no_response_can_be_erased() {
        DYNAMO_DB
                .client()
                .putItem(p ->
                        p.tableName(table).item(Map.of("id", s("7"), "comment", s("Mail me"), "odd-name", s("x"))));

        assertThat(responses.erase("7")).isTrue();

        assertThat(item("7")).containsOnlyKeys("id", "rev", "erased", "updatedAt");
    }

    @Test
    void a_response_that_expires_while_it_is_erased_is_gone_and_not_made_anew() {
        responses.record(first);
        client.before(request -> {
            if (request instanceof PutItemRequest) {
                DYNAMO_DB.client().deleteItem(d -> d.tableName(table).key(Map.of("id", s(first.id()))));
            }
        });

        assertThat(responses.erase(first.id())).isFalse();
        assertThat(item(first.id())).isEmpty();
    }

    @Test
    void a_response_that_never_stops_changing_is_left_for_later() {
        responses.record(first);
        AtomicInteger seq = new AtomicInteger(1);
        client.before(request -> {
            if (request instanceof PutItemRequest) {
                new DynamoResponses(DYNAMO_DB.client(), table, CLOCK)
                        .record(Answer.of("order-0001").edition(seq.incrementAndGet()));
            }
        });

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> responses.erase(first.id()));
    }

    /** Records an edition, and waits for its turn before each call of the store. */
    private Task recording(int seq, List<Recorded> recorded) {
        return pause -> {
            FaultyDynamoDb paused = new FaultyDynamoDb(DYNAMO_DB.client());
            paused.before(request -> pause.run());
            recorded.add(new DynamoResponses(paused, table, CLOCK)
                    .record(Answer.of("order-0001").edition(seq)));
        };
    }

    private Map<String, AttributeValue> item(String id) {
        return DYNAMO_DB
                .client()
                .getItem(g -> g.tableName(table).key(Map.of("id", s(id))).consistentRead(true))
                .item();
    }

    /** What stands between a keyword of an update and the next one. */
    private static List<String> clauses(String expression, String keyword) {
        String rest = expression.substring(expression.indexOf(keyword) + keyword.length());
        return List.of(rest.split(" ?(SET|REMOVE|ADD) ", 2)[0].split(", "));
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue n(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
