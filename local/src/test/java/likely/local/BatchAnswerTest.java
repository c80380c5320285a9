package likely.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchAnswerTest {

    private static final Set<String> BATCH = Set.of("1", "2");

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}"})
    void nothing_reported_is_success(String answer) {
        assertThat(BatchAnswer.read(answer, BATCH)).isEqualTo(BatchAnswer.SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"identifier\":\"1\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"9\"}]}",
                "{\"batchItemFailures\":\"1\"}",
                "\"fine\""
            })
    void what_names_no_record_of_the_batch_fails_all_of_it(String answer) {
        assertThat(BatchAnswer.read(answer, BATCH).wholeBatchFailed()).isTrue();
    }

    @Test
    void named_records_fail() {
        assertThat(BatchAnswer.read("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}", BATCH)
                        .failed())
                .contains(Set.of("2"));
    }
}
