package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import likely.surveys.links.Link.Purpose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Opening the page changes nothing; what is posted is done, and can be undone. */
class ChoicePageTest {
    private static final AttributeValue NOON = AttributeValue.fromN(Long.toString(Stage.NOON.getEpochSecond()));

    private final Stage stage = new Stage();
    private final Mailed mailed = new Mailed(stage);

    @Test
    void opening_the_page_changes_nothing() {
        Answer page = mailed.choices("GET", "");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Your choices", "You have not answered yet.");
        assertThat(mailed.standing()).isEmpty();
    }

    @Test
    void a_mail_programs_one_click_unsubscribes_without_a_page() {
        Answer reply = mailed.choices("POST", "List-Unsubscribe=One-Click");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).doesNotContain("<");
        assertThat(mailed.standing())
                .containsEntry("unsubscribedAt", NOON)
                .containsEntry("unsubscribedShard", AttributeValue.fromS("unsubscribed"))
                .containsKey("unsubscribedKey");
    }

    @Test
    void one_click_twice_keeps_the_first_time() {
        mailed.choices("POST", "List-Unsubscribe=One-Click");
        stage.pass(java.time.Duration.ofDays(1));
        mailed.choices("POST", "List-Unsubscribe=One-Click");

        assertThat(mailed.standing()).containsEntry("unsubscribedAt", NOON);
    }

    @Test
    void this_survey_alone_and_how_often_are_kept() {
        Answer page = mailed.choices("POST", "action=save&survey=1&rest=3");

        assertThat(page.text()).contains("Your choice has been saved.", "value=\"3\" selected");
        assertThat(mailed.standing())
                .containsEntry("unsubscribedFrom", AttributeValue.fromSs(List.of(Stage.SURVEY)))
                .containsEntry("restDays", AttributeValue.fromN("90"))
                .doesNotContainKey("unsubscribedAt");
    }

    @Test
    void all_mail_ends_with_a_reason_and_undo_takes_it_back() {
        mailed.choices("POST", "action=save&all=1&rest=0&reason=Too+many");
        assertThat(mailed.standing())
                .containsKey("unsubscribedAt")
                .containsEntry("unsubscribedReason", AttributeValue.fromS("Too many"));

        mailed.choices("POST", "action=undo");

        assertThat(mailed.standing()).containsOnlyKeys("pk");
    }

    @Test
    void a_page_from_before_an_unsubscription_does_not_undo_it() {
        mailed.choices("POST", "List-Unsubscribe=One-Click");

        mailed.choices("POST", "action=save&rest=3");

        assertThat(mailed.standing()).containsKeys("unsubscribedAt", "restDays");
        assertThat(mailed.choices("GET", "").text()).contains("name=\"all_was\"");
        mailed.choices("POST", "action=save&rest=3&all_was=1");
        assertThat(mailed.standing()).doesNotContainKey("unsubscribedAt");
    }

    @Test
    void ones_own_answer_is_seen_corrected_and_erased_there() {
        mailed.press("step=score&score=3");
        Answer page = mailed.choices("GET", "");
        assertThat(page.text()).contains(">3</span>", "Correct", Mailed.token(Purpose.ANSWER));

        Answer erased = mailed.choices("POST", "action=erase");

        assertThat(erased.text()).contains("Your answer has been deleted.", "You have not answered yet.");
        assertThat(stage.onlyStored()).containsKey("erased").doesNotContainKey("score");
    }

    @Test
    void a_link_to_answer_does_not_unsubscribe() {
        Answer reply = stage.send(
                Event.page("POST", "unsubscribe", Mailed.token(Purpose.ANSWER)).form("List-Unsubscribe=One-Click"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(mailed.standing()).isEmpty();
    }
}
