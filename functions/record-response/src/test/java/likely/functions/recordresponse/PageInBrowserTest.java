package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import likely.surveys.links.Link.Purpose;
import likely.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A whole browser that looks at everything answers nothing; somebody without a pointer does. */
class PageInBrowserTest {
    private static Browser browser;

    private final Stage stage = new Stage(Map.of("brand", "Acme"));
    private final Mailed mailed = new Mailed(stage);
    private PageServer server;

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

    @BeforeEach
    void serve() throws IOException {
        server = new PageServer(stage);
        browser.size(600, 800, false);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String answer(String query) {
        return server.address("answer/" + Mailed.token(Purpose.ANSWER) + query);
    }

    @Test
    void a_browser_that_opens_scrolls_and_moves_its_pointer_answers_nothing() {
        browser.open(answer("?score=3"));
        browser.driver.executeScript("scrollTo(0, document.body.scrollHeight)");
        for (var label : browser.driver.findElements(By.cssSelector(".scale label, button"))) {
            new Actions(browser.driver).moveToElement(label).perform();
        }
        browser.driver.executeScript("scrollTo(0, 0)");
        browser.driver.navigate().refresh();

        assertThat(browser.one("input[value='3']").isSelected()).isTrue();
        assertThat(stage.stored()).isEmpty();
        assertThat(mailed.invitation()).containsKey("evidence").doesNotContainKey("answeredAt");
        assertThat(mailed.standing()).isEmpty();
    }

    @Test
    void somebody_answers_with_the_keyboard_alone() {
        browser.open(answer("?score=3"));
        browser.type(Keys.TAB);
        browser.press(Keys.ARROW_RIGHT, 2);
        assertThat(stage.stored()).as("arrows choose, they do not answer").isEmpty();
        browser.type(Keys.TAB, Keys.SPACE);

        browser.one("#comment").sendKeys("Pours well");
        assertThat(stage.onlyStored()).containsEntry("score", AttributeValue.fromN("5"));
        browser.type(Keys.ENTER, "mostly");
        while (!browser.driver.switchTo().activeElement().getTagName().equals("button")) {
            browser.type(Keys.TAB);
        }
        browser.type(Keys.ENTER);

        browser.await(() -> browser.driver.findElements(By.id("comment")).isEmpty());
        assertThat(browser.text("h1")).startsWith("Thank you");
        assertThat(stage.onlyStored()).containsEntry("comment", AttributeValue.fromS("Pours well\nmostly"));
    }

    @Test
    void no_page_has_a_barrier_or_is_wider_than_320_px() {
        List<String> pages = List.of(
                answer("?score=9"),
                answer("?score=9&lang=ar"),
                answer("?score=9&lang=de"),
                server.address("answer/nothing"),
                server.address("unsubscribe/" + Mailed.token(Purpose.UNSUBSCRIBE)));
        browser.open(pages.get(0));
        assertThat(browser.text(".brand")).isEqualTo("Acme");
        assertThat(browser.driver.findElements(By.tagName("img")))
                .as("there is no logo")
                .isEmpty();
        look(false, pages);
        mailed.press("step=score&score=9");
        look(false, List.of(answer("?lang=fi"), pages.get(4)));
        mailed.choices("POST", "action=save&all=1&rest=0");
        look(true, List.of(answer("?score=2"), answer(""), pages.get(4)));
    }

    private static void look(boolean dark, List<String> pages) {
        browser.size(320, 640, dark);
        for (String page : pages) {
            browser.open(page);
            browser.fitsItsWidth();
            assertThat(browser.number("[...document.querySelectorAll('.scale span')]"
                            + ".filter(s => s.scrollWidth > s.clientWidth || s.offsetHeight > 44).length"))
                    .as("scores that do not fit their box")
                    .isZero();
            browser.hasNoBarrier();
        }
    }
}
