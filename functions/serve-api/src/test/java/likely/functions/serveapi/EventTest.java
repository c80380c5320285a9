package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The event of events/serve-api.json, as API Gateway sends it. */
class EventTest {
    @Test
    void the_sample_event_is_answered() throws Exception {
        Path root = Files.exists(Path.of("events")) ? Path.of("") : Path.of("../..");
        Api api = new Api();
        api.ownerKeys.set(0, "KEY123");

        Api.Answer answer = api.invoke(Files.readAllBytes(root.resolve("events/serve-api.json")));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.object())
                .containsEntry("person", "1")
                .containsEntry("comment", "hi & bye")
                .extracting(json -> json.get("permalink"))
                .asString()
                .startsWith("https://abcdefghij.execute-api.eu-west-1.amazonaws.com/live/?answer=");
    }

    @Test
    void the_daily_event_that_keeps_the_function_awake_reaches_no_store() throws Exception {
        Api.Answer answer = new Api()
                .invoke("{\"resource\":\"/\",\"path\":\"/\",\"httpMethod\":\"GET\",\"headers\":{},"
                        .concat("\"requestContext\":{\"path\":\"/\",\"stage\":\"live\"}}")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(200);
    }
}
