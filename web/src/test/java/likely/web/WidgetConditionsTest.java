package likely.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must hold before a trigger asks. */
class WidgetConditionsTest extends WidgetPage {

    @Test
    void aNumberOfPageViewsOverSeveralVisits() {
        widget("page_views", 3);
        visit();
        assertThat(staysAway()).isTrue();
        visit("/cup", "");
        assertThat(staysAway()).isTrue();
        visit();

        assertThat(comesUp()).isTrue();
    }

    @Test
    void aPageViewOfASinglePageApplicationCounts() {
        widget("page_views", 2);
        visit();
        assertThat(staysAway()).isTrue();
        browser.driver.executeScript("history.pushState(null, '', '/cup')");

        assertThat(comesUp()).isTrue();
        assertThat(browser.isTrue("history.pushState.toString().includes('[native code]')"))
                .as("noticed without touching the page's functions")
                .isTrue();
    }

    @Test
    void aShareOfVisitorsTheSameOnEachVisit() {
        widget("share", 0.5);
        page = SHOP.replace("<head>", "<head><script>Math.random = () => 0.7</script>");
        visit();
        assertThat(staysAway()).isTrue();
        page = SHOP.replace("<head>", "<head><script>Math.random = () => 0.1</script>");
        visit();
        assertThat(staysAway()).isTrue();

        browser.driver.executeScript("localStorage.clear()");
        visit();
        assertThat(comesUp()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/products/*, /products/kettle, true",
        "/products/*, /shop/products/kettle, false",
        "/products, /products/kettle, false",
        "*kettle, /products/kettle, true",
        "/a.b, /a.b, true",
        "/a.b, /axb, false",
        "/products/*, /products/kettle?size=2, true",
        "*?size=2, /products/kettle?size=2, true",
        "*?size=2, /products/kettle?size=3, false",
    })
    void pagesByPattern(String pattern, String path, boolean asked) {
        widget("pages", List.of("/nowhere", pattern));
        visit(path, "");

        assertThat(asked ? comesUp() : staysAway()).isTrue();
    }

    @Test
    void pagesThatAreExcepted() {
        widget("pages", List.of("/products/*"), "except_pages", List.of("*/checkout"));
        visit("/products/checkout", "");
        assertThat(staysAway()).isTrue();
        browser.driver.executeScript("history.pushState(null, '', '/products/kettle')");

        assertThat(comesUp()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"desktop, 1100, 900, false", "tablet, 800, 1100, true", "mobile, 390, 800, true"})
    void theDevice(String device, int width, int height, boolean touch) {
        widget("devices", List.of(device));
        browser.touch(width, height, touch);
        visit();
        assertThat(comesUp()).isTrue();

        widget(
                "devices",
                List.of("desktop", "tablet", "mobile").stream()
                        .filter(it -> !it.equals(device))
                        .toList());
        browser.driver.executeScript("localStorage.clear()");
        visit();
        assertThat(staysAway()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"doNotTrack, '1'", "globalPrivacyControl, true"})
    void aWishNotToBeTracked(String name, String value) {
        page = SHOP.replace(
                "<head>",
                "<head><script>Object.defineProperty(navigator, '" + name + "', {value: " + value + "})</script>");
        widget("do_not_track", true);
        visit();
        assertThat(staysAway()).isTrue();

        widget("do_not_track", false);
        visit();
        assertThat(comesUp()).isTrue();
    }

    @Test
    void neverOverAFormThatIsBeingFilled() {
        trigger("event", "due");
        visit();
        browser.await(() -> !server.settingsAsked.isEmpty());
        browser.one("#engraving").click();
        browser.driver.executeScript("likely.track('due')");
        assertThat(staysAway()).as("a field has the focus").isTrue();
        browser.one("#engraving").sendKeys("To Ada");
        browser.driver.executeScript("document.activeElement.blur()");
        assertThat(staysAway()).as("a field was typed into just now").isTrue();

        assertThat(comesUp()).isTrue();
    }

    @Test
    void aFieldInTheShadowOfAnElementIsOneToo() {
        page = SHOP.replace(
                "feedback.onclick",
                "feedback.attachShadow; const own = document.createElement('x-field'); document.body.append(own);"
                        + "own.attachShadow({mode: 'open'}).innerHTML = '<textarea></textarea>';"
                        + "own.shadowRoot.firstChild.focus(); feedback.onclick");
        visit();

        assertThat(staysAway()).isTrue();
    }

    @Test
    void aSurveyThatIsOpen() {
        server.settings.put("open", false);
        visit("data-force");

        assertThat(staysAway()).isTrue();
    }

    @Test
    void theTagMayForbidOrForce() {
        visit("data-open=no");
        assertThat(staysAway()).isTrue();
        assertThat(server.settingsAsked).isEmpty();

        widget("pages", List.of("/nowhere"), "page_views", 9);
        visit("data-force");
        assertThat(comesUp()).isTrue();
    }
}
