package likely.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.FluentWait;

/** A headless Chromium, where the machine has one; without it the test that asks for one is skipped. */
public final class Browser implements AutoCloseable {

    /** Kept, since a logger that nobody holds forgets its level. It warns of a protocol that is not used here. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    public final ChromeDriver driver;

    public Browser() {
        this(PageLoadStrategy.NORMAL);
    }

    /** @param opened when a page counts as opened */
    Browser(PageLoadStrategy opened) {
        var chromium = onPath("chromium");
        var chromedriver = onPath("chromedriver");
        assumeTrue(chromium.isPresent() && chromedriver.isPresent(), "no Chromium here");
        SELENIUM.setLevel(Level.SEVERE);
        var options = new ChromeOptions();
        options.setBinary(chromium.get());
        options.setPageLoadStrategy(opened);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--user-data-dir=" + freshProfile());
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.get())
                        .build(),
                options);
        size(1100, 900, false);
    }

    private static Optional<File> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }

    private static Path freshProfile() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "chromium")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    public void size(int width, int height, boolean dark) {
        touch(width, height, false);
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                // Nothing is measured while it moves.
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** A screen that is touched, or one with a pointer. */
    void touch(int width, int height, boolean touch) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", touch));
        driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", touch));
    }

    void offline(boolean offline) {
        network(offline, 0);
    }

    /** Two seconds more for each request. */
    void slow(boolean slow) {
        network(false, slow ? 2_000 : 0);
    }

    private void network(boolean offline, int latency) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", latency, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Clears what an origin has kept. */
    void forget(String origin) {
        driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
    }

    public void open(String address) {
        driver.get(address);
    }

    public WebElement one(String css) {
        await(() -> !driver.findElements(By.cssSelector(css)).isEmpty());
        return driver.findElement(By.cssSelector(css));
    }

    public String text(String css) {
        return one(css).getText();
    }

    /** An element in the widget's shadow. */
    WebElement card(String css) {
        await(() -> inCard(css));
        return driver.findElement(By.cssSelector("likely-widget"))
                .getShadowRoot()
                .findElement(By.cssSelector(css));
    }

    boolean inCard(String css) {
        return Boolean.TRUE.equals(driver.executeScript(
                "return Boolean(document.querySelector('likely-widget')?.shadowRoot.querySelector(arguments[0]))",
                css));
    }

    boolean asks() {
        return !driver.findElements(By.cssSelector("likely-widget")).isEmpty();
    }

    /** Types where the focus is, as a person does. */
    public void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    public void press(Keys key, int times) {
        for (int i = 0; i < times; i++) {
            type(key);
        }
    }

    void doubleClick(WebElement element) {
        new Actions(driver).doubleClick(element).perform();
    }

    public long number(String script) {
        return ((Number) driver.executeScript("return " + script)).longValue();
    }

    boolean isTrue(String script) {
        return Boolean.TRUE.equals(driver.executeScript("return " + script));
    }

    public void await(BooleanSupplier condition) {
        new FluentWait<>(driver)
                .withTimeout(Duration.ofSeconds(30))
                .pollingEvery(Duration.ofMillis(30))
                .until(it -> condition.getAsBoolean());
    }

    public void hasNoBarrier() {
        var violations = new AxeBuilder().analyze(driver).getViolations();
        assertThat(violations)
                .as(violations.stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes())
                        .toList()
                        .toString())
                .extracting(Rule::getId)
                .isEmpty();
    }

    /** What a screen reader is told: role and name of each node that it sees. */
    List<String> accessibilityTree() {
        var tree = driver.executeCdpCommand("Accessibility.getFullAXTree", Map.of());
        return ((List<?>) tree.get("nodes"))
                .stream()
                        .map(it -> (Map<?, ?>) it)
                        .filter(it -> it.get("role") != null && it.get("name") != null)
                        .map(it -> value(it.get("role")) + ": " + value(it.get("name")))
                        .toList();
    }

    private static Object value(Object of) {
        return ((Map<?, ?>) of).get("value");
    }

    public void fitsItsWidth() {
        assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(number("innerWidth"));
    }
}
