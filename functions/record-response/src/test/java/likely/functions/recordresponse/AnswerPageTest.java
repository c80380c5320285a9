package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import likely.surveys.json.Json;
import likely.surveys.links.Link.Purpose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A click is not an answer; a press is one, once. */
class AnswerPageTest {
    private final Stage stage = new Stage(Map.of("brand", "Acme & Söhne <b>"));
    private final Mailed mailed = new Mailed(stage);

    @Test
    void opening_a_link_shows_its_score_chosen_and_records_nothing() {
        Answer page = mailed.open("3");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.text()).contains("name=\"score\" value=\"3\" required checked");
        assertThat(page.text().split("checked", -1)).hasSize(2);
        assertThat(stage.stored()).isEmpty();
        assertThat(mailed.invitation()).doesNotContainKey("answeredAt");
    }

    /** Published for whoever writes a page of this kind. */
    @TestFactory
    List<DynamicTest> no_opening_is_an_answer() throws IOException {
        Path file = Files.exists(Path.of("events")) ? Path.of("events") : Path.of("../../events");
        String text = "{\"all\":" + Files.readString(file.resolve("openings.json")) + "}";
        return ((List<?>) Json.object(text).get("all"))
                .stream()
                        .map(Map.class::cast)
                        .map(one -> DynamicTest.dynamicTest((String) one.get("name"), () -> opened(one)))
                        .toList();
    }

    private static void opened(Map<?, ?> opening) {
        Stage stage = new Stage();
        Mailed mailed = new Mailed(stage);
        int times = opening.get("times") instanceof Integer given ? given : 1;
        for (int i = 0; i < times; i++) {
            Event event = Event.page((String) opening.get("method"), "answer", Mailed.token(Purpose.ANSWER))
                    .query("score", Integer.toString(i % 11));
            ((Map<?, ?>) opening.get("headers")).forEach((name, value) -> event.header((String) name, (String) value));
            assertThat(stage.send(event).status()).isEqualTo(200);
        }
        assertThat(stage.stored()).isEmpty();
        assertThat(mailed.invitation().get("evidence").l()).hasSize(times);
        assertThat(mailed.invitation()).doesNotContainKey("answeredAt");
        assertThat(mailed.standing()).isEmpty();
    }

    @Test
    void every_opening_is_kept_as_evidence_and_twenty_are_enough() {
        stage.send(Event.page("HEAD", "answer", Mailed.token(Purpose.ANSWER)).header("User-Agent", "Mimecast"));
        IntStream.range(0, 25).forEach(i -> mailed.open("7"));

        List<AttributeValue> evidence = mailed.invitation().get("evidence").l();
        assertThat(evidence).hasSize(20);
        assertThat(evidence.get(0).m())
                .containsEntry("kind", AttributeValue.fromS("head"))
                .containsEntry("agent", AttributeValue.fromS("scanner"));
        assertThat(evidence.get(1).m())
                .containsEntry("at", AttributeValue.fromN(Long.toString(Stage.NOON.getEpochSecond())))
                .containsEntry("kind", AttributeValue.fromS("get"))
                .containsEntry("score", AttributeValue.fromN("7"));
    }

    @Test
    void a_press_records_the_answer_with_what_the_mail_knew() {
        Answer page = mailed.press("step=score&score=3&lang=de");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("lang=\"de\"", "name=\"comment\"");
        assertThat(stage.onlyStored())
                .containsEntry("score", AttributeValue.fromN("3"))
                .containsEntry("touchpoint", AttributeValue.fromS("email"))
                .containsEntry("person", AttributeValue.fromS("42"))
                .containsEntry("submissionId", AttributeValue.fromS("invitation-4711"))
                .containsEntry("properties", AttributeValue.fromM(Map.of("order", AttributeValue.fromS("A-1"))));
        assertThat(mailed.invitation()).containsKey("answeredAt");
        assertThat(mailed.standing()).containsKey("respondedAt");
    }

    @Test
    void a_press_twice_is_one_answer_in_one_edition() {
        mailed.press("step=score&score=3");
        mailed.press("step=score&score=3");

        assertThat(stage.onlyStored()).containsEntry("rev", AttributeValue.fromN("1"));
    }

    @Test
    void what_follows_the_score_is_kept_with_it_and_a_change_of_mind_keeps_the_rest() {
        mailed.press("step=score&score=3");
        Answer thanks = mailed.press(
                "step=more&score=3&comment=Too+slow%0D%0Aand+cold&answer.reason=service&answer.contact=true");
        assertThat(thanks.text()).contains("Thank you. We read every answer, and will look into it.");

        mailed.press("step=score&score=9");

        assertThat(stage.onlyStored())
                .containsEntry("score", AttributeValue.fromN("9"))
                .containsEntry("comment", AttributeValue.fromS("Too slow\nand cold"))
                .containsEntry(
                        "answers",
                        AttributeValue.fromM(Map.of(
                                "reason", AttributeValue.fromS("service"), "contact", AttributeValue.fromBool(true))));
        assertThat(mailed.open("9").text()).contains("Too slow\nand cold", "value=\"service\" checked");
    }

    @Test
    void a_link_with_another_score_asks_before_it_changes_what_was_said() {
        mailed.press("step=score&score=3");

        assertThat(mailed.open("9").text()).contains("name=\"score\" value=\"9\" required checked");
        assertThat(stage.onlyStored()).containsEntry("score", AttributeValue.fromN("3"));
    }

    @Test
    void a_form_without_a_score_or_with_a_wrong_one_says_so_and_keeps_nothing() {
        for (String form : List.of("step=score", "step=score&score=11", "step=score&score=6.5", "step=score&score=x")) {
            Answer page = mailed.press(form);
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.text()).contains("role=\"alert\"", "Please choose a number from 0 to 10.");
        }
        Answer wrong = mailed.press("step=more&score=3&answer.reason=weather");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("answers.reason is not one of quality, price, service, other");
        assertThat(stage.stored()).isEmpty();
    }

    @Test
    void a_link_that_is_forged_expired_made_for_something_else_or_for_nobody_leads_nowhere() {
        String right = Mailed.token(Purpose.ANSWER);
        String forged = right.substring(0, 44) + (right.endsWith("AA") ? "BB" : "AA");
        String ofNobody = Mailed.token(Purpose.ANSWER, "999", Mailed.END, () -> List.of("newest-secret"));
        String expired =
                Mailed.token(Purpose.ANSWER, Mailed.ID, Stage.NOON.getEpochSecond(), () -> List.of("newest-secret"));
        for (String token : List.of(forged, ofNobody, expired, Mailed.token(Purpose.UNSUBSCRIBE), "x", "äö")) {
            Answer page = stage.send(Event.page("POST", "answer", token).form("step=score&score=3"));
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.text()).contains("This link is no longer valid");
        }
        assertThat(stage.stored()).isEmpty();
    }

    @Test
    void a_rotated_key_breaks_no_mail_that_was_sent() {
        stage.secrets.rotate("another-secret");

        assertThat(mailed.press("step=score&score=8").status()).isEqualTo(200);
    }

    @Test
    void without_the_signed_link_nobody_answers_in_its_place() {
        Answer refused = stage.post("{\"submissionId\":\"invitation-4711\",\"score\":0}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().get(0)).startsWith("submissionId begins with invitation-");
        assertThat(stage.stored()).isEmpty();
    }

    @Test
    void a_comment_that_is_too_long_is_shown_again_to_be_cut() {
        mailed.press("step=score&score=3");
        Answer page = mailed.press("step=more&score=3&comment=" + "x".repeat(5_001));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("comment ", "x".repeat(5_001));
    }

    @Test
    void a_form_that_is_badly_encoded_is_answered_by_a_page() {
        Answer page = mailed.press("step=score&score=%zz");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void what_was_erased_does_not_come_back() {
        mailed.press("step=score&score=3");
        stage.erase(stage.onlyStored().get("id").s());

        assertThat(mailed.press("step=score&score=3").status()).isEqualTo(410);
    }

    @Test
    void a_closed_survey_says_so_and_lets_a_begun_answer_be_completed() {
        Stage closing = new Stage(
                Map.of("limits", Map.of("closes_at", Stage.NOON.plusSeconds(60).getEpochSecond())));
        Mailed late = new Mailed(closing);
        late.press("step=score&score=9");
        closing.pass(Duration.ofMinutes(2));

        assertThat(late.press("step=more&score=9&comment=fine").status()).isEqualTo(200);
        Mailed.made(closing, "990099", 1);
        Answer other = closing.send(Event.page(
                        "POST",
                        "answer",
                        Mailed.token(Purpose.ANSWER, "990099", Mailed.END, () -> List.of("newest-secret")))
                .form("step=score&score=1"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).contains("This survey is closed.");
    }

    @Test
    void whatever_people_wrote_is_text_and_no_script_runs() {
        mailed.press("step=score&score=3");
        mailed.press("step=more&score=3&comment=%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        Answer page = mailed.open("3");

        assertThat(page.text()).doesNotContain("<script").contains("&lt;script&gt;", "Acme &amp; Söhne &lt;b&gt;");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "script-src");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.headers()).doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    void the_page_speaks_the_mails_language_or_the_browsers() {
        assertThat(stage.send(Event.page("GET", "answer", Mailed.token(Purpose.ANSWER))
                                .header("Accept-Language", "ar,en;q=0.5"))
                        .text())
                .contains("lang=\"ar\" dir=\"rtl\"");
        assertThat(stage.send(Event.page("GET", "answer", Mailed.token(Purpose.ANSWER))
                                .query("lang", "ja")
                                .header("Accept-Language", "ar"))
                        .text())
                .contains("lang=\"ja\" dir=\"ltr\"");
    }

    @Test
    void a_store_that_is_away_is_worth_another_try() {
        stage.secrets.goAway();

        Answer page = mailed.press("step=score&score=3");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void a_link_without_a_mail_takes_one_answer_however_often_it_is_pressed() {
        String token = Mailed.made(stage, "170017", 1);
        for (String score : List.of("4", "4", "6")) {
            assertThat(stage.send(Event.page("POST", "answer", token).form("step=score&score=" + score))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(stage.onlyStored())
                .containsEntry("score", AttributeValue.fromN("6"))
                .containsEntry("touchpoint", AttributeValue.fromS("call"));
    }

    @Test
    void an_open_link_takes_so_many_answers_and_no_more_however_many_press_at_once() {
        String token = Mailed.made(stage, "18", 3);

        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> {
                    String form = "step=score&score=5&page=000000000000000" + i;
                    stage.send(Event.page("POST", "answer", token).form(form));
                    return stage.send(Event.page("POST", "answer", token).form(form))
                            .status();
                })
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 200, 200, 409, 409, 409, 409, 409);
        assertThat(stage.stored()).hasSize(3);
    }

    @Test
    void the_page_of_a_test_mail_keeps_nothing() {
        Answer page = stage.send(Event.page("GET", "answer", "test-demo").query("score", "9"));
        assertThat(page.text()).contains("This is a test mail.", "value=\"9\" required checked");
        assertThat(stage.send(Event.page("POST", "answer", "test-demo").form("step=score&score=9"))
                        .status())
                .isEqualTo(200);
        assertThat(stage.stored()).isEmpty();
    }
}
