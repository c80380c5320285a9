package likely.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import likely.embedded.EmbeddedSes;
import likely.embedded.Template;
import likely.local.DataFolder;
import likely.local.Json;
import likely.local.clock.MovableClock;
import likely.local.http.Reply;
import likely.local.http.Request;
import likely.local.http.Requests;
import likely.local.topics.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxTest {

    private static final Template TEMPLATE = Template.load(Path.of("src/test/resources/template.yaml"));
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path data;

    private final BlockingQueue<Map<String, ?>> heard = new LinkedBlockingQueue<>();
    private DataFolder folder;
    private MovableClock clock;
    private EmbeddedSes ses;
    private Mailbox mailbox;

    @BeforeEach
    void start() {
        folder = DataFolder.open(data);
        clock = new MovableClock(folder, InstantSource.fixed(NOON));
        ses = EmbeddedSes.start(clock.withZone(ZoneOffset.UTC));
        Topics topics = new Topics(TEMPLATE, (function, event) -> heard.add(Json.object(event)), clock);
        mailbox = new Mailbox(TEMPLATE, ses, folder, topics, clock);
    }

    @AfterEach
    void stop() {
        ses.close();
        folder.close();
    }

    @Test
    void mails_are_listed_newest_first_by_the_clock_that_was_moved() throws Exception {
        send("first@example.com");
        clock.forward(Duration.ofDays(1));
        send("second@example.com");

        assertThat(list("/mailbox.json"))
                .extracting(mail -> mail.get("to"))
                .containsExactly("second@example.com", "first@example.com");
        assertThat(list("/mailbox.json?to=first"))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .containsEntry("at", "2026-11-25T12:00:00Z")
                        .containsEntry("subject", "Wie war „Gooseneck“?"));
        assertThat(get("/mailbox")).contains("Thu 26 Nov 2026, 12:00", "1 day ahead", "Wie war „Gooseneck“?");
    }

    @Test
    void a_mail_is_shown_with_its_parts_and_headers() throws Exception {
        String id = send("joerg@example.com");

        assertThat(get("/mailbox/" + id))
                .contains("Jörg &lt;joerg@example.com&gt;", "List-Unsubscribe", "Grüße", "invitation", "i1")
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"");
        Map<String, Object> document = Json.object(get("/mailbox/" + id + ".json"));
        assertThat(document)
                .containsEntry("to", "joerg@example.com")
                .containsEntry("tags", Map.of("invitation", "i1"))
                .containsEntry("links", List.of("http://localhost:8080/answer/t?score=9&x=1", "/answer/t?score=10"));
        assertThat((String) document.get("text")).startsWith("Grüße: http://localhost:8080/answer/t?score=9");
        assertThat(Json.object(Json.text(document.get("headers"))))
                .containsEntry("List-Unsubscribe", List.of("<http://localhost:8080/unsubscribe/t>"));
        assertThat(get("/mailbox/" + id + ".eml")).isEqualTo(Mails.MAIL);
    }

    @Test
    void what_a_mail_brings_can_do_nothing_but_open_its_links() throws Exception {
        Reply html = answer(Requests.get("/mailbox/" + send("a@example.com") + ".html"));

        assertThat(html.body().text()).contains("<head><base target=\"_blank\">");
        assertThat(html.headers().get("Content-Security-Policy").get(0))
                .startsWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';")
                .doesNotContain("script");
    }

    @Test
    void a_name_that_is_markup_is_shown_as_text() throws Exception {
        ses.faults().fate("<i>@example.com", likely.embedded.SesFaults.Fate.BOUNCES);
        Mails.send(ses.endpoint(), "<b>x</b>@example.com", "Subject: <script>alert(1)</script>\n\nHello");

        assertThat(get("/mailbox"))
                .contains("&lt;b&gt;x", "&lt;script&gt;alert", "&lt;i&gt;@example.com: bounces")
                .doesNotContain("<script>alert", "<b>x", "<i>@");
    }

    @Test
    void a_mail_that_is_badly_written_is_shown_as_far_as_it_goes() throws Exception {
        Mails.send(ses.endpoint(), "a@example.com", """
                Subject: =?no-such?Q?x?=
                Content-Type: text/plain; charset=no-such

                Hello""");
        Mails.send(ses.endpoint(), "b@example.com", "no header at all");

        assertThat(get("/mailbox")).contains("no-such?Q?x?", "(no subject)");
        for (Map<String, Object> mail : list("/mailbox.json")) {
            assertThat(get("/mailbox/" + mail.get("id"))).contains("SES says");
        }
    }

    @Test
    void mails_are_there_after_a_restart() throws Exception {
        String id = send("joerg@example.com");
        Mailbox again = new Mailbox(TEMPLATE, ses, folder, new Topics(TEMPLATE, (f, e) -> {}, clock), clock);

        String document = again.answer(Requests.get("/mailbox/" + id + ".json"))
                .orElseThrow()
                .body()
                .text();
        assertThat(document).isEqualTo(get("/mailbox/" + id + ".json")).contains("joerg@example.com");
    }

    @Test
    void ses_tells_the_topic_of_the_templates_configuration_set_what_became_of_a_mail() throws Exception {
        ses.faults().fate("Gone@example.com", likely.embedded.SesFaults.Fate.BOUNCES);
        String id = send("gone@example.com");

        assertThat(told()).isEqualTo(Map.of("type", "Send", "id", id));
        assertThat(told()).isEqualTo(Map.of("type", "Bounce", "id", id));
        post("/mailbox/" + id + "/events", "event=open"); // not among the destination's types
        post("/mailbox/" + id + "/events", "event=complaint");
        assertThat(told()).isEqualTo(Map.of("type", "Complaint", "id", id));
    }

    @ParameterizedTest
    @CsvSource({
        "fault=throttle&calls=1, 400, Throttling",
        "fault=unavailable&calls=1, 503, ServiceUnavailable",
        "address=a%40example.com&fate=rejected, 400, MessageRejected",
        "quota=0&rate=14, 400, Daily message quota",
    })
    void faults_are_set_and_mended(String form, int status, String code) throws Exception {
        assertThat(post("/mailbox/faults", form).status()).isEqualTo(200);
        var refused = Mails.send(ses.endpoint(), "a@example.com", Mails.MAIL);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.body()).contains(code);
        assertThat(list("/mailbox.json")).isEmpty();

        post("/mailbox/faults", form.startsWith("quota") ? "quota=10&rate=14" : "mend=yes");
        send("a@example.com");
        assertThat(list("/mailbox.json")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', fault",
        "fault=flood&calls=1, flood",
        "fault=throttle&calls=many, calls",
        "fault=throttle, calls",
        "address=a%40example.com&fate=odd, odd",
        "quota=-1&rate=1, quota",
    })
    void a_switch_that_there_is_not_is_an_error_that_names_it(String form, String name) {
        Reply reply = post("/mailbox/faults", form);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().text()).contains(name);
    }

    @Test
    void another_sites_page_sets_nothing() throws Exception {
        Reply reply = answer(Requests.post("/mailbox/faults", "fault=throttle&calls=1", "Origin", "https://x.example"));
        assertThat(reply.status()).isEqualTo(403);
        send("a@example.com");
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (String path : List.of("none", "none.json", "../secrets.json", "mailbox.mustache")) {
            assertThat(answer(Requests.get("/mailbox/" + path)).status()).isEqualTo(404);
        }
        assertThat(get("/mailbox/mailbox.css")).contains(".mails");
        assertThat(mailbox.answer(Requests.get("/mailboxes"))).isEmpty();
    }

    private String send(String to) throws IOException, InterruptedException {
        var reply = Mails.send(ses.endpoint(), to, Mails.MAIL);
        assertThat(reply.statusCode()).isEqualTo(200);
        return reply.body().replaceFirst("(?s).*<MessageId>(.*)</MessageId>.*", "$1");
    }

    private Map<String, Object> told() throws InterruptedException {
        Map<String, ?> event = heard.poll(10, TimeUnit.SECONDS);
        Map<?, ?> sns = (Map<?, ?>) ((Map<?, ?>) ((List<?>) event.get("Records")).get(0)).get("Sns");
        Map<String, ?> message = Json.object((String) sns.get("Message"));
        return Map.of("type", message.get("eventType"), "id", ((Map<?, ?>) message.get("mail")).get("messageId"));
    }

    private List<Map<String, Object>> list(String path) {
        return ((List<?>) Json.parse(get(path)))
                .stream().map(each -> Json.object(Json.text(each))).toList();
    }

    private String get(String path) {
        Reply reply = answer(Requests.get(path));
        assertThat(reply.status()).isEqualTo(200);
        return reply.body().text();
    }

    private Reply post(String path, String form) {
        return answer(Requests.post(path, form));
    }

    private Reply answer(Request request) {
        return mailbox.answer(request).orElseThrow();
    }
}
