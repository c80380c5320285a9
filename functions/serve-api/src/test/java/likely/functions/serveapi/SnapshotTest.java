package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is done before the picture of the process is taken reaches nothing outside of it. */
class SnapshotTest {
    @Test
    void the_function_is_primed_without_a_store_and_without_a_secret() throws Exception {
        ServeApi function = ServeApi.create(Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_ENDPOINT_URL", "http://localhost:1",
                "SURVEYS_TABLE", "surveys",
                "RESPONSES_TABLE", "responses",
                "SCORES_TABLE", "scores",
                "OWNER_KEY_SECRET", "owner-key",
                "SESSION_SECRET", "session",
                "IDENTITY_SECRET", "identity",
                "DEFAULT_SURVEY", "demo"));

        List<Object> statuses = new ArrayList<>();
        for (String event : Snapshot.EVENTS) {
            ByteArrayOutputStream reply = new ByteArrayOutputStream();
            function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), reply, null);
            statuses.add(JSON.std.mapFrom(reply.toByteArray()).get("statusCode"));
        }

        // A store or a secret would have been a 503.
        assertThat(statuses).containsExactly(200, 200, 401);
    }
}
