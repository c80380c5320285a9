package likely.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

class WidgetTest {

    private static Browser browser;
    private MockServer server;

    @BeforeAll
    static void start() {
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    /** A port of its own for each test, and so an origin with an empty localStorage. */
    @BeforeEach
    void serve() throws IOException {
        server = new MockServer(0);
        browser.size(1100, 900, false);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aPersonAnswersWithTheKeyboardAlone() {
        browser.open(server.address("demo"));
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
                .containsEntry("touchpoint", "widget")
                .containsEntry("locale", "en")
                .containsEntry("page", server.address("demo"))
                .containsEntry("properties", Map.of("product", "gooseneck-kettle", "colour", "pine", "region", "EU"))
                .doesNotContainKey("comment");
        assertThat(server.posted.get(1))
                .containsEntry("score", 9)
                .containsEntry("seq", 2)
                .containsEntry("comment", "Pours well")
                .containsEntry("submissionId", server.posted.get(0).get("submissionId"));

        browser.type(Keys.ESCAPE);
        assertThat(browser.asks()).isFalse();
        assertThat(browser.driver.switchTo().activeElement().getDomAttribute("id"))
                .as("the focus goes back to where it was")
                .isEqualTo("feedback");
    }

    @Test
    void everyQuestionIsSentAsItIsGivenAndCanBeSkipped() {
        browser.open(server.address("demo"));
        browser.card("input[value='3']").click();
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

        assertThat(server.posted.get(4))
                .containsEntry("seq", 5)
                .containsEntry("score", 3)
                .containsEntry(
                        "answers",
                        Map.of("reason", "speed", "uses", List.of("tea", "coffee"), "ease", 4, "contact", true));
        assertThat(browser.card("p.text").getText()).isEqualTo("Thank you, we will look into it.");
    }

    @Test
    void aDoubleClickIsOneAnswer() {
        browser.open(server.address("demo"));
        browser.doubleClick(browser.card("input[value='10']"));
        browser.card("textarea");
        browser.card("input[value='10']").click();
        browser.await(() -> unsent() == 0);

        assertThat(server.posted).hasSize(1);
    }

    @Test
    void aDoubleClickSkipsOneQuestion() {
        browser.open(server.address("demo"));
        browser.card("input[value='10']").click();
        browser.doubleClick(browser.card(".row button:not(.main)"));

        assertThat(browser.card("legend").getText()).isEqualTo("What mattered most?");
    }

    @Test
    void aWrongNumberIsCorrectedByTheNextEdition() {
        browser.open(server.address("demo"));
        browser.card("input[value='1']").click();
        browser.card("textarea");
        browser.card("input[value='10']").click();
        browser.await(() -> server.posted.size() == 2);

        assertThat(server.posted.get(1)).containsEntry("score", 10).containsEntry("seq", 2);
        assertThat(browser.card(".then .text").getText()).isEqualTo("What do you like most?");
    }

    @Test
    void theQuestionTakesNoFocusAndEscapeClosesIt() {
        browser.open(server.address("demo"));
        browser.card("input");

        assertThat(browser.driver.switchTo().activeElement().getTagName()).isEqualTo("body");

        browser.one("#region").sendKeys(Keys.ESCAPE);
        assertThat(browser.asks()).as("Escape elsewhere is the page's").isTrue();

        browser.driver.executeScript("document.activeElement.blur()");
        browser.type(Keys.ESCAPE);
        assertThat(browser.asks()).isFalse();
        assertThat(server.posted).isEmpty();
    }

    @Test
    void whatCouldNotBeSentIsSentOnTheNextVisit() {
        server.postStatus = 503;
        browser.open(server.address("demo"));
        browser.card("input[value='8']").click();
        browser.await(() -> !server.posted.isEmpty());
        browser.open("about:blank");
        var first = server.posted.get(0);
        server.posted.clear();
        server.postStatus = 200;
        browser.open(server.address("demo"));
        browser.await(() -> !server.posted.isEmpty());

        assertThat(server.posted.get(0)).isEqualTo(first);
        browser.await(() -> unsent() == 0);
    }

    @Test
    void whatFailedIsTriedAgainByItself() {
        server.postStatus = 429;
        browser.open(server.address("demo"));
        browser.card("input[value='8']").click();
        browser.await(() -> !server.posted.isEmpty());
        server.postStatus = 201;
        browser.await(() -> unsent() == 0);

        assertThat(server.posted)
                .hasSizeGreaterThan(1)
                .allSatisfy(body -> assertThat(body).containsEntry("seq", 1).containsEntry("score", 8));
    }

    @Test
    void aRefusalIsFinal() {
        server.postStatus = 422;
        browser.open(server.address("demo"));
        browser.card("input[value='8']").click();
        browser.await(() -> !server.posted.isEmpty() && unsent() == 0);

        assertThat(server.posted).hasSize(1);
    }

    @Test
    void whoClosedItIsNotAskedAgainUnlessTheyWantTo() {
        browser.open(server.address("demo"));
        browser.card("button.close").click();
        unforced();
        browser.driver.executeAsyncScript("setTimeout(arguments[0], 1500)");

        assertThat(browser.asks()).isFalse();

        browser.driver.executeScript("likely.open()");
        browser.card("input");
    }

    @Test
    void theScaleIsOneRowAndTheCardDoesNotScroll() {
        browser.open(server.address("demo"));

        assertThat(browser.card("input[value='10']").getRect().getY())
                .isEqualTo(browser.card("input[value='0']").getRect().getY());
        assertThat(Boolean.TRUE.equals(browser.driver.executeScript(
                        "const card = arguments[0]; return card.scrollHeight === card.clientHeight",
                        browser.card("section"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itFitsASmallScreenAndHasNoBarrier(boolean dark) {
        browser.size(320, 640, dark);
        browser.open(server.address("demo"));
        browser.card("input");
        browser.fitsItsWidth();
        browser.hasNoBarrier();
        browser.card("input[value='7']").click();
        browser.card("textarea");
        browser.hasNoBarrier();

        assertThat(browser.card("section").getRect().getWidth()).isLessThanOrEqualTo(320);
        assertThat(browser.card("input[value='10']").getRect().getWidth()).isGreaterThanOrEqualTo(24);
    }

    @Test
    void itIsWrittenFromRightToLeftWhereItsLanguageIs() {
        server.settings = MockData.settings("ما مدى احتمال أن توصي بنا؟", "ar", false);
        browser.open(server.address("demo"));

        assertThat(browser.card("section").getDomAttribute("dir")).isEqualTo("rtl");
        assertThat(browser.card("input[value='0']").getRect().getX())
                .isGreaterThan(browser.card("input[value='10']").getRect().getX());
    }

    @Test
    void textsOfTheSettingsAreNeverMarkup() {
        server.settings = MockData.settings("Would you recommend us?", "en", true);
        browser.open(server.address("demo"));
        assertThat(browser.card("legend").getText()).endsWith(MockData.HOSTILE);
        browser.card("input[value='9']").click();
        assertThat(browser.card(".then .text").getText()).endsWith(MockData.HOSTILE);
        skip();
        assertThat(browser.card(".pick").getText()).endsWith(MockData.HOSTILE);

        assertThat(browser.inCard("img, b")).isFalse();
        assertThat(browser.driver.getTitle()).isEqualTo("Acme Gooseneck Kettle");
    }

    @Test
    void aListenerHearsOfEachAnswer() {
        browser.open(server.address("demo"));
        browser.card("input");
        browser.driver.executeScript("likely.on('response', (it) => (document.body.dataset.heard = it.score))");
        browser.card("input[value='6']").click();

        assertThat(browser.one("body[data-heard]").getDomAttribute("data-heard"))
                .isEqualTo("6");
    }

    @Test
    void aClosedSurveyIsNotAsked() {
        server.settings.put("open", false);
        browser.open(server.address("demo"));
        browser.driver.executeAsyncScript("setTimeout(arguments[0], 1500)");

        assertThat(browser.asks()).isFalse();
    }

    /** The product page as a shop has it: without the demo's wish to be asked each time. */
    private void unforced() {
        browser.open(server.address("demo/demo.css"));
        browser.driver.executeScript(
                "const s = document.createElement('script'); s.dataset.survey = 'demo'; s.src = arguments[0];"
                        + " document.head.append(s)",
                server.address("widget.js"));
        browser.await(() -> Boolean.TRUE.equals(browser.driver.executeScript("return Boolean(window.likely)")));
    }

    private long unsent() {
        return browser.number("Object.keys(localStorage).filter((key) => key.includes(' unsent ')).length");
    }

    private void send() {
        leave(browser.card("button.main"));
    }

    private void skip() {
        leave(browser.card(".row button:not(.main)"));
    }

    /** Presses as the keyboard does, which no double click can be made of, and waits for the next question. */
    private static void leave(WebElement button) {
        button.sendKeys(Keys.ENTER);
        browser.await(() -> {
            try {
                return !button.isDisplayed();
            } catch (WebDriverException gone) {
                return true;
            }
        });
    }
}
