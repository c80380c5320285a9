package likely.bench.widget;

import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A headless Chromium whose CPU is slowed, and what it says of its main thread. */
final class Browser implements AutoCloseable {

    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");
    private static final int SLOWED = 6;
    private static final Duration REST = Duration.ofMillis(1_500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String SHIFT = """
            let sum = 0;
            const observer = new PerformanceObserver((list) => list.getEntries().forEach((it) => (sum += it.value)));
            observer.observe({ type: "layout-shift", buffered: true });
            setTimeout(() => arguments[0](sum), 100);
            """;

    private final ChromeDriver driver;

    Browser() {
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(onPath("chromium"));
        options.setPageLoadStrategy(PageLoadStrategy.EAGER); // a page that still loads is what is looked at
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
                        .usingDriverExecutable(onPath("chromedriver"))
                        .build(),
                options);
        // The thread's own time, so that what else the machine does is not counted; the slowing is, it keeps the thread
        // busy.
        command("Performance.enable", Map.of("timeDomain", "threadTicks"));
    }

    private static File onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("bench/widget needs " + program + " on the path"));
    }

    /** As somebody who was never here, from a page of the same origin, so that the process and its counters stay. */
    Visit visit(Stage stage, Contender contender) throws InterruptedException {
        driver.get(stage.shop() + "empty");
        rest(stage); // what the former page says in parting
        stage.show(contender);
        command("Network.clearBrowserCache", Map.of());
        driver.executeScript("localStorage.clear(); sessionStorage.clear()");
        driver.manage().deleteAllCookies();
        command("Emulation.setCPUThrottlingRate", Map.of("rate", SLOWED));
        Map<String, Double> before = metrics();
        driver.get(stage.shop() + "page");
        rest(stage);
        Map<String, Double> loading = metrics();
        stage.draw();
        rest(stage);
        Map<String, Double> loaded = metrics();
        if (!contender.show().isEmpty()) {
            driver.executeScript("setTimeout(() => {" + contender.show() + "})"); // as a task of the page's own
        }
        until(contender.shown());
        rest(stage);
        Map<String, Double> shown = metrics();
        double shift = ((Number) driver.executeAsyncScript(SHIFT)).doubleValue();
        command("Emulation.setCPUThrottlingRate", Map.of("rate", 1));
        return new Visit(
                millis(before, loading, "ScriptDuration"),
                millis(loading, loaded, "ScriptDuration"),
                millis(before, loaded, "TaskDuration"),
                millis(loaded, shown, "TaskDuration"),
                shift,
                stage.asked().size());
    }

    /** Until nothing more has been asked for during some moments. */
    private static void rest(Stage stage) throws InterruptedException {
        int asked;
        do {
            asked = stage.asked().size();
            Thread.sleep(REST.toMillis());
        } while (stage.asked().size() > asked);
    }

    private void until(String condition) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!Boolean.TRUE.equals(driver.executeScript(condition))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The question did not come up: "
                        + driver.manage().logs().get("browser").getAll());
            }
            Thread.sleep(100);
        }
    }

    private static double millis(Map<String, Double> from, Map<String, Double> to, String name) {
        return (to.getOrDefault(name, 0.0) - from.getOrDefault(name, 0.0)) * 1e3;
    }

    /** Cumulated seconds, by name. */
    private Map<String, Double> metrics() {
        return ((List<?>) command("Performance.getMetrics", Map.of()).getOrDefault("metrics", List.of()))
                .stream()
                        .map(metric -> (Map<?, ?>) metric)
                        .collect(Collectors.toMap(
                                metric -> String.valueOf(metric.get("name")),
                                metric -> metric.get("value") instanceof Number value ? value.doubleValue() : 0.0));
    }

    private Map<String, Object> command(String name, Map<String, Object> parameters) {
        return driver.executeCdpCommand(name, parameters);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
