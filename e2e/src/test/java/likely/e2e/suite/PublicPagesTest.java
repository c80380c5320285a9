package likely.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import likely.e2e.client.Caller;
import likely.e2e.client.Reply;
import likely.e2e.client.Survey;
import org.junit.jupiter.api.Test;

/** What a page of any origin gets: the widget, a survey's settings, and leave to post. */
class PublicPagesTest {

    @Test
    void the_widget_is_served_once_and_then_only_confirmed() {
        Reply first = Caller.anybody().get("widget.js");
        Reply again =
                Caller.anybody().with("If-None-Match", first.header("ETag")).get("widget.js");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Content-Type")).startsWith("text/javascript");
        assertThat(first.body()).contains("submissionId");
        assertThat(first.header("ETag")).isNotEmpty();
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void settings_are_the_same_for_everybody_and_may_be_kept() {
        Survey survey = Survey.with(Map.of("brand", "Kettle & Sons"));

        Reply reply = Caller.anybody().with("Origin", "https://shop.example").get("surveys/" + survey.id());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(reply.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(reply.header("Cache-Control")).contains("public");
        assertThat(reply.json())
                .containsEntry("id", survey.id())
                .containsEntry("open", true)
                .containsEntry(
                        "question",
                        "How likely is it that you would recommend Kettle & Sons to a friend or colleague?");
        assertThat(reply.body()).doesNotContain(survey.key());
    }

    @Test
    void a_browser_may_post_json_from_any_page() {
        Survey survey = Survey.plain();

        Reply preflight = Caller.anybody()
                .with("Origin", "https://shop.example")
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "content-type")
                .send("OPTIONS", "surveys/" + survey.id() + "/responses", null);

        assertThat(preflight.status()).isIn(200, 204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(preflight.header("Access-Control-Allow-Headers").toLowerCase(java.util.Locale.ROOT))
                .contains("content-type");
        assertThat(survey.answer(9).header("Access-Control-Allow-Origin")).isEqualTo("*");
        survey.counted(1);
    }

    @Test
    void files_that_do_not_exist_are_not_found() {
        assertThat(Caller.anybody().get("assets/no-such-file.js").status()).isEqualTo(404);
        assertThat(Caller.anybody().get("assets/..%2F..%2Fpom.xml").status()).isBetween(400, 499);
    }

    @Test
    void the_service_says_that_it_is_well() {
        assertThat(Caller.anybody().get("health").status()).isEqualTo(200);
    }
}
