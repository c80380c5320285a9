package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.aws.Settings;
import likely.surveys.ResponseId;
import likely.surveys.json.Json;
import likely.surveys.widget.PageAskings;
import org.junit.jupiter.api.Test;

/** Logs are lines of JSON that carry ids, and never what somebody said or who it is. */
class LogTest {
    private static final List<String> PRIVATE = List.of(
            "SecretComment",
            "ann@shop.example",
            "Ann Secretname",
            "c-4711",
            "SecretValue",
            "SecretKey",
            "SecretPage",
            "SecretText",
            "newest-secret");
    private static final String TELLING =
            Stage.submission("\"comment\":\"SecretComment\",\"page\":\"https://SecretPage\","
                    + "\"properties\":{\"SecretKey\":\"SecretValue\"},"
                    + "\"person\":{\"email\":\"ann@shop.example\",\"name\":\"Ann Secretname\",\"id\":\"c-4711\"}");

    static List<String> logged(Runnable run) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            System.setErr(captured);
            run.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void what_is_recorded_is_logged_by_its_ids() {
        Stage stage = new Stage();
        List<String> lines = logged(() -> stage.post(TELLING));
        assertThat(lines).hasSize(1);
        assertThat(Json.object(lines.get(0)))
                .isEqualTo(Map.of(
                        "level", "INFO",
                        "event", "response.received",
                        "survey", "demo",
                        "response", ResponseId.of("demo", "submission-1"),
                        "outcome", "created"));
    }

    @Test
    void nothing_private_is_logged_whatever_happens() {
        Stage stage = new Stage();
        Settings tableless = new Settings(Map.of(
                "SURVEYS_TABLE", stage.tables.tableName("Surveys"),
                "RESPONSES_TABLE", "none",
                "SCORES_TABLE", "none",
                "PEOPLE_TABLE", "none",
                "INVITATIONS_TABLE", "none",
                "SOURCES_TABLE", "none",
                "LINK_SECRET", "links",
                "ADDRESS_SECRET", "address",
                "IDENTITY_SECRET", "identity"));
        RecordResponse withoutTable = stage.functionOver(tableless);
        RecordResponse broken = new RecordResponse(new Routes(
                new SurveyRoutes(
                        new SettingsCache(new Broken(TELLING), java.time.Clock.systemUTC()),
                        Broken.recorder(),
                        new PageAskings(
                                BrokenVisitors.signed(),
                                new BrokenVisitors(),
                                survey -> true,
                                java.time.Clock.systemUTC()),
                        new Sender(Optional.empty()),
                        SurveyRoutes::log),
                () -> {
                    throw new IllegalStateException(TELLING);
                },
                new likely.web.WebFiles()));
        // When
        List<String> lines = logged(() -> {
            stage.post(TELLING);
            stage.post(TELLING);
            stage.post(TELLING.replace("\"score\":9", "\"score\":10,\"seq\":2"));
            stage.post(TELLING.replace("\"score\":9", "\"score\":99"));
            stage.post(TELLING.replace("SecretKey", "\\ud800SecretKey"));
            stage.post(TELLING + "SecretText");
            stage.post(TELLING.replace("\"email\"", "\"payload\":\"U2VjcmV0VGV4dA\",\"signature\":\"00\",\"email\""));
            stage.erase(ResponseId.of("demo", "submission-1"));
            stage.post(TELLING);
            assertThat(Stage.send(withoutTable, Event.post("demo", TELLING)).status())
                    .isEqualTo(503);
            assertThat(Stage.send(broken, Event.post("demo", TELLING)).status()).isEqualTo(500);
        });
        // Then
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(Json.object(line)).containsKeys("level", "event");
            assertThat(line).doesNotContain(PRIVATE);
        });
    }

    @Test
    void an_error_says_what_to_do() {
        Stage stage = new Stage();
        RecordResponse withoutTables = stage.functionOver(new Settings(Map.of(
                "SURVEYS_TABLE",
                "none",
                "RESPONSES_TABLE",
                "none",
                "SCORES_TABLE",
                "none",
                "IDENTITY_SECRET",
                "x",
                "PEOPLE_TABLE",
                "p",
                "INVITATIONS_TABLE",
                "v",
                "SOURCES_TABLE",
                "o",
                "ADDRESS_SECRET",
                "address",
                "LINK_SECRET",
                "l")));
        List<String> lines = logged(() -> Stage.send(withoutTables, Event.post("demo", TELLING)));
        assertThat(lines).hasSize(1);
        assertThat(Json.object(lines.get(0)))
                .containsEntry("level", "ERROR")
                .containsEntry("event", "store.unavailable")
                .containsKeys("error", "at", "todo");
    }
}
