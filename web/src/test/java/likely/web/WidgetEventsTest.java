package likely.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What the page hears of the card. */
class WidgetEventsTest extends WidgetPage {

    @Test
    void theQuestionTakesNoFocusAndEscapeClosesIt() {
        visit();
        browser.card("input");

        assertThat(browser.driver.switchTo().activeElement().getTagName()).isEqualTo("body");

        browser.one("#engraving").sendKeys(Keys.ESCAPE);
        assertThat(browser.asks()).as("Escape elsewhere is the page's").isTrue();

        browser.driver.executeScript("document.activeElement.blur()");
        browser.type(Keys.ESCAPE);
        browser.await(() -> !browser.asks());
        assertThat(server.posted).as("a dismissal is no answer").isEmpty();
        assertThat(heard()).isEqualTo("shown,dismissed");
    }

    @Test
    void whoAsksForTheCardThatIsThereAlreadyIsLedIntoIt() {
        visit();
        comesUp();
        browser.one("#feedback").sendKeys(Keys.ENTER);
        browser.await(() ->
                browser.isTrue("document.querySelector('likely-widget').shadowRoot.activeElement?.type == 'radio'"));

        assertThat(heard()).isEqualTo("shown");
    }

    @Test
    void listenersHearOfEachAnswerAndOfNoDismissalAfterOne() {
        visit();
        choose(6);
        browser.card("textarea");
        dismiss();

        assertThat(heard()).isEqualTo("shown,response 6");
    }

    @Test
    void aListenerThatFailsHoldsUpNothing() {
        visit("data-open=no");
        browser.driver.executeScript("likely.on('response', () => { throw new Error('mine') }); likely.open()");
        choose(6);
        browser.await(() -> server.posted.size() == 1);
        assertThat(browser.card("textarea").isDisplayed()).isTrue();
    }

    private String heard() {
        return (String) browser.driver.executeScript("return heard.join()");
    }
}
