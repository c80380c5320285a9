package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import likely.surveys.sending.Outcome;
import likely.surveys.sending.Outcome.Block;
import likely.surveys.sending.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A survey's mails on the screen, and one sent to oneself. */
class MailsTest {
    private static final String SENDER =
            "{\"sender\":{\"name\":\"Ada\\r\\nof Acme\",\"reply_to\":\"ada@acme.example\"},\"languages\":[\"de\"]}";

    private final Api api = new Api();
    private String key;

    @BeforeEach
    void a_survey() {
        key = (String) api.owner("POST", "/v1/surveys")
                .json("{\"id\":\"shop\",\"brand\":\"Acme\"}")
                .send()
                .object()
                .get("key");
    }

    private Api.Answer test(String by, String body) {
        return api.call("POST", "/v1/surveys/shop/test_mail").key(by).json(body).send();
    }

    @Test
    void a_preview_is_the_mail_with_links_that_keep_nothing() {
        Map<String, Object> mail = api.get("/v1/surveys/shop/mail_preview").object();
        assertThat(mail)
                .containsEntry("subject", "One short question from Acme")
                .containsKey("headers");
        assertThat((String) mail.get("html")).contains("https://nps.example/live/answer/test-shop?score=10");
        assertThat((String) mail.get("text")).contains("https://nps.example/live/unsubscribe/test-shop");
    }

    @Test
    void kind_band_and_language_are_chosen() {
        Map<String, Object> mail = api.get("/v1/surveys/shop/mail_preview?kind=follow_up&band=passive&language=fr-CA")
                .object();
        assertThat(mail).containsEntry("subject", "Que faudrait-il pour obtenir un 9 ou un 10 ?");
    }

    @Test
    void a_preview_as_a_page_runs_nothing() {
        Api.Answer page = api.get("/v1/surveys/shop/mail_preview?format=html");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("script");
        assertThat(page.body()).startsWith("<!doctype html>");
    }

    @ParameterizedTest
    @CsvSource({"kind=poem, kind", "band=neutral, band", "format=pdf, format"})
    void a_preview_of_what_is_not_is_refused(String query, String field) {
        Api.Answer answer = api.get("/v1/surveys/shop/mail_preview?" + query);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.object().get("errors").toString()).startsWith("{" + field + "=[");
    }

    @Test
    void a_campaign_that_is_not_there_is_not_found() {
        assertThat(api.get("/v1/surveys/shop/mail_preview?campaign=none").status())
                .isEqualTo(404);
    }

    @Test
    void a_test_goes_to_the_sender_and_says_that_it_is_one() {
        api.owner("PUT", "/v1/surveys/shop").json(SENDER.replace("\\r\\n", " ")).send();
        Api.Answer sent = test(key, "{\"kind\":\"reminder\"}");
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.object()).containsEntry("to", "ada@acme.example").containsEntry("message_id", "message-1");
        assertThat(api.mailer.sent).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("ada@acme.example");
            assertThat(letter.from()).isEqualTo("nps@acme.example");
            assertThat(letter.invitation()).isEqualTo("test");
            assertThat(letter.message())
                    .contains(
                            "From: Ada of Acme <nps@acme.example>",
                            "Reply-To: ada@acme.example",
                            "[Dies ist eine Test");
        });
    }

    @Test
    void strangers_are_written_to_by_the_owner_alone() {
        Api.Answer refused = test(key, "{\"to\":\"eve@evil.example\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("for others use the owner's key");
        assertThat(api.mailer.sent).isEmpty();
        assertThat(test(Api.OWNER, "{\"to\":\"ada@other.example\"}").status()).isEqualTo(201);
    }

    @Test
    void no_test_goes_to_who_wants_no_mail() {
        api.owner("POST", "/v1/unsubscribes")
                .json("{\"person_email\":\"ada@acme.example\"}")
                .send();

        Api.Answer answer = test(Api.OWNER, "{\"to\":\"Ada@Acme.example\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("wants no mail");
        assertThat(api.mailer.sent).isEmpty();
    }

    @Test
    void a_viewer_sends_nothing() {
        String viewer = (String) api.owner("POST", "/v1/surveys/shop/keys")
                .json("{\"role\":\"viewer\"}")
                .send()
                .object()
                .get("key");
        assertThat(test(viewer, "{}").status()).isEqualTo(403);
        assertThat(api.mailer.sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', can't be blank",
        "'{\"to\":\"ada\"}', is not an email",
        "'{\"to\":\"a@b.example\\r\\nBcc: c@d.example\"}', is not an email"
    })
    void a_test_needs_an_address(String body, String reason) {
        Api.Answer answer = test(Api.OWNER, body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(reason);
        assertThat(api.mailer.sent).isEmpty();
    }

    @Test
    void what_ses_says_is_passed_on() {
        String body = "{\"to\":\"ada@acme.example\"}";
        api.mailer.answer = new Outcome.Refused("MessageRejected");
        assertThat(test(Api.OWNER, body).body()).contains("was refused by SES: MessageRejected");
        api.mailer.answer = new Outcome.Blocked(Block.QUOTA, "Throttling");
        assertThat(test(Api.OWNER, body).body()).contains("SES takes no mail from this sender now: Throttling");
        api.mailer.answer = new Outcome.Throttled();
        assertThat(test(Api.OWNER, body).status()).isEqualTo(503);
        api.mailer.answer = new Outcome.Unknown(Reason.TIME_OUT);
        assertThat(test(Api.OWNER, body).status()).isEqualTo(503);
    }
}
