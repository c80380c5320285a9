package likely.functions.plansurveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import likely.embedded.EmbeddedDynamoDb;
import org.junit.jupiter.api.Test;

/** The function as it is put together for Lambda, on its environment variables. */
class WiringTest {
    @Test
    void a_function_made_of_its_environment_plans() {
        PlanSurveys function = PlanSurveys.create(environment());

        assertThat(function.handleRequest(Map.of("task", "plan"), Installation.context(200_000)))
                .containsEntry("complete", true);
    }

    @Test
    void an_environment_without_a_queue_is_told_at_the_start() {
        Map<String, String> environment = environment();
        environment.remove("UNPLANNABLE_QUEUE");

        assertThatThrownBy(() -> PlanSurveys.create(environment)).rootCause().hasMessageContaining("UNPLANNABLE_QUEUE");
    }

    private static Map<String, String> environment() {
        Map<String, String> environment =
                new HashMap<>(new Installation().settings().values());
        environment.putAll(Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_DYNAMODB",
                        EmbeddedDynamoDb.shared().endpoint().toString(),
                "AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:1",
                "ADDRESS_SECRET", "address",
                "UNPLANNABLE_QUEUE", "http://127.0.0.1:1/unplannable"));
        return environment;
    }
}
