package likely.aws.dynamodb;

import static likely.aws.dynamodb.FaultyDynamoDb.canceled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.scoring.Score;
import likely.surveys.Unavailable;
import likely.surveys.ledger.Change;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Entry;
import likely.surveys.ledger.Ledger.Outcome;
import likely.surveys.ledger.Ledger.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.Update;

class DynamoLedgerTest {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();
    private static final LocalDate DAY = LocalDate.parse("2026-05-04");
    private static final Contribution NINE = new Contribution("demo", DAY, List.of(), Score.of(9), false);
    private static final Contribution THREE = new Contribution("demo", DAY, List.of("plan=pro"), Score.of(3), true);

    private final String table = DYNAMO_DB.freshTables(Template.find()).tableName("Scores");
    private final FaultyDynamoDb client = new FaultyDynamoDb(DYNAMO_DB.client());
    private final DynamoLedger ledger = new DynamoLedger(client, table);

    @Test
    void a_new_entry_is_put_under_the_condition_that_there_is_none() {
        commit(new Change("7", Entry.ABSENT, new Entry(1, 4, NINE, false)));

        assertThat(writes().get(0).put())
                .isEqualTo(Put.builder()
                        .tableName(table)
                        .item(Map.of(
                                "pk", s("ledger#7"),
                                "sk", s("ledger"),
                                "version", n("1"),
                                "rev", n("4"),
                                "survey", s("demo"),
                                "day", s("2026-05-04"),
                                "score", n("9")))
                        .conditionExpression("attribute_not_exists(pk)")
                        .build());
    }

    @Test
    void a_later_entry_is_put_under_the_condition_that_its_version_is_the_one_read() {
        Entry read = new Entry(6, 2, NINE, false);

        commit(new Change("7", read, new Entry(7, 3, null, true)));

        assertThat(writes().get(0).put())
                .isEqualTo(Put.builder()
                        .tableName(table)
                        .item(Map.of(
                                "pk", s("ledger#7"),
                                "sk", s("ledger"),
                                "version", n("7"),
                                "rev", n("3"),
                                "expired", AttributeValue.fromBool(true)))
                        .conditionExpression("version = :read")
                        .expressionAttributeValues(Map.of(":read", n("6")))
                        .build());
    }

    @Test
    void a_counter_is_added_to_by_bin_and_in_all() {
        commit(new Change("7", new Entry(1, 1, NINE, false), new Entry(2, 2, THREE, false)));

        assertThat(writes().stream().map(TransactWriteItem::update))
                .contains(
                        Update.builder()
                                .tableName(table)
                                .key(Map.of("pk", s("count#demo"), "sk", s("2026-05-04#0")))
                                .updateExpression("ADD b3 :b3, b9 :b9, n :n")
                                .expressionAttributeValues(Map.of(":b3", n("1"), ":b9", n("-1"), ":n", n("0")))
                                .build(),
                        Update.builder()
                                .tableName(table)
                                .key(Map.of("pk", s("count#demo#plan=pro"), "sk", s("2026-05-04#0")))
                                .updateExpression("ADD b3 :b3, n :n")
                                .expressionAttributeValues(Map.of(":b3", n("1"), ":n", n("1")))
                                .build(),
                        Update.builder()
                                .tableName(table)
                                .key(Map.of("pk", s("total#demo"), "sk", s("0")))
                                .updateExpression("ADD b3 :b3, n :n")
                                .expressionAttributeValues(Map.of(":b3", n("1"), ":n", n("1")))
                                .build())
                .hasSize(4);
    }

    @Test
    void entries_are_read_consistently() {
        ledger.read(List.of("7"));

        assertThat(client.requests(BatchGetItemRequest.class)
                        .get(0)
                        .requestItems()
                        .get(table))
                .satisfies(asked -> {
                    assertThat(asked.consistentRead()).isTrue();
                    assertThat(asked.keys()).containsExactly(Map.of("pk", s("ledger#7"), "sk", s("ledger")));
                });
    }

    @Test
    void a_value_of_a_segment_is_noted_once() {
        commit(new Change("1", Entry.ABSENT, new Entry(1, 1, THREE, false)));
        commit(new Change("2", Entry.ABSENT, new Entry(1, 1, THREE, false)));

        assertThat(client.requests(PutItemRequest.class))
                .singleElement()
                .satisfies(
                        put -> assertThat(put.item()).isEqualTo(Map.of("pk", s("values#demo#plan"), "sk", s("pro"))));
    }

