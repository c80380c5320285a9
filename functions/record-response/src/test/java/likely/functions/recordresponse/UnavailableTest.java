package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import likely.aws.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A store that cannot be asked now: the sender is told to come again, and when. */
class UnavailableTest {

    private static void comeAgain(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers())
                .containsEntry("Retry-After", "5")
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Content-Type", "application/problem+json; charset=utf-8");
        assertThat(answer.json())
                .isEqualTo(Map.of("type", "about:blank", "title", "Service Unavailable", "status", 503));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SURVEYS_TABLE", "RESPONSES_TABLE", "SCORES_TABLE"})
    void a_missing_table(String table) {
        // Given
        Stage stage = new Stage(Map.of("limits", Map.of("responses", 10)));
        Map<String, String> environment = new HashMap<>(stage.settings().values());
        environment.put(table, "none");
        // When
        Answer answer = Stage.send(
                stage.functionOver(new Settings(environment)), Event.post(Stage.SURVEY, Stage.submission("")));
        // Then
        comeAgain(answer);
        assertThat(stage.stored()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, ProvisionedThroughputExceededException",
        "400, ThrottlingException",
        "400, RequestLimitExceeded",
        "500, InternalServerError",
        "503, ServiceUnavailable"
    })
    void a_throttled_or_broken_store(int status, String code) throws Exception {
        try (FailingStore store = new FailingStore(status, code)) {
            comeAgain(Stage.send(over(store.uri()), Event.post(Stage.SURVEY, Stage.submission(""))));
            comeAgain(Stage.send(over(store.uri()), Event.settings(Stage.SURVEY)));
        }
    }

    @Test
    void a_store_that_nobody_listens_at() throws Exception {
        URI nobody;
        try (FailingStore store = new FailingStore(500, "InternalServerError")) {
            nobody = store.uri();
        }
        comeAgain(Stage.send(over(nobody), Event.post(Stage.SURVEY, Stage.submission(""))));
    }

    private static RecordResponse over(URI endpoint) {
        DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
                .build();
        return new RecordResponse(Wiring.routes(
                new Settings(Map.of(
                        "SURVEYS_TABLE",
                        "s",
                        "RESPONSES_TABLE",
                        "r",
                        "SCORES_TABLE",
                        "c",
                        "IDENTITY_SECRET",
                        "i",
                        "PEOPLE_TABLE",
                        "p",
                        "INVITATIONS_TABLE",
                        "v",
                        "SOURCES_TABLE",
                        "o",
                        "ADDRESS_SECRET",
                        "address",
                        "LINK_SECRET",
                        "l")),
                client,
                () -> {
                    throw new AssertionError("no secret is needed");
                },
                Clock.systemUTC(),
                SurveyRoutes::log));
    }

    @Test
    void a_table_that_is_away_for_a_while_loses_nothing() {
        // Given
        Stage stage = new Stage();
        String table = stage.tables.tableName("Responses");
        Map<String, String> away = new HashMap<>(stage.settings().values());
        away.put("RESPONSES_TABLE", table + "-away");
        comeAgain(Stage.send(stage.functionOver(new Settings(away)), Event.post(Stage.SURVEY, Stage.submission(""))));
        // When
        Answer again = stage.post(Stage.submission(""));
        // Then
        assertThat(List.of(again.status(), stage.stored().size())).containsExactly(201, 1);
    }
}
