package likely.functions.tallyscores;

import static likely.aws.dynamodb.CountedScores.bins;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.IntStream;
import likely.aws.dynamodb.FaultyDynamoDb;
import likely.aws.streams.FailedRecordQueue;
import likely.aws.streams.ResponseStream;
import likely.surveys.Answer;
import likely.surveys.Response;
import likely.surveys.recount.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** What becomes of a batch when a record, the store, the queue or the time is not as it should be. */
class FailuresTest {
    private static final LocalDate DAY = Answer.DAY;

    private final Installation likely = new Installation();

    @AfterEach
    void close() {
        likely.close();
    }

    @Test
    void a_bad_record_among_a_hundred_is_queued_whole_and_counts_once_it_is_mended() {
        likely.leaves(Kind.UNREADABLE, 1);
        for (int i = 0; i < 99; i++) {
            likely.record(answer(i));
        }
        likely.spoil("no-answer", "survey", AttributeValue.fromS("demo"));

        likely.deliverAll();

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 99));
        assertThat(likely.queue.reasons()).containsExactly("day is missing or not text");
        DynamodbEvent queued = FailedRecordQueue.read(likely.queue.bodies().get(0));
        assertThat(queued.getRecords()).isEqualTo(likely.stream.at(99).getRecords());

        String mended = likely.queue
                .bodies()
                .get(0)
                .replace("\"survey\":", "\"day\":{\"S\":\"2026-05-04\"},\"score\":{\"N\":\"1\"},\"survey\":");
        assertThat(likely.failures(FailedRecordQueue.read(mended))).isEmpty();
        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 99, 1, 1));
    }

    @Test
    void a_record_that_the_store_refuses_is_isolated_and_the_others_are_counted() {
        likely.leaves(Kind.MISSING, 1);
        likely.record(answer(0));
        likely.record(Answer.of("order-0001")
                .score(3)
                .segments("plan=" + "x".repeat(1_500))
                .first());
        likely.record(answer(2));

        likely.deliverAll();

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 2));
        assertThat(likely.queue.reasons()).containsExactly("ValidationException");
    }

    @Test
    void a_ledger_entry_that_cannot_be_read_holds_up_nobody_else() {
        likely.leaves(Kind.UNREADABLE, 2); // found from its response and among the scores
        likely.record(answer(0));
        likely.record(answer(1));
        likely.scores.spoil(answer(0).id());

        likely.deliverAll();

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 1));
        assertThat(likely.queue.reasons()).containsExactly("ledger entry: version is missing or not a number");
    }

    @Test
    void a_record_that_cannot_be_queued_either_is_delivered_again_and_not_lost() {
        likely.leaves(Kind.UNREADABLE, 1);
        likely.record(answer(0));
        likely.spoil("no-answer", "survey", AttributeValue.fromS("demo"));
        likely.record(answer(2));
        likely.queue.refuse(SdkClientException.create("no connection"));
        String bad = Installation.sequenceNumber(likely.stream.all(), 1);

        assertThat(likely.failures(likely.stream.all())).containsExactly(bad);
        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 2));

        likely.queue.refuse(null);
        likely.deliver(1, 2);
        assertThat(likely.queue.messages()).hasSize(1);
        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 2));
    }

    @Test
    void a_queue_that_is_down_is_asked_once_a_batch() {
        likely.leaves(Kind.UNREADABLE, 5);
        for (int i = 0; i < 5; i++) {
            likely.spoil("no-answer-" + i, "survey", AttributeValue.fromS("demo"));
        }
        likely.queue.refuse(SdkClientException.create("no connection"));

        assertThat(likely.failures(likely.stream.all())).hasSize(1);
        assertThat(likely.queue.calls()).isEqualTo(1);
    }

    @Test
    void a_chunk_that_is_throttled_in_the_middle_is_delivered_again_and_counts_once() {
        recordWide(12); // four answers a commit
        likely.dynamoDb.before(request -> {
            if (writes(request, "s0=5")) {
                throw FaultyDynamoDb.error(400, "ThrottlingException");
            }
        });
        DynamodbEvent all = likely.stream.all();

        assertThat(likely.failures(all)).containsExactly(Installation.sequenceNumber(all, 4));
        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 8));

        likely.dynamoDb.mend();
        likely.deliver(4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDeniedException", "ExpiredTokenException", "ThrottlingException"})
    void a_store_that_is_closed_to_the_function_queues_nothing(String code) {
        likely.record(answer(0));
        likely.dynamoDb.before(request -> {
            throw FaultyDynamoDb.error(400, code);
        });

        assertThat(likely.failures(likely.stream.all())).hasSize(1);
        assertThat(likely.queue.calls()).isZero();

        likely.dynamoDb.mend();
        likely.deliverAll();
        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 1));
    }

    @Test
    void when_the_functions_time_is_nearly_over_what_remains_is_delivered_again() {
        likely.leaves(Kind.MISSING, 8);
        recordWide(8);
        DynamodbEvent all = likely.stream.all();

        var response = likely.function.handleRequest(all, Installation.timeLeft(5_000));

        assertThat(response.getBatchItemFailures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.getItemIdentifier()).isEqualTo(Installation.sequenceNumber(all, 0)));
        assertThat(likely.dynamoDb.requests(TransactWriteItemsRequest.class)).isEmpty();
    }

    @Test
    void without_a_context_there_is_no_limit() {
        likely.record(answer(0));

        assertThat(likely.function.handleRequest(likely.stream.all(), null).getBatchItemFailures())
                .isEmpty();
        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 1));
    }

    @Test
    void the_daily_call_that_keeps_the_function_awake_does_nothing() {
        DynamodbEvent awake = ResponseStream.read("{\"Records\":[]}");

        assertThat(likely.failures(awake)).isEmpty();
        assertThat(likely.dynamoDb.requests(DynamoDbRequest.class)).isEmpty();
    }

    @Test
    void no_log_line_and_no_reason_has_anything_that_was_answered() {
        likely.leaves(Kind.MISSING, 1);
        likely.leaves(Kind.UNREADABLE, 2);
        likely.record(Answer.of("order-0001")
                .comment("secret words")
                .segments("plan=" + "secret".repeat(300))
                .first());
        likely.spoil("no-answer", "comment", AttributeValue.fromS("secret words"));
        likely.spoil("no-day", "day", AttributeValue.fromS("secret day"));
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            likely.deliverAll();
        } finally {
            System.setOut(out);
        }

        assertThat(likely.queue.reasons()).hasSize(3).noneMatch(reason -> reason.contains("secret"));
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("record.queued")
                .doesNotContain("secret");
    }

    private static boolean writes(DynamoDbRequest request, String segment) {
        return request instanceof TransactWriteItemsRequest commit
                && commit.transactItems().stream()
                        .anyMatch(write -> write.update() != null
                                && write.update().key().get("pk").s().endsWith("#" + segment));
    }

    /** Answers with twenty segments of their own each. */
    private void recordWide(int count) {
        for (int i = 0; i < count; i++) {
            int answer = i;
            String[] segments = IntStream.range(0, 20)
                    .mapToObj(name -> "s" + name + "=" + answer)
                    .toArray(String[]::new);
            likely.record(
                    Answer.of("order-" + (1000 + i)).score(9).segments(segments).first());
        }
    }

    private static Response answer(int number) {
        return Answer.of("order-" + (1000 + number)).score(9).first();
    }
}