    @ParameterizedTest(name = "{0} and {1} for two entries, and {2} for their counter: {3}")
    @CsvSource({
        "None, None, TransactionConflict, conflict",
        "TransactionConflict, None, None, conflict",
        "None, None, ThrottlingError, conflict",
        "None, None, ProvisionedThroughputExceeded, conflict",
        "None, ConditionalCheckFailed, None, overtaken",
        "TransactionConflict, ConditionalCheckFailed, ThrottlingError, overtaken",
        "ValidationError, ConditionalCheckFailed, None, overtaken",
        "None, None, ValidationError, refused",
        "None, None, ItemCollectionSizeLimitExceeded, refused",
    })
    void a_canceled_transaction_says_why(String first, String second, String counter, String outcome) {
        client.before(request -> {
            if (request instanceof TransactWriteItemsRequest) {
                throw canceled(first, second, counter);
            }
        });

        Outcome answer = commit(
                new Change("1", Entry.ABSENT, new Entry(1, 1, NINE, false)),
                new Change("2", Entry.ABSENT, new Entry(1, 1, NINE, false)));

        assertThat(answer)
                .isEqualTo(
                        switch (outcome) {
                            case "conflict" -> new Outcome.Conflict();
                            case "overtaken" -> new Outcome.Overtaken(Set.of("2"));
                            default -> new Outcome.Refused(counter);
                        });
    }

    @Test
    void a_transaction_that_is_still_under_way_is_a_conflict() {
        client.before(request -> {
            throw TransactionInProgressException.builder().statusCode(400).build();
        });

        assertThat(commit(new Change("1", Entry.ABSENT, new Entry(1, 1, NINE, false))))
                .isEqualTo(new Outcome.Conflict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ValidationException", "IdempotentParameterMismatchException"})
    void what_the_store_can_never_take_is_refused(String code) {
        client.before(request -> {
            throw FaultyDynamoDb.error(400, code);
        });

        assertThat(commit(new Change("1", Entry.ABSENT, new Entry(1, 1, NINE, false))))
                .isEqualTo(new Outcome.Refused(code));
    }

    @Test
    void a_segment_that_is_too_long_for_a_key_is_refused() {
        String segment = "plan=" + "x".repeat(1_100);
        Contribution contribution = new Contribution("demo", DAY, List.of(segment), Score.of(9), false);

        assertThat(commit(new Change("1", Entry.ABSENT, new Entry(1, 1, contribution, false))))
                .isEqualTo(new Outcome.Refused("ValidationException"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, AccessDeniedException",
        "400, ExpiredTokenException",
        "400, ResourceNotFoundException",
        "400, ThrottlingException",
        "400, ProvisionedThroughputExceededException",
        "500, InternalServerError",
        "503, ''",
        "403,",
    })
    void a_store_that_is_closed_throttled_or_broken_is_unavailable(int status, String code) {
        client.before(request -> {
            throw FaultyDynamoDb.error(status, code);
        });

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> commit(new Change("1", Entry.ABSENT, new Entry(1, 1, NINE, false))));
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> ledger.read(List.of("1")));
    }

    @Test
    void a_time_out_is_unavailable_whether_it_was_written_or_not() {
        client.after(request -> {
            throw FaultyDynamoDb.timeOut();
        });

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> commit(new Change("1", Entry.ABSENT, new Entry(1, 1, NINE, false))));
    }

    @Test
    void an_entry_that_is_none_is_named_and_not_quoted() {
        new CountedScores(DYNAMO_DB.client(), table).spoil("7");

        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> ledger.read(List.of("6", "7", "8")))
                .withMessage("ledger entry: version is missing or not a number")
                .satisfies(e -> assertThat(e.response()).isEqualTo("7"));
    }

    private Outcome commit(Change... changes) {
        return ledger.commit(List.of(changes), Change.deltas(List.of(changes)), 0);
    }

    private List<TransactWriteItem> writes() {
        return client.requests(TransactWriteItemsRequest.class).get(0).transactItems();
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue n(String number) {
        return AttributeValue.fromN(number);
    }
}
