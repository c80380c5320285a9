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
    void each_kind_of_request_is_rehearsed_in_this_process_alone() throws Exception {
        List<Object> statuses = new ArrayList<>();
        for (String reply : Snapshot.rehearse()) {
            statuses.add(JSON.std.mapFrom(reply).get("statusCode"));
        }

        assertThat(statuses).containsExactly(200, 200, 303, 200, 200, 200, 200, 200, 200, 422, 422);
    }

    @Test
    void a_function_of_its_settings_reaches_a_store_only_for_a_key() throws Exception {
        ServeApi function = ServeApi.create(Map.ofEntries(
                Map.entry("AWS_REGION", "eu-west-1"),
                Map.entry("AWS_ENDPOINT_URL", "http://localhost:1"),
                Map.entry("SURVEYS_TABLE", "surveys"),
                Map.entry("RESPONSES_TABLE", "responses"),
                Map.entry("SCORES_TABLE", "scores"),
                Map.entry("PEOPLE_TABLE", "people"),
                Map.entry("INVITATIONS_TABLE", "invitations"),
                Map.entry("SOURCES_TABLE", "sources"),
                Map.entry("OWNER_KEY_SECRET", "owner-key"),
                Map.entry("SESSION_SECRET", "session"),
                Map.entry("IDENTITY_SECRET", "identity"),
                Map.entry("ADDRESS_SECRET", "address"),
                Map.entry("LINK_SECRET", "link"),
                Map.entry("BUS", "bus"),
                Map.entry("DEFAULT_SURVEY", "demo")));
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        String event = "{\"resource\":\"/v1/{path+}\",\"path\":\"/v1/metrics\",\"httpMethod\":\"GET\"}";
        function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), reply, null);

        // A store or a secret would have been a 503.
        assertThat(JSON.std.mapFrom(reply.toByteArray())).containsEntry("statusCode", 401);
    }
}
