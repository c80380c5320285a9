package likely.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;

/** Who was asked is left in peace, and what is kept in the browser for that. */
class WidgetQuarantineTest extends WidgetPage {

    private static final long DAY = 86_400_000;

    @Test
    void whoAnsweredRestsForTheSurveysDays() {
        visit();
        choose(9);
        browser.card("textarea");

        assertThat(restsFor()).isEqualTo(90);
    }

    @Test
    void aDismissalIsNotNowAndHasDaysOfItsOwn() {
        visit();
        dismiss();

        assertThat(restsFor()).isEqualTo(30);
    }

    @Test
    void aQuestionThatWasLeftAloneIsNotNowEither() {
        visit();
        browser.card("input");

        assertThat(restsFor()).isEqualTo(30);
    }

    @Test
    void aDismissalDoesNotShortenALongerRest() {
        visit();
        choose(9);
        browser.card("textarea");
        visit();
        browser.one("#feedback").sendKeys(Keys.ENTER);
        dismiss();

        assertThat(restsFor()).isEqualTo(90);
    }

    @Test
    void inQuarantineNothingIsAskedOfTheVisitorNorOfTheService() {
        visit();
        dismiss();
        server.settingsAsked.clear();
        visit();

        assertThat(staysAway()).isTrue();
        assertThat(server.settingsAsked).isEmpty();

        browser.driver.executeScript("likely.open()");
        assertThat(comesUp()).as("unless they want to").isTrue();
    }

    @Test
    void quarantineEnds() {
        visit();
        dismiss();
        browser.driver.executeScript("for (const key of Object.keys(localStorage)) localStorage[key] = Date.now() - 1");
        visit();

        assertThat(comesUp()).isTrue();
    }

    @Test
    void nobodyIsAskedInTwoTabs() {
        trigger("event", "due");
        visit();
        browser.await(() -> server.settingsAsked.size() == 1);
        var first = browser.driver.getWindowHandle();
        browser.driver.switchTo().newWindow(WindowType.TAB);
        visit();
        browser.await(() -> server.settingsAsked.size() == 2);
        browser.driver.executeScript("likely.track('due')");
        browser.card("input");
        browser.driver.close();
        browser.driver.switchTo().window(first);
        browser.driver.executeScript("likely.track('due')");

        assertThat(staysAway()).isTrue();
    }

    @Test
    void nothingIsStoredBeforeTheFirstActButTheStamp() {
        trigger("event", "due");
        visit();
        browser.await(() -> !server.settingsAsked.isEmpty());
        assertThat(staysAway()).isTrue();
        assertThat(stored()).isEmpty();

        browser.driver.executeScript("likely.track('due')");
        browser.card("input");
        assertThat(stored()).isEqualTo("likely " + server.service("surveys/demo") + " rest");
        assertThat(browser.isTrue("document.cookie + sessionStorage.length == '0'"))
                .isTrue();
    }

    @Test
    void withoutStampNothingAtAllIsStoredBeforeTheFirstAct() {
        widget("stamp", false, "share", 0.999999, "page_views", 1);
        visit();
        browser.card("input");
        assertThat(stored()).isEmpty();

        dismiss();
        assertThat(restsFor()).isEqualTo(30);
    }

    private String stored() {
        return (String) browser.driver.executeScript("return Object.keys(localStorage).join()");
    }

    /** Days until the end of the quarantine, a moment of which has passed. */
    private long restsFor() {
        var left = browser.number("localStorage['likely " + server.service("surveys/demo") + " rest'] - Date.now()");
        return (left + DAY - 1) / DAY;
    }
}
