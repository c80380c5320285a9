package likely.functions.tallyscores;

import static likely.aws.dynamodb.CountedScores.bins;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import likely.aws.dynamodb.FaultyDynamoDb;
import likely.surveys.Answer;
import likely.surveys.Response;
import likely.surveys.ledger.Interleaving;
import likely.surveys.ledger.Interleaving.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Real records of DynamoDB Local's stream, through the function's entry point, into DynamoDB Local's table Scores. */
class CountingOnceTest {
    private static final LocalDate DAY = Answer.DAY;

    private final Installation likely = new Installation();
    private final Response first = Answer.of("order-0001").score(9).first();

    @AfterEach
    void close() {
        likely.close();
    }

    @Test
    void a_record_that_is_delivered_three_times_counts_once() {
        likely.record(first);

        likely.deliverAll();
        likely.deliverAll();
        likely.deliverAll();

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 1));
    }

    @Test
    void a_record_that_is_three_times_in_one_batch_counts_once() {
        likely.record(first);

        likely.deliver(0, 0, 0);

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 1));
    }

    @Test
    void a_commit_whose_reply_was_lost_counts_once() {
        likely.record(first);
        likely.dynamoDb.after(request -> {
            if (request instanceof TransactWriteItemsRequest) {
                throw FaultyDynamoDb.timeOut();
            }
        });
        String sequence = Installation.sequenceNumber(likely.stream.all(), 0);
        assertThat(likely.failures(likely.stream.all())).containsExactly(sequence);

        likely.dynamoDb.mend();
        likely.deliverAll();

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 1));
    }

    @Test
    void rev_3_before_rev_2_counts_as_rev_3() {
        likely.record(first);
        likely.record(Answer.of("order-0001").score(3).edition(2));
        likely.record(Answer.of("order-0001").score(10).edition(3));

        likely.deliver(0);
        likely.deliver(2);
        likely.deliver(1);

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(10, 1));
    }

    @Test
    void an_insert_and_an_edit_in_one_batch_count_as_the_edit_in_one_commit() {
        likely.record(first);
        likely.record(Answer.of("order-0001").score(3).edition(2));

        likely.deliverAll();

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(3, 1));
        assertThat(likely.dynamoDb.requests(TransactWriteItemsRequest.class)).hasSize(1);
    }

    @ParameterizedTest(name = "reads and commits in turns {0}, the {1} image first")
    @CsvSource({
        "AABB, older", "ABAB, older", "ABBA, older", "BAAB, older", "BABA, older", "BBAA, older",
        "AABB, newer", "ABAB, newer", "ABBA, newer", "BAAB, newer", "BABA, newer", "BBAA, newer",
    })
    void two_tallies_of_one_response_at_once_count_it_once(String turns, String order) {
        likely.record(first);
        likely.record(Answer.of("order-0001").score(3).edition(2));
        boolean older = order.equals("older");

        Interleaving.run(turns, List.of(tally(older ? 0 : 1), tally(older ? 1 : 0)));

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(3, 1));
    }

    @Test
    void two_tallies_of_the_same_record_at_once_count_it_once() {
        likely.record(first);

        Interleaving.run("ABAB", List.of(tally(0), tally(0)));

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 1));
    }

    @Test
    void when_only_the_comment_changed_no_counter_is_written() {
        likely.record(first);
        likely.deliverAll();
        likely.dynamoDb.forget();

        likely.record(Answer.of("order-0001").score(9).comment("Thanks").edition(2));
        likely.deliverAll();

        assertThat(likely.dynamoDb.requests(TransactWriteItemsRequest.class))
                .singleElement()
                .satisfies(commit -> assertThat(commit.transactItems())
                        .hasSize(1)
                        .extracting(TransactWriteItem::update)
                        .containsOnlyNulls());
        assertThat(likely.scores.entry(first.id()).rev()).isEqualTo(2);
    }

    @Test
    void a_segment_that_changed_is_counted_where_it_is_now() {
        likely.record(Answer.of("order-0001")
                .score(9)
                .segments("plan=free", "why=price")
                .first());
        likely.deliverAll();
        likely.record(Answer.of("order-0001")
                .score(9)
                .segments("plan=pro", "why=price")
                .edition(2));
        likely.deliverAll();

        assertThat(likely.scores.day("demo", "plan=free", DAY)).isEqualTo(bins());
        assertThat(likely.scores.day("demo", "plan=pro", DAY)).isEqualTo(bins(9, 1));
        assertThat(likely.scores.day("demo", "why=price", DAY)).isEqualTo(bins(9, 1));
        assertThat(likely.scores.values("demo", "plan")).containsExactly("free", "pro");
    }

    @Test
    void a_record_that_arrives_a_month_late_counts_on_its_own_day() {
        LocalDate monthAgo = DAY.minusMonths(1);
        likely.record(Answer.of("order-0002").score(2).day(monthAgo).first());
        likely.record(first);

        likely.deliver(1);
        likely.deliver(0);

        assertThat(likely.scores.day("demo", monthAgo)).isEqualTo(bins(2, 1));
        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 1));
    }

    @Test
    void a_day_that_was_mended_leaves_the_old_day() {
        likely.record(first);
        likely.deliverAll();

        likely.spoil(first.id(), "day", AttributeValue.fromS("2026-05-05"));
        likely.deliverAll();

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins());
        assertThat(likely.scores.day("demo", DAY.plusDays(1))).isEqualTo(bins(9, 1));
    }

    @Test
    void a_mapping_made_anew_delivers_everything_again_and_changes_nothing() {
        for (int i = 0; i < 30; i++) {
            likely.record(Answer.of("order-" + (1000 + i))
                    .score(i % 11)
                    .segments("plan=" + i % 3)
                    .first());
        }
        likely.record(Answer.of("order-1003").score(10).edition(2));
        likely.responses.erase(Answer.of("order-1004").first().id());
        likely.expire(Answer.of("order-1005").first().id());
        likely.deliverAll();
        var counted = likely.scores.counters();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < likely.stream.size(); place++) {
            places.add(place);
        }
        Collections.shuffle(places, new Random(1));

        likely.deliverAll();
        likely.deliver(places.stream().mapToInt(place -> place).toArray());

        assertThat(likely.scores.counters()).isEqualTo(counted);
        assertThat(likely.scores.day("demo", DAY).stream().mapToLong(n -> n).sum())
                .isEqualTo(29);
    }

    @Test
    void sixty_answers_with_twenty_segments_count_once_each_in_commits_that_fit() {
        for (int i = 0; i < 60; i++) {
            String[] segments = new String[20];
            for (int name = 0; name < 20; name++) {
                segments[name] = "s" + name + "=" + (i + name) % 7;
            }
            likely.record(Answer.of("order-" + (1000 + i))
                    .score(10)
                    .segments(segments)
                    .first());
        }

        likely.deliverAll();

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(10, 60));
        assertThat(likely.scores.counters().values().stream()
                        .mapToLong(delta -> delta.total())
                        .sum())
                .isEqualTo(60 * 21);
        assertThat(likely.dynamoDb.requests(TransactWriteItemsRequest.class))
                .allMatch(commit -> commit.transactItems().size() <= 100)
                .hasSizeGreaterThan(1);
    }

    /** One instance of the function that is given one record, and waits for its turn before it reads and commits. */
    private Task tally(int place) {
        return pause -> {
            FaultyDynamoDb client = Installation.client();
            client.before(request -> {
                if (request instanceof BatchGetItemRequest || request instanceof TransactWriteItemsRequest) {
                    pause.run();
                }
            });
            assertThat(Installation.failures(likely.another(client), likely.stream.at(place)))
                    .isEmpty();
        };
    }
}
