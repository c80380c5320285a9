package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import likely.aws.Settings;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.utils.internal.SystemSettingUtilsTestBackdoor;

/** What SnapStart takes a picture of is loaded, and nothing that must be fresh when it wakes up is in it. */
class SnapshotTest {
    private static final Map<String, String> TABLES = Map.of(
            "AWS_REGION",
            "eu-west-1",
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
            "l");

    @AfterEach
    void the_environment_as_it_was() {
        SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
    }

    private static void checkpointAndRestore() {
        Snapshot snapshot = Snapshot.register();
        Context<Resource> none = Core.getGlobalContext();
        snapshot.beforeCheckpoint(none);
        snapshot.afterRestore(none);
    }

    @Test
    void each_kind_of_request_is_rehearsed_to_its_end() {
        List<Answer> answers = Snapshot.rehearse().stream().map(Answer::of).toList();
        assertThat(answers).extracting(Answer::status).containsExactly(204, 200, 201, 400, 200, 200);
        assertThat(answers.get(3).errors()).hasSize(4);
    }

    @Test
    void a_rehearsal_leaves_no_line_in_the_log() {
        assertThat(LogTest.logged(Snapshot::rehearse)).isEmpty();
    }

    @Test
    void no_connection_is_opened_and_no_credential_is_asked_for() throws Exception {
        try (FailingStore store = new FailingStore(400, "ResourceNotFoundException")) {
            // Given: the function as Lambda makes it, but for a store that counts and credentials that count
            AtomicInteger asked = new AtomicInteger();
            AwsCredentialsProvider credentials = () -> {
                asked.incrementAndGet();
                return AwsBasicCredentials.create("fresh", "fresh");
            };
            RecordResponse byContainer = RecordResponse.create(with(TABLES, "AWS_ENDPOINT_URL", store.uri()));
            RecordResponse byHand = over(credentials, new RecordingHttp(), store.uri());
            // When
            checkpointAndRestore();
            // Then
            assertThat(store.requests()).isZero();
            assertThat(asked).hasValue(0);
            // And both are asked once a request comes
            Stage.send(byHand, Event.settings("demo"));
            Stage.send(byContainer, Event.settings("demo"));
            assertThat(asked).hasPositiveValue();
            assertThat(store.requests()).isPositive();
        }
    }

    @Test
    void the_time_is_that_of_the_request() {
        // Given
        Stage stage = new Stage();
        checkpointAndRestore();
        // When: it sleeps for a year
        stage.pass(Duration.ofDays(365));
        stage.post(Stage.submission(""));
        // Then
        assertThat(stage.onlyStored().get("day").s()).isEqualTo("2027-11-22");
    }

    @Test
    void no_survey_and_no_secret_of_before_is_kept() {
        // Given
        Stage stage = new Stage();
        // When
        checkpointAndRestore();
        // Then
        assertThat(stage.requests).isEmpty();
        assertThat(stage.secrets.reads()).isZero();
        assertThat(stage.send(Event.settings("rehearsal")).status()).isEqualTo(404);
    }

    @Test
    void each_request_to_the_store_has_a_random_number_of_its_own() {
        // Given
        RecordingHttp http = new RecordingHttp();
        RecordResponse function = over(() -> AwsBasicCredentials.create("k", "s"), http, URI.create("http://store"));
        // When
        for (int restore = 0; restore < 2; restore++) {
            checkpointAndRestore();
            Stage.send(function, Event.settings("demo"));
        }
        // Then
        List<String> ids = http.requests.stream()
                .map(request ->
                        request.firstMatchingHeader("amz-sdk-invocation-id").orElseThrow())
                .toList();
        assertThat(new java.util.HashSet<>(ids)).hasSize(2);
    }

    @Test
    void nothing_that_the_function_holds_is_a_generator_of_random_numbers() {
        RecordResponse function = RecordResponse.create(TABLES);
        checkpointAndRestore();
        assertThat(Reachable.from(function).entrySet())
                .isNotEmpty()
                .filteredOn(held -> held.getKey() instanceof java.util.Random)
                .extracting(java.util.Map.Entry::getValue)
                .isEmpty();
    }

    @Test
    void credentials_that_came_after_the_checkpoint_are_used() {
        // Given: a function that had none
        RecordingHttp http = new RecordingHttp();
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride("AWS_ACCESS_KEY_ID", null);
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride("AWS_SECRET_ACCESS_KEY", null);
        AwsCredentialsProvider credentials = likely.aws.Clients.credentials(settings());
        RecordResponse function = over(credentials, http, URI.create("http://store"));
        checkpointAndRestore();
        // When
        for (String key : List.of("AKIAFIRST", "AKIASECOND")) {
            SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride("AWS_ACCESS_KEY_ID", key);
            SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride("AWS_SECRET_ACCESS_KEY", "secret");
            Stage.send(function, Event.settings("demo"));
            // Then
            SdkHttpRequest last = http.requests.get(http.requests.size() - 1);
            assertThat(last.firstMatchingHeader("Authorization").orElse("")).contains("Credential=" + key + "/");
        }
    }

    private static Settings settings() {
        return new Settings(TABLES);
    }

    private static Map<String, String> with(Map<String, String> map, String name, Object value) {
        Map<String, String> more = new java.util.HashMap<>(map);
        more.put(name, value.toString());
        return more;
    }

    private static RecordResponse over(AwsCredentialsProvider credentials, SdkHttpClient http, URI endpoint) {
        return function(DynamoDbClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(endpoint)
                .credentialsProvider(credentials)
                .httpClient(http)
                .build());
    }

    private static RecordResponse function(DynamoDbClient store) {
        return new RecordResponse(Wiring.routes(
                settings(),
                store,
                () -> {
                    throw new AssertionError("no secret is needed");
                },
                java.time.Clock.systemUTC(),
                SurveyRoutes::log));
    }

    /** A store that has nothing, and keeps what it was asked. */
    private static final class RecordingHttp implements SdkHttpClient {
        private final List<SdkHttpRequest> requests = new CopyOnWriteArrayList<>();

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            requests.add(request.httpRequest());
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(new byte[] {'{', '}'})))
                            .build();
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {}
    }
}
