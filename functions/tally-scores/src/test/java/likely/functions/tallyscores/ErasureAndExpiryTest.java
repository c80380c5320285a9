package likely.functions.tallyscores;

import static likely.aws.dynamodb.CountedScores.bins;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import likely.surveys.Answer;
import likely.surveys.Response;
import likely.surveys.Responses.Recorded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An erased or excluded answer counts nothing; one that expired stays counted, whatever comes afterwards. */
class ErasureAndExpiryTest {
    private static final LocalDate DAY = Answer.DAY;

    private final Installation likely = new Installation();
    private final Response first = Answer.of("order-0001").score(9).first();

    @AfterEach
    void close() {
        likely.close();
    }

    @Test
    void a_tombstone_before_the_insert_leaves_nothing_counted() {
        likely.record(first);
        likely.responses.erase(first.id());

        likely.deliver(1);
        likely.deliver(0);

        assertThat(likely.scores.counters()).isEmpty();
        assertThat(likely.scores.entry(first.id()).counted()).isNull();
    }

    @Test
    void an_erased_answer_that_an_offline_widget_sends_again_is_not_counted() {
        likely.record(first);
        likely.deliverAll();
        likely.responses.erase(first.id());

        assertThat(likely.record(first)).isEqualTo(Recorded.ERASED);
        assertThat(likely.record(Answer.of("order-0001").score(3).edition(2))).isEqualTo(Recorded.ERASED);
        likely.deliverAll();

        assertThat(likely.scores.counters()).isEmpty();
    }

    @Test
    void an_excluded_answer_counts_nothing_in_any_order_of_the_stream_until_it_is_included() {
        likely.record(first);
        likely.exclude(first.id(), true);
        likely.deliver(1);
        likely.deliver(0);
        assertThat(likely.scores.counters()).isEmpty();

        assertThat(likely.record(Answer.of("order-0001").score(3).edition(2))).isEqualTo(Recorded.EDITED);
        likely.deliver(2);
        assertThat(likely.scores.counters()).isEmpty();

        likely.exclude(first.id(), false);
        likely.deliver(3);
        likely.deliver(3);
        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(3, 1));
    }

    @Test
    void an_excluded_answer_that_expires_counts_nothing() {
        likely.record(first);
        likely.deliverAll();
        likely.exclude(first.id(), true);
        likely.expire(first.id());
        likely.deliverAll();

        assertThat(likely.scores.counters()).isEmpty();
    }

    @Test
    void a_response_that_expires_stays_counted() {
        likely.record(first);
        likely.expire(first.id());

        likely.deliverAll();

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 1));
        assertThat(likely.scores.entry(first.id()).expired()).isTrue();
    }

    @Test
    void an_expiry_before_the_insert_and_the_edit_counts_what_expired() {
        likely.record(first);
        likely.record(Answer.of("order-0001").score(3).edition(2));
        likely.expire(first.id());

        likely.deliver(2);
        likely.deliver(0);
        likely.deliver(1);

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(3, 1));
    }

    @Test
    void an_answer_that_is_sent_again_after_it_expired_is_not_counted_twice() {
        likely.record(first);
        likely.expire(first.id());
        likely.deliverAll();

        assertThat(likely.record(Answer.of("order-0001").score(3).edition(2))).isEqualTo(Recorded.CREATED);
        likely.deliverAll();

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 1));
    }

    @ParameterizedTest(name = "the {0} first")
    @CsvSource({"tombstone", "removal"})
    void an_erased_response_that_is_removed_counts_nothing_in_either_order(String order) {
        likely.record(first);
        likely.responses.erase(first.id());
        likely.expire(first.id());
        boolean tombstone = order.equals("tombstone");

        likely.deliver(0);
        likely.deliver(tombstone ? 1 : 2);
        likely.deliver(tombstone ? 2 : 1);

        assertThat(likely.scores.counters()).isEmpty();
    }

    @Test
    void an_erasure_after_the_expiry_finds_nothing_and_what_expired_stays_counted() {
        likely.record(first);
        likely.expire(first.id());

        assertThat(likely.responses.erase(first.id())).isFalse();
        likely.deliverAll();

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(9, 1));
    }
}
