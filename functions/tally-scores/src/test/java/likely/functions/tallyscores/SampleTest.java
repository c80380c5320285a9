package likely.functions.tallyscores;

import static likely.aws.dynamodb.CountedScores.bins;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import java.time.LocalDate;
import java.util.List;
import likely.aws.Samples;
import likely.aws.streams.ResponseStream;
import likely.surveys.recount.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The payload events/tally-scores.json, read as Lambda's runtime reads it. */
class SampleTest {
    private static final LocalDate DAY = LocalDate.parse("2026-05-04");

    private final Installation likely = new Installation();
    private final DynamodbEvent sample = ResponseStream.read(Samples.read("tally-scores.json"));

    @AfterEach
    void close() {
        likely.close();
    }

    @Test
    void it_has_an_insert_an_edit_an_erasure_and_an_expiry() {
        assertThat(sample.getRecords())
                .extracting(DynamodbStreamRecord::getEventName)
                .containsExactly("INSERT", "MODIFY", "MODIFY", "INSERT", "REMOVE");
        assertThat(sample.getRecords().get(4).getUserIdentity().getPrincipalId())
                .isEqualTo("dynamodb.amazonaws.com");
    }

    @Test
    void of_an_erased_and_an_expired_answer_the_expired_one_stays_counted() {
        likely.leaves(Kind.ORPHANED, 1); // the erased one: no table has the sample's answers
        assertThat(likely.failures(sample)).isEmpty();

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(10, 1));
        assertThat(likely.scores.day("demo", "plan=free", DAY)).isEqualTo(bins(10, 1));
        assertThat(likely.scores.day("demo", "plan=pro", DAY)).isEqualTo(bins());
    }

    @Test
    void record_by_record_it_counts_the_same() {
        likely.leaves(Kind.ORPHANED, 1); // the erased one: no table has the sample's answers
        for (DynamodbStreamRecord entry : sample.getRecords()) {
            DynamodbEvent one = new DynamodbEvent();
            one.setRecords(List.of(entry));
            assertThat(likely.failures(one)).isEmpty();
        }

        assertThat(likely.scores.day("demo", DAY)).isEqualTo(bins(10, 1));
        assertThat(likely.scores.day("demo", "why=price", DAY)).isEqualTo(bins());
    }
}
