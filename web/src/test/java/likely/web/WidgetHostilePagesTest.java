package likely.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are strict, old, careless or hostile: they do not break the widget, and it does not break them. */
class WidgetHostilePagesTest extends WidgetPage {

    @Test
    void aStrictContentSecurityPolicyNeedsTheServicesAddressAndNothingElse() {
        page = SHOP.replaceFirst("(?s)<script>.*?</script>", "");
        var host = server.service("").replaceFirst("/live/", "");
        server.pageHeaders = Map.of(
                "Content-Security-Policy",
                "default-src 'none'; script-src " + host + "; connect-src " + host
                        + "; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /violations");
        visit();
        choose(9);
        browser.card("textarea").sendKeys("Strict");
        send();
        browser.await(() -> server.posted.size() == 2);
        assertThat(browser.card("section").getCssValue("position")).isEqualTo("relative");
        browser.open("about:blank");

        assertThat(server.violations).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* { all: unset !important; display: none !important } html, head, body { display: block !important }",
                "* { visibility: hidden !important; opacity: 0 !important; transform: scale(0) !important;"
                        + " pointer-events: none !important } html { visibility: visible !important;"
                        + " opacity: 1 !important; transform: none !important; pointer-events: auto !important }",
                "likely-widget { width: 1px !important; height: 1px !important; overflow: hidden !important;"
                        + " position: static !important; z-index: -1 !important; font: 100px serif !important }",
                "input, button, label, section, fieldset { display: none !important; font-size: 90px !important }",
                "html { font-size: 62.5%; direction: rtl; line-height: 3; letter-spacing: 9px; text-transform: uppercase }",
            })
    void stylesOfThePageDoNotReachIt(String style) {
        page = SHOP.replace("</head>", "<style>" + style + "</style></head>");
        visit();
        choose(9);

        assertThat(browser.card("textarea").isDisplayed()).isTrue();
        assertThat(browser.card("legend").getCssValue("font-size")).isEqualTo("16px");
        assertThat(browser.card("section").getRect().getWidth()).isEqualTo(432);
    }

    @Test
    void itsStylesDoNotReachThePage() {
        visit("data-open=no");
        var before = browser.one("#feedback").getCssValue("padding")
                + browser.one("main").getCssValue("display");
        browser.driver.executeScript("likely.open()");
        comesUp();

        assertThat(browser.one("#feedback").getCssValue("padding")
                        + browser.one("main").getCssValue("display"))
                .isEqualTo(before);
        assertThat(browser.number("document.styleSheets.length + document.adoptedStyleSheets.length"))
                .isZero();
    }

    /** The page presses its buttons itself: the driver of the browser does not stand such prototypes. */
    @Test
    void prototypesOfOldLibrariesDoNotSpoilTheAnswer() {
        page = SHOP.replace("<head>", """
                <head><script>
                  Array.prototype.toJSON = Object.prototype.toJSON = String.prototype.toJSON = () => "spoiled";
                  Object.prototype.extra = "inherited";
                  Array.prototype.last = function () { return this[this.length - 1] };
                  Array.from = (it) => [it];
                  Object.values = Object.entries = () => [];
                  Function.prototype.bind = () => () => {};
                  const real = window.fetch;
                  window.fetch = function () { return real.apply(this, arguments) };
                  const skip = ".row button:not(.main)";
                  const presses = ["input[value='3']", skip, skip, "input[value='tea']", "button.main"];
                  setInterval(() => {
                    const next = document.querySelector("likely-widget")?.shadowRoot.querySelector(presses[0]);
                    if (next && presses.shift()) next.click();
                  }, 50);
                </script>""");
        visit();
        browser.await(() -> server.posted.size() == 2);

        assertThat(server.posted.get(1)).containsEntry("answers", Map.of("uses", List.of("tea")));
    }

    @Test
    void nothingOfThePageIsChangedButOneName() {
        page = SHOP.replace("<head>", """
                        <head><script>
                          const names = () => Object.getOwnPropertyNames(window);
                          const natives = () => [Array, Object, Element, History, Event, Promise]
                            .map((it) => Reflect.ownKeys(it.prototype).length).join();
                          window.before = names();
                          const nativesBefore = natives();
                        </script>""").replaceFirst("(?s)<script>\\s+window.heard.*?</script>", "");
        visit();
        choose(9);

        assertThat(browser.driver.executeScript("return names().filter((it) => !before.includes(it)"
                        // What the driver of the browser puts there.
                        + " && !/^(before|ret_nodes|se_|cdc_)/.test(it)).join()"))
                .isEqualTo("likely");
        assertThat(browser.isTrue("natives() === nativesBefore")).isTrue();
    }

    @Test
    void aSandboxedFrameHasNoStorageAndIsAskedAllTheSame() {
        page = "<!doctype html><title>Frame</title><iframe sandbox='allow-scripts' width=900 height=700 srcdoc=\""
                + "<!doctype html>$widget\"></iframe>";
        visit();
        browser.driver.switchTo().frame(0);
        choose(9);
        browser.await(() -> server.posted.size() == 1);
        assertThat(browser.card("textarea").isDisplayed()).isTrue();
    }

    @Test
    void aPageWithoutDoctypeLooksTheSame() {
        page = SHOP.replace("<!doctype html>", "");
        visit();
        assertThat(browser.isTrue("document.compatMode === 'BackCompat'")).isTrue();
        choose(9);

        assertThat(browser.card("textarea").isDisplayed()).isTrue();
        assertThat(browser.card("section").getRect().getWidth()).isEqualTo(432);
        assertThat(browser.card("legend").getCssValue("font-size")).isEqualTo("16px");
    }

    @Test
    void aPageWithFramesInThePlaceOfABody() {
        page = "<html><head>$widget</head><frameset cols='*'><frame src='about:blank'></frameset></html>";
        visit();
        choose(9);
        browser.await(() -> server.posted.size() == 1);
    }

    @Test
    void theScriptMayComeBeforeTheBody() {
        page = SHOP.replace("<head>", "<head>" + tag("data-force").replace("async", ""))
                .replace("$widget", "");
        visit();

        assertThat(comesUp()).isTrue();
    }

    @Test
    void aPageThatReplacesItsWholeContentCanAskAgain() {
        visit();
        comesUp();
        browser.driver.executeScript("document.querySelector('likely-widget').remove(); likely.open()");

        assertThat(comesUp()).isTrue();
        browser.driver.executeScript("document.body.replaceChildren()");
        assertThat(comesUp()).as("what hangs beside the body stays").isTrue();
    }
}
