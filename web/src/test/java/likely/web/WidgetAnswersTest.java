package likely.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a person says in the card, and how it arrives. */
class WidgetAnswersTest extends WidgetPage {

    @Test
    void aPersonAnswersWithTheKeyboardAlone() {
        visit("data-open=no");
        browser.one("#feedback").sendKeys(Keys.ENTER);
        browser.card("input");
        browser.press(Keys.ARROW_RIGHT, 9);

        assertThat(server.posted).as("arrows choose, they do not answer").isEmpty();

        browser.type(Keys.ENTER);
        browser.card("textarea");
        browser.type("Pours well");
        browser.type(Keys.TAB, Keys.ENTER);
        browser.await(() -> server.posted.size() == 2);

        assertThat(server.posted.get(0))
                .containsEntry("score", 9)
                .containsEntry("seq", 1)
                .containsEntry("locale", "en")
                .containsEntry("page", server.shop("/kettle"))
                .doesNotContainKeys("comment", "person");
        assertThat(server.posted.get(1))
                .containsEntry("score", 9)
                .containsEntry("seq", 2)
                .containsEntry("comment", "Pours well")
                .containsEntry("submissionId", server.posted.get(0).get("submissionId"));

        browser.type(Keys.ESCAPE);
        browser.await(() -> !browser.asks());
        assertThat(browser.driver.switchTo().activeElement().getDomAttribute("id"))
                .as("the focus goes back to where it was")
                .isEqualTo("feedback");
    }

    @Test
    void everyQuestionIsSentAsItIsGivenAndCanBeSkipped() {
        visit();
        choose(3);
        assertThat(browser.card(".then .text").getText()).isEqualTo("What went wrong for you?");
        skip();
        browser.card("input[value='speed']").click();
        send();
        browser.card("input[value='tea']").click();
        browser.card("input[value='coffee']").click();
        send();
        browser.card("input[value='4']").click();
        send();
        browser.card("textarea");
        skip();
        browser.card(".pick input[type='checkbox']").click();
        send();
        browser.await(() -> server.posted.size() == 5);

        assertThat(server.posted).extracting(body -> body.get("seq")).containsExactly(1, 2, 3, 4, 5);
        assertThat(server.posted)
                .extracting(body -> body.get("submissionId"))
                .containsOnly(server.posted.get(0).get("submissionId"));
        assertThat(server.posted.get(4))
                .containsEntry("score", 3)
                .containsEntry(
                        "answers",
                        Map.of("reason", "speed", "uses", List.of("tea", "coffee"), "ease", 4, "contact", true));
        assertThat(browser.card("p.text").getText()).isEqualTo("Thank you, we will look into it.");
    }

    @Test
    void theCommentOfAFurtherQuestionIsItsAnswer() {
        server.settings.put(
                "questions", List.of(MockData.object("id", "more", "type", "text", "text", "Anything else?")));
        visit();
        choose(10);
        skip();
        browser.card("textarea").sendKeys("No");
        send();
        browser.await(() -> server.posted.size() == 2);

        assertThat(server.posted.get(1)).containsEntry("answers", Map.of("more", "No"));
    }

    @Test
    void sendingNothingStaysWhereItIs() {
        visit();
        choose(10);
        browser.card(".then button.main").sendKeys(Keys.ENTER);

        assertThat(browser.card("textarea").isDisplayed()).isTrue();
        assertThat(browser.isTrue(
                        "document.querySelector('likely-widget').shadowRoot.activeElement?.localName == 'textarea'"))
                .as("the field has the focus")
                .isTrue();
    }

    @Test
    void thanksMayHoldALinkOfTheBandToAnHttpsAddress() {
        server.settings.put("questions", List.of());
        widget(
                "links",
                MockData.object(
                        "promoter",
                        Map.of("text", "Write a review", "url", "https://reviews.example/acme"),
                        "passive",
                        Map.of("text", "Run", "url", "javascript:document.title='owned'")));
        visit("data-force");
        choose(8);
        skip();
        browser.card("p.text");
        assertThat(browser.inCard("a")).isFalse();

        visit("data-force");
        choose(9);
        skip();
        var link = browser.card("a");
        assertThat(link.getDomAttribute("href")).isEqualTo("https://reviews.example/acme");
        assertThat(link.getDomAttribute("rel")).isEqualTo("noopener");
        assertThat(link.getText()).isEqualTo("Write a review");
    }

    @Test
    void aDoubleClickIsOneAnswer() {
        visit();
        browser.doubleClick(browser.card("input[value='10']"));
        browser.card("textarea");
        choose(10);
        browser.await(() -> unsent() == 0);

        assertThat(server.posted).hasSize(1);
    }

    @Test
    void aDoubleClickSkipsOneQuestion() {
        visit();
        choose(10);
        browser.doubleClick(browser.card(".row button:not(.main)"));

        assertThat(browser.card("legend").getText()).isEqualTo("What mattered most?");
    }

    @Test
    void aWrongNumberIsCorrectedByTheNextEdition() {
        visit();
        choose(1);
        browser.card("textarea");
        choose(10);
        browser.await(() -> server.posted.size() == 2);

        assertThat(server.posted.get(1)).containsEntry("score", 10).containsEntry("seq", 2);
        assertThat(browser.card(".then .text").getText()).isEqualTo("What do you like most?");
    }

    @Test
    void textsOfTheSettingsAreNeverMarkup() {
        server.settings = MockData.settings("Would you recommend us?", "en", true);
        visit();
        assertThat(browser.card("legend").getText()).endsWith(MockData.HOSTILE);
        choose(9);
        assertThat(browser.card(".then .text").getText()).endsWith(MockData.HOSTILE);
        skip();
        assertThat(browser.card(".pick").getText()).endsWith(MockData.HOSTILE);

        assertThat(browser.inCard("img, b")).isFalse();
        assertThat(browser.driver.getTitle()).isEqualTo("Kettle");
    }
}
