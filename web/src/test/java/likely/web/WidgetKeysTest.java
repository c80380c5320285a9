package likely.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Whose keys are whose. */
class WidgetKeysTest extends WidgetPage {

    @Test
    void aPageThatStopsKeysCannotKeepItOpen() {
        page = SHOP.replace(
                "feedback.onclick",
                "document.addEventListener('keydown', (event) => event.stopImmediatePropagation(), true);"
                        + "feedback.onclick");
        visit();
        comesUp();
        browser.type(Keys.ESCAPE);

        browser.await(() -> !browser.asks());
    }

    @Test
    void anEscapeThatThePageUsedIsThePages() {
        page = SHOP.replace(
                "feedback.onclick",
                "document.addEventListener('keydown', (event) => event.preventDefault()); feedback.onclick");
        visit();
        comesUp();
        browser.type(Keys.ESCAPE);

        assertThat(staysAway()).isFalse();
    }

    @Test
    void shortcutsOfThePageDoNotHearWhatIsTypedIntoTheCard() {
        page = SHOP.replace(
                "feedback.onclick",
                "window.keys = ''; document.addEventListener('keydown', (event) => (keys += event.key));"
                        + " feedback.onclick");
        visit();
        choose(9);
        browser.card("textarea").sendKeys("gh");
        browser.driver.findElement(By.id("engraving")).sendKeys("k");

        assertThat(browser.driver.executeScript("return keys")).isEqualTo("k");
    }
}
