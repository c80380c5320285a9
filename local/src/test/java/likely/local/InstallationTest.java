package likely.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import likely.local.handlers.Hear;
import likely.local.handlers.Overhear;
import likely.local.mailbox.Mails;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    static Path data;

    private static Installation installation;
    private static Aws aws;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        installation = TestInstallation.start(data);
        aws = new Aws(installation.environment());
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void a_request_arrives_as_a_rest_apis_proxy_event() throws Exception {
        HttpResponse<String> response = send("POST", "v1/a%20b/c?x=1&x=a+b", "{\"score\":9}");
        assertThat(Json.object(response.body()))
                .containsEntry("resource", "/v1/{path+}")
                .containsEntry("path", "/v1/a%20b/c")
                .containsEntry("httpMethod", "POST")
                .containsEntry("pathParameters", Map.of("path", "a%20b/c"))
                .containsEntry("queryStringParameters", Map.of("x", "a b"))
                .containsEntry("body", "{\"score\":9}")
                .containsEntry("stageVariables", null)
                .containsEntry("isBase64Encoded", false);
    }

    @Test
    void what_is_no_route_is_refused_as_api_gateway_does_it() throws Exception {
        for (String path : List.of("none", "answers/1")) {
            HttpResponse<String> response = send("GET", path, "");
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body())
                    .isEqualTo(
                            "{\"message\":\"Missing Authentication Token\",\"title\":\"Missing Authentication Token\"}");
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
        }
    }

    @Test
    void failures_malformed_answers_and_time_outs_become_the_templates_5xx() throws Exception {
        for (String path : List.of("v1/fails", "v1/malformed", "v1/slow")) {
            HttpResponse<String> response = send("GET", path, "");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).contains("5");
            assertThat(response.body()).isEqualTo("{\"status\":503}");
        }
    }

    @Test
    void a_body_over_ten_megabytes_is_refused() throws Exception {
        assertThat(send("POST", "v1/x", "x".repeat(10 * 1024 * 1024 + 1)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_header_may_have_several_values() throws Exception {
        assertThat(send("GET", "v1/cookies", "").headers().allValues("Set-Cookie"))
                .containsExactly("a=1", "b=2");
    }

    @Test
    void long_replies_are_packed_for_those_who_take_it() throws Exception {
        HttpRequest.Builder request = request("POST", "v1/x", "x".repeat(2_000));
        HttpResponse<byte[]> packed =
                CLIENT.send(request.header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("x".repeat(2_000));
        }
    }

    @Test
    void what_is_written_is_counted_once_by_way_of_the_stream() throws Exception {
        send("POST", "answers/one", "");
        send("POST", "answers/one", "");
        send("POST", "answers/two", "");
        await(() -> Stored.read(CLIENT, installation.address()).counted() >= 2);
        assertThat(Stored.read(CLIENT, installation.address())).isEqualTo(new Stored(Set.of("one", "two"), 2));
    }

    @Test
    void an_event_goes_from_the_bus_by_a_queue_to_a_function_which_may_refuse_it_once() throws Exception {
        aws.putEvent("Noted", "{\"score\":9,\"text\":\"refuse\"}");
        aws.putEvent("Noted", "{\"score\":3,\"text\":\"not asked for\"}");
        assertThat(Hear.HEARD.poll(60, TimeUnit.SECONDS)).contains("refuse");
        assertThat(send("GET", "_local/bus", "").body()).contains("not asked for");
    }

    @Test
    void a_message_that_is_refused_again_and_again_comes_to_lie_with_the_dead_letters() throws Exception {
        aws.putEvent("Noted", "{\"score\":9,\"text\":\"refuse for ever\"}");
        assertThat(aws.receive("refused", Duration.ofSeconds(60))).contains("refuse for ever");
    }

    @Test
    void a_call_that_nobody_waits_for_is_tried_again_and_then_told_to_its_failure_destination() {
        aws.invokeLater("likely-EchoFunction", "{\"path\":\"/v1/fails\"}");
        Map<String, Object> failure = Json.object(aws.receive("given-up", Duration.ofSeconds(60)));
        assertThat(failure).containsEntry("requestPayload", Map.of("path", "/v1/fails"));
        assertThat(Json.text(failure))
                .contains("\"condition\":\"RetriesExhausted\"", "\"approximateInvokeCount\":2", "as asked");
    }

    @Test
    void a_clock_that_is_moved_by_days_makes_what_was_due_run_once_and_soon() throws Exception {
        HttpResponse<String> moved = send("POST", "mailbox/clock", "forward=P3D");
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(Hear.SCHEDULED.poll(5, TimeUnit.SECONDS)).isEqualTo("x");
        assertThat(Hear.SCHEDULED.poll(200, TimeUnit.MILLISECONDS)).isNull();

        aws.putEvent("Unheard", "{}");
        Instant inThreeDays = Instant.now().plus(Duration.ofDays(3)).minusSeconds(60);
        String last = send("GET", "_local/bus", "").body().lines().reduce("", (one, other) -> other);
        Object time = Json.object(last.substring(last.indexOf('{'), last.lastIndexOf('}') + 1))
                .get("time");
        assertThat(Instant.parse((String) time)).isAfter(inThreeDays);
    }

    @Test
    void a_mail_is_kept_and_a_function_hears_of_it_by_the_topic() throws Exception {
        Mails.send(URI.create(installation.environment().get("AWS_ENDPOINT_URL_SES")), "a@example.com", Mails.MAIL);
        List<Object> told = new ArrayList<>(); // in any order, as SNS has it
        for (int i = 0; i < 2; i++) {
            told.add(Json.object(Overhear.HEARD.poll(10, TimeUnit.SECONDS)).get("eventType"));
        }
        assertThat(told).containsExactlyInAnyOrder("Send", "Delivery");
        assertThat(send("GET", "mailbox.json?to=a@example.com", "").body()).contains("Gooseneck");
    }

    @Test
    void the_template_knows_the_address_under_which_people_reach_the_machine() throws Exception {
        String answer = send("GET", "v1/address", "").body();
        assertThat(answer + "/").isEqualTo(installation.address().toString());
    }

    @Test
    void the_sdk_reads_secrets_and_invokes_functions() {
        assertThat(aws.secret("likely/owner-key"))
                .isEqualTo(installation.secret("OwnerKeySecret").orElseThrow());
        assertThat(aws.invoke("likely-EchoFunction:live", "{\"path\":\"/x\"}")).contains("\"statusCode\":200");
        assertThat(aws.invoke("likely-EchoFunction", "{\"path\":\"/v1/fails\"}"))
                .contains("java.lang.IllegalStateException", "as asked");
    }

    @Test
    void a_second_machine_on_the_same_folder_is_refused() {
        assertThatThrownBy(() -> TestInstallation.start(data))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("Another Likely is using the data folder");
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(request(method, path, body).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(installation.address() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.call()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }
}
