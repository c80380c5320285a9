package likely.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What brings the question up. */
class WidgetTriggersTest extends WidgetPage {

    private static final String TALL = "<div style='height:5000px'></div><p id='reviews'>Reviews</p></main>";

    @Test
    void secondsAfterArrival() {
        trigger("after_seconds", 1);
        visit();
        assertThat(staysAway()).isTrue();
        browser.card("input");

        assertThat(browser.number("performance.now()")).isGreaterThan(1000);
    }

    @Test
    void theTagsSecondsCountInsteadOfTheSurveys() {
        trigger("after_seconds", 3600);
        visit("data-delay=0");

        assertThat(comesUp()).isTrue();
    }

    @Test
    void aDepthOfScrolling() {
        page = SHOP.replace("</main>", TALL);
        trigger("scroll_percent", 50);
        visit();
        assertThat(staysAway()).isTrue();
        browser.driver.executeScript("scrollTo(0, 1000)");
        assertThat(staysAway()).isTrue();
        browser.driver.executeScript("scrollTo(0, 3000)");

        assertThat(comesUp()).isTrue();
    }

    @Test
    void aDepthOfScrollingInThePartThatScrolls() {
        page = SHOP.replace("<main>", "<main style='height:100vh;overflow:auto'>")
                .replace("</main>", TALL);
        trigger("scroll_percent", 50);
        visit();
        assertThat(staysAway()).isTrue();
        browser.driver.executeScript("document.querySelector('main').scrollTo(0, 3000)");

        assertThat(comesUp()).isTrue();
    }

    @Test
    void anElementThatIsSeen() {
        page = SHOP.replace("</main>", TALL);
        trigger("element", "#reviews");
        visit();
        assertThat(staysAway()).isTrue();
        browser.driver.executeScript("reviews.scrollIntoView()");

        assertThat(comesUp()).isTrue();
    }

    @Test
    void anElementThatThePageMakesLater() {
        trigger("element", ".late");
        visit();
        assertThat(staysAway()).isTrue();
        browser.driver.executeScript("document.querySelector('h1').className = 'late'");

        assertThat(comesUp()).isTrue();
    }

    @Test
    void whatIsNoSelectorHoldsUpNoOtherTrigger() {
        trigger("element", "#", "event", "order placed");
        visit();
        browser.await(() -> !server.settingsAsked.isEmpty());
        browser.driver.executeScript("likely.track('order placed')");

        assertThat(comesUp()).isTrue();
    }

    @Test
    void anEventThatThePageTellsOf() {
        trigger("event", "order placed");
        visit();
        browser.await(() -> !server.settingsAsked.isEmpty());
        browser.driver.executeScript("likely.track('cart opened')");
        assertThat(staysAway()).isTrue();
        browser.driver.executeScript("likely.track('order placed')");

        assertThat(comesUp()).isTrue();
    }

    @Test
    void anEventFromBeforeTheScriptHadLoaded() {
        page = SHOP.replace("feedback.onclick", "likely.push(['track', 'order placed']); feedback.onclick");
        trigger("event", "order placed");
        visit();

        assertThat(comesUp()).isTrue();
    }

    @Test
    void thePointerThatLeavesAtTheTop() {
        trigger("exit_intent", true);
        visit();
        browser.await(() -> !server.settingsAsked.isEmpty());
        leave("relatedTarget: document.body, clientY: -5");
        leave("clientY: 200");
        assertThat(staysAway()).isTrue();
        leave("clientY: -5");

        assertThat(comesUp()).isTrue();
    }

    @Test
    void thePointerIsOfNoInterestUnlessChosen() {
        trigger("after_seconds", 3600);
        visit();
        browser.await(() -> !server.settingsAsked.isEmpty());
        leave("clientY: -5");

        assertThat(staysAway()).isTrue();
    }

    @Test
    void theFirstOfSeveral() {
        trigger("after_seconds", 3600, "event", "order placed");
        visit();
        browser.driver.executeScript("likely.push(['track', 'order placed'])");

        assertThat(comesUp()).isTrue();
    }

    @Test
    void nothingButTheVisitorsWish() {
        trigger();
        visit();
        assertThat(staysAway()).isTrue();
        browser.one("#feedback").sendKeys(Keys.ENTER);

        assertThat(comesUp()).isTrue();
    }

    private void leave(String init) {
        browser.driver.executeScript(
                "document.body.dispatchEvent(new MouseEvent('mouseout', {bubbles: true, " + init + "}))");
    }
}
