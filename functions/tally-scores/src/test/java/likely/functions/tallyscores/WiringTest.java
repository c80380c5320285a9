package likely.functions.tallyscores;

import static likely.aws.dynamodb.CountedScores.bins;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import likely.embedded.EmbeddedDynamoDb;
import likely.surveys.Answer;
import likely.surveys.recount.Kind;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The function as it is put together for Lambda, on its environment variables. */
class WiringTest {
    @Test
    void a_function_made_of_its_environment_counts_and_delivers_again_what_it_cannot_queue() {
        try (Installation likely = new Installation()) {
            likely.leaves(Kind.UNREADABLE, 1);
            likely.record(Answer.of("order-0001").score(9).first());
            likely.spoil("no-answer", "survey", AttributeValue.fromS("demo"));
            TallyScores function = TallyScores.create(environment(likely));

            assertThat(Installation.failures(function, likely.stream.all()))
                    .containsExactly(Installation.sequenceNumber(likely.stream.all(), 1));

            assertThat(likely.scores.day("demo", Answer.DAY)).isEqualTo(bins(9, 1));
        }
    }

    @Test
    void an_environment_without_a_table_is_told_at_the_start() {
        try (Installation likely = new Installation()) {
            Map<String, String> environment = new HashMap<>(environment(likely));
            environment.remove("SCORES_TABLE");

            assertThatThrownBy(() -> TallyScores.create(environment))
                    .rootCause()
                    .hasMessageContaining("SCORES_TABLE");
        }
    }

    private static Map<String, String> environment(Installation likely) {
        return Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_DYNAMODB",
                        EmbeddedDynamoDb.shared().endpoint().toString(),
                "AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:1",
                "SCORES_TABLE", likely.scoresTable,
                "UNCOUNTABLE_QUEUE", "http://127.0.0.1:1/uncountable");
    }
}
