package likely.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.PageLoadStrategy;

/** A page that still loads: its picture is long in coming. */
class WidgetLoadTest extends WidgetPage {

    private static Browser impatient;

    @BeforeAll
    static void open() {
        impatient = new Browser(PageLoadStrategy.EAGER);
    }

    @AfterAll
    static void quit() {
        if (impatient != null) {
            impatient.close();
        }
    }

    @Override
    Browser visitor(Browser shared) {
        return impatient;
    }

    @BeforeEach
    void drawSlowly() {
        page = SHOP.replace("</main>", "<img src='/picture' alt='A kettle'></main>");
    }

    @Test
    void itIsLeftInPeaceUntilItHasLoaded() {
        visit();
        assertThat(isLeftInPeace()).isTrue();
        server.picture.countDown();

        assertThat(comesUp()).isTrue();
    }

    @Test
    void whoWishesIsAskedAtOnce() {
        visit();
        browser.await(() -> browser.isTrue("Boolean(window.likely?.open)"));
        browser.one("#feedback").click();
        choose(9);
        browser.await(() -> server.posted.size() == 1);

        assertThat(browser.isTrue("document.readyState == 'interactive'")).isTrue();
    }

    @Test
    void onePictureThatNeverComesHoldsUpNoQuestion() {
        hasten();
        visit();

        assertThat(comesUp()).isTrue();
        assertThat(browser.isTrue("document.readyState == 'interactive'")).isTrue();
    }

    @Test
    void aPageThatLoadsAfterAllIsOneView() {
        hasten();
        widget("page_views", 2);
        visit();
        browser.await(() -> browser.isTrue("Object.keys(localStorage).some((key) => key.endsWith(' views'))"));
        server.picture.countDown();

        assertThat(staysAway()).isTrue();
    }

    @Test
    void delightedsCallWaitsTheSame() {
        page = page.replace(
                "$widget",
                "<script>delighted = [['survey', [{minTimeOnPage: 0}]]]</script><script async src='"
                        + server.service("integrations/web/v1/library/demo/delighted.js") + "'></script>");
        visit();
        assertThat(isLeftInPeace()).isTrue();
        server.picture.countDown();

        assertThat(comesUp()).isTrue();
    }

    /** Ten seconds of the page are half a second. */
    private void hasten() {
        page = page.replace(
                "window.heard = [];",
                "window.heard = []; const timer = setTimeout; window.setTimeout = (act, wait) => timer(act, wait / 20);");
    }

    /** Nothing is asked of the service, and nobody of anything, though there was time for it. */
    private boolean isLeftInPeace() {
        browser.await(() -> browser.isTrue("Boolean(window.likely?.open)"));
        browser.driver.executeAsyncScript("requestIdleCallback(() => setTimeout(arguments[0], 400))");
        return server.settingsAsked.isEmpty() && !browser.asks();
    }
}
