package likely.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.FluentWait;

/** Somebody in front of the demo shop, with a real Chromium; where there is none, or no shop, the test is skipped. */
public final class Customer implements AutoCloseable {

    /** Kept, since a logger that nobody holds forgets its level. It warns of a protocol that is not used here. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    /** What the pages' policies refused, over all pages of a tab's visit. */
    private static final String NOTE_VIOLATIONS = """
            addEventListener("securitypolicyviolation", (it) => {
              const all = JSON.parse(sessionStorage.getItem("violations") ?? "[]");
              all.push(it.violatedDirective + " " + it.blockedURI);
              sessionStorage.setItem("violations", JSON.stringify(all));
            });
            """;

    public final ChromeDriver driver;

    private final URI shop;

    public Customer() {
        assumeTrue(Target.get().local(), "the demo shop is there with the local command alone");
        Optional<File> chromium = onPath("chromium");
        Optional<File> chromedriver = onPath("chromedriver");
        assumeTrue(chromium.isPresent() && chromedriver.isPresent(), "no Chromium here");
        shop = Target.get().url();
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run");
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.get())
                        .build(),
                options);
    }

    private static Optional<File> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** A page of the shop under another of the machine's names. */
    public URI at(String host, String path) {
        return URI.create("http://" + host + ":" + shop.getPort() + path);
    }

    /** Comes as somebody who was never here: in a tab of their own, without memory and cookies. */
    public void comeAnew() {
        driver.switchTo().newWindow(WindowType.TAB);
        String fresh = driver.getWindowHandle();
        for (String tab : driver.getWindowHandles()) {
            if (!tab.equals(fresh)) {
                driver.switchTo().window(tab).close();
            }
        }
        driver.switchTo().window(fresh);
        driver.manage().deleteAllCookies();
        for (String host : List.of("localhost", "127.0.0.1")) {
            driver.executeCdpCommand(
                    "Storage.clearDataForOrigin",
                    Map.of("origin", "http://" + host + ":" + shop.getPort(), "storageTypes", "all"));
        }
        prepareTab();
        screen(1200, 900, false);
    }

    /** Opens another tab, and is in it. */
    public void newTab() {
        driver.switchTo().newWindow(WindowType.TAB);
        prepareTab();
    }

    private void prepareTab() {
        driver.executeCdpCommand("Page.enable", Map.of());
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", NOTE_VIOLATIONS));
    }

    public void screen(int width, int height, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                // Nothing is measured while it moves.
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    public void network(boolean there) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !there, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    public void open(String path) {
        open(at("localhost", path));
    }

    public void open(URI page) {
        driver.get(page.toString());
    }

    public WebElement one(String css) {
        await(() -> !driver.findElements(By.cssSelector(css)).isEmpty());
        return driver.findElement(By.cssSelector(css));
    }

    /** Asks to be asked, by the shop's button, once the widget is there to hear it. */
    public void giveFeedback() {
        await(() -> isTrue("typeof window.likely?.open === 'function'"));
        one("#feedback").click();
        card("legend");
    }

    public boolean isAsked() {
        return !driver.findElements(By.cssSelector("likely-widget")).isEmpty();
    }

    /** Waits for an element of the widget. */
    public WebElement card(String css) {
        await(() ->
                isTrue("document.querySelector('likely-widget')?.shadowRoot.querySelector(\"" + css + "\") != null"));
        return driver.findElement(By.cssSelector("likely-widget"))
                .getShadowRoot()
                .findElement(By.cssSelector(css));
    }

    public WebElement score(int score) {
        return card("input[value='" + score + "']");
    }

    /** Longer than any survey here waits; there is nothing else to wait for. */
    public boolean isLeftInPeace() {
        await(() -> isTrue("typeof window.likely?.open === 'function'"));
        driver.executeAsyncScript("setTimeout(arguments[0], 2500)");
        return !isAsked();
    }

    /** Waits until the widget has nothing left to send. */
    public void allSent() {
        await(() -> isTrue("!Object.keys(localStorage).some((key) => key.includes(' unsent '))"));
    }

    public void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    public void press(Keys key, int times) {
        for (int i = 0; i < times; i++) {
            type(key);
        }
    }

    public boolean isTrue(String script) {
        return Boolean.TRUE.equals(driver.executeScript("return " + script));
    }

    public String text(String script) {
        return String.valueOf(driver.executeScript("return " + script));
    }

    public void scrollTo(String css) {
        driver.executeScript("document.querySelector(arguments[0]).scrollIntoView()", css);
    }

    /** No rule of axe is broken, and nothing is wider than the screen. */
    public void findsNoBarrier() {
        List<String> broken = new AxeBuilder()
                .analyze(driver).getViolations().stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes())
                        .toList();
        assertThat(broken).as(driver.getCurrentUrl()).isEmpty();
        assertThat(isTrue("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s is no wider than the screen", driver.getCurrentUrl())
                .isTrue();
    }

    /** What the policies of the pages in this tab refused. */
    public String violations() {
        return text("sessionStorage.getItem('violations') ?? ''");
    }

    public void await(BooleanSupplier condition) {
        new FluentWait<>(driver)
                .withTimeout(Duration.ofSeconds(30))
                .pollingEvery(Duration.ofMillis(30))
                .until(it -> condition.getAsBoolean());
    }
}
