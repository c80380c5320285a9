package likely.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The SES endpoint by its wire: what it takes, what it refuses, what it tells. */
class EmbeddedSesTest {
    private final EmbeddedSes ses = EmbeddedSes.start(Clock.systemUTC());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        ses.close();
    }

    @Test
    void a_mail_is_kept_with_its_tags_and_counted() throws Exception {
        assertThat(send("ada@shop.example")).contains("<MessageId>0100");

        assertThat(ses.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.destinations()).containsExactly("ada@shop.example");
            assertThat(mail.tags()).isEqualTo(Map.of("invitation", "7"));
            assertThat(mail.configurationSet()).isEqualTo("likely");
            assertThat(mail.header("subject")).contains("How was it? Tell us");
        });
        assertThat(call("Action=GetSendQuota"))
                .contains("<SentLast24Hours>1.0<", "<MaxSendRate>14.0<", "<Max24HourSend>50000.0<");
    }

    @Test
    void rate_and_quota_refuse_what_is_above_them() throws Exception {
        ses.quota().set(3, 2);

        assertThat(List.of(send("a@shop.example"), send("b@shop.example"), send("c@shop.example")))
                .satisfiesExactly(
                        one -> assertThat(one).contains("MessageId"),
                        two -> assertThat(two).contains("MessageId"),
                        three -> assertThat(three).contains("Throttling", "Maximum sending rate exceeded."));
        ses.quota().set(2, 100);
        assertThat(send("d@shop.example")).contains("Throttling", "Daily message quota exceeded.");
        assertThat(ses.quota().aboveRate()).isEqualTo(1);
        assertThat(ses.quota().aboveQuota()).isEqualTo(1);
        assertThat(ses.mails()).hasSize(2);
    }

    @Test
    void faults_come_in_their_order_and_then_it_goes_right() throws Exception {
        ses.faults().next(SesFaults.Call.THROTTLE, 1);
        ses.faults().next(SesFaults.Call.DROP_BEFORE, 1);
        ses.faults().next(SesFaults.Call.DROP_AFTER, 1);
        ses.faults().fate("gone@shop.example", SesFaults.Fate.REJECTED);

        assertThat(send("a@shop.example")).contains("Throttling");
        assertThatThrownBy(() -> send("b@shop.example")).isInstanceOf(IOException.class);
        assertThat(ses.mails()).isEmpty();
        assertThatThrownBy(() -> send("c@shop.example")).isInstanceOf(IOException.class);
        assertThat(ses.mails()).hasSize(1);
        assertThat(send("Gone@shop.example")).contains("MessageRejected");
        assertThat(send("d@shop.example")).contains("MessageId");
        assertThat(ses.sendCalls()).isEqualTo(5);
    }

    @Test
    void events_follow_a_mail_by_its_fate() throws Exception {
        BlockingQueue<Map<String, Object>> events = new LinkedBlockingQueue<>();
        ses.onEvent(events::add);

        send("bounce@simulator.amazonses.com");

        assertThat(take(events).get("eventType")).isEqualTo("Send");
        Map<String, Object> bounce = take(events);
        assertThat(bounce.get("bounce")).asString().contains("bounceType=Permanent");
        assertThat(bounce.get("mail")).asString().contains("invitation=[7]");
    }

    private static Map<String, Object> take(BlockingQueue<Map<String, Object>> events) throws InterruptedException {
        Map<String, Object> event = events.poll(5, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    private String send(String to) throws IOException, InterruptedException {
        String raw = "From: x@shop.example\r\nSubject: How was it?\r\n Tell us\r\n\r\nHello";
        return call("Action=SendRawEmail&Source=x%40shop.example&Destinations.member.1=" + encode(to)
                + "&ConfigurationSetName=likely&Tags.member.1.Name=invitation&Tags.member.1.Value=7&RawMessage.Data="
                + encode(Base64.getEncoder().encodeToString(raw.getBytes(StandardCharsets.UTF_8))));
    }

    private String call(String form) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(ses.endpoint())
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
