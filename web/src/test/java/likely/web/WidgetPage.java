package likely.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/** A page of a shop with the widget, which is served by another origin. What the tests of the widget have in common. */
@ExtendWith(SharedBrowser.class)
abstract class WidgetPage {

    static final String SHOP = """
            <!doctype html>
            <html lang="en-GB">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Kettle</title>
                <link rel="icon" href="data:,">
              </head>
              <body>
                <main>
                  <h1>Kettle</h1>
                  <p>Pours as slowly as you do.</p>
                  <label>Engraving <input id="engraving"></label>
                  <button id="feedback">Give feedback</button>
                </main>
                <script>
                  window.heard = [];
                  window.likely = window.likely || [];
                  for (const event of ["shown", "response", "dismissed"])
                    likely.push(["on", event, (it) => heard.push(event + (it ? " " + it.score : ""))]);
                  feedback.onclick = () => likely.open();
                </script>
                $widget
              </body>
            </html>
            """;

    Browser browser;
    ShopServer server;

    /** What the shop shows; {@code $widget} in it is the tag. */
    String page = SHOP;

    /** The browser of these tests. */
    Browser visitor(Browser shared) {
        return shared;
    }

    /** A port of its own for each test, which may be that of an earlier one: what its origin kept is cleared. */
    @BeforeEach
    void serve(Browser shared) throws IOException {
        browser = visitor(shared);
        browser.size(1100, 900, false);
        server = new ShopServer();
        browser.forget(server.shop(""));
    }

    @AfterEach
    void close() {
        browser.open("about:blank");
        server.close();
    }

    /** The script's tag as the documentation has it, with further attributes. */
    String tag(String attributes) {
        return "<script async src='" + server.service("widget.js") + "' data-survey='demo' " + attributes
                + "></script>";
    }

    /** Opens the shop. */
    void visit() {
        visit("");
    }

    void visit(String attributes) {
        visit("/kettle", attributes);
    }

    void visit(String path, String attributes) {
        server.page = page.replace("$widget", tag(attributes));
        browser.open(server.shop(path));
    }

    /** Changes what the settings say of when and how the widget asks. */
    void widget(Object... namesAndValues) {
        var widget = new LinkedHashMap<>(widgetSettings());
        widget.putAll(MockData.object(namesAndValues));
        server.settings.put("widget", widget);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> widgetSettings() {
        return (Map<String, Object>) server.settings.get("widget");
    }

    void trigger(Object... namesAndValues) {
        widget("trigger", MockData.object(namesAndValues));
    }

    /** Waits until the script is at work and, with time enough for what it asked of the service, has shown nothing. */
    boolean staysAway() {
        browser.await(() -> browser.isTrue("Boolean(window.likely?.open)"));
        browser.driver.executeAsyncScript("""
                window.idle ??= new Promise((then) => {
                  const soon = () => requestIdleCallback(then); // after the widget's own
                  if (document.readyState == "complete") soon();
                  else addEventListener("load", soon);
                });
                idle.then(() => setTimeout(arguments[0], 400));
                """);
        return !browser.asks();
    }

    /** Waits until the card has come up. */
    boolean comesUp() {
        return browser.card("legend").isDisplayed();
    }

    long unsent() {
        return browser.number("Object.keys(localStorage).filter((key) => key.includes(' unsent ')).length");
    }

    void choose(int score) {
        browser.card("input[value='" + score + "']").click();
    }

    void send() {
        leave(browser.card("button.main"));
    }

    void skip() {
        leave(browser.card(".row button:not(.main)"));
    }

    void dismiss() {
        browser.card("button.close").click();
    }

    /** Presses as the keyboard does, which no double click can be made of, and waits for the next question. */
    private void leave(WebElement button) {
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
