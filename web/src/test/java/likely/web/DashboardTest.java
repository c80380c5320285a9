package likely.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

class DashboardTest {

    private static Browser browser;
    private MockServer server;

    @BeforeAll
    static void start() {
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void serve() throws IOException {
        server = new MockServer(0);
        browser.size(1100, 900, false);
        // Cookies know no ports.
        browser.open(server.address(""));
        browser.driver.manage().deleteAllCookies();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void signIn(String key) {
        browser.open(server.address(""));
        browser.one("#key").sendKeys(key, Keys.ENTER);
    }

    @Test
    void aWrongKeyIsSaid() {
        signIn("wrong");

        assertThat(browser.text("#error")).isEqualTo("This key is not known.");
        browser.hasNoBarrier();

        browser.one("#key").sendKeys("owner", Keys.ENTER);
        browser.one(".nps");
    }

    @Test
    void theNumbersAreThoseOfTheServer() {
        signIn("owner");
        browser.await(() -> browser.text(".nps").equals("49"));

        assertThat(browser.text(".basis")).isEqualTo("from 300 responses, 95 % interval 40 to 57");
        assertThat(browser.text(".past")).isEqualTo("The 30 days before: 43 (300 responses, 35 to 52)");
        assertThat(browser.text(".bands"))
                .contains("14 % Detractors (41)", "24 % Passives (72)", "62 % Promoters (187)");
        assertThat(browser.text("svg text.target")).isEqualTo("target 50");
        assertThat(browser.text("#histogram svg text.n:nth-of-type(1)")).isNotBlank();
        assertThat(browser.text("#segments tbody tr:nth-child(1)"))
                .contains("EU", "150", "47", "▲ higher than the rest");
        assertThat(browser.text("#segments tbody tr:nth-child(2)")).contains("−24, ▼ lower than the rest");
        assertThat(browser.text("#segments tbody tr:nth-child(3)")).contains("no clear difference");
        assertThat(browser.text("#segments tbody tr:nth-child(4)")).contains("no responses yet");
        assertThat(browser.driver.findElements(By.cssSelector("li.answer"))).hasSize(20);
        browser.hasNoBarrier();
    }

    @Test
    void noAnswersAreNoScore() {
        signIn("owner");
        new Select(browser.one("#survey")).selectByValue("empty");
        browser.await(() -> browser.text(".nps").equals("no responses yet"));

        assertThat(browser.text("#answers")).contains("No answers in these days yet.");
        browser.hasNoBarrier();
    }

    @Test
    void whatPeopleWroteIsNeverMarkup() {
        signIn("owner");
        browser.one("li.answer");

        assertThat(browser.text("#answers")).contains(MockData.HOSTILE);
        assertThat(browser.text("#segments")).contains(MockData.HOSTILE);
        assertThat(browser.driver.findElements(By.cssSelector("main img, main b")))
                .isEmpty();
        assertThat(browser.driver.getTitle()).isEqualTo("Acme kettle – Likely");
    }

    @Test
    void filtersGoToTheServerAndIntoTheAddress() {
        signIn("owner");
        browser.one("li.answer");
        new Select(browser.one("#answers select")).selectByValue("detractor");
        browser.await(
                () -> browser.driver.findElements(By.cssSelector("li.answer")).size() == 9);
        browser.one("#answers input[type=search]").sendKeys("EU", Keys.ENTER);
        browser.await(
                () -> browser.driver.findElements(By.cssSelector("li.answer")).size() < 9);

        assertThat(browser.driver.getCurrentUrl()).contains("band=detractor", "property=region", "value=EU");
        assertThat(server.asked)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("GET survey_responses ")
                        .contains("band=detractor", "property[region]=EU", "order=desc"));

        browser.driver.navigate().back();
        browser.await(
                () -> browser.driver.findElements(By.cssSelector("li.answer")).size() == 9);
    }

    @Test
    void theRangeIsOfWholeDaysInTheSurveysZone() {
        signIn("owner");
        browser.one("li.answer");
        browser.open(server.address("?range=custom&from=2026-03-01&to=2026-03-31"));
        browser.await(() -> browser.text("#zone").startsWith("1 Mar 2026 to 31 Mar 2026"));

        assertThat(server.asked)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("GET scores ")
                        .contains("interval=day", "since=1772323200", "until=1775001599"));
        assertThat(server.asked)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("GET scores ")
                        .doesNotContain("interval")
                        .contains("since=1769644800", "until=1772323199"));
    }

    /** Clocks change at midnight in Cairo and Beirut. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22, UTC",
        "2026-03-29, Europe/Berlin",
        "2026-03-30, Europe/Berlin",
        "2026-10-25, Europe/Berlin",
        "2026-11-01, America/New_York",
        "2026-11-02, America/New_York",
        "2026-06-01, Pacific/Auckland",
        "2026-04-24, Africa/Cairo",
        "2026-10-30, Africa/Cairo",
        "2026-03-29, Asia/Beirut",
        "2026-01-01, Asia/Kolkata",
        "2026-01-01, Pacific/Kiritimati",
    })
    void aDayBeginsWhereTheServerSaysItDoes(LocalDate day, ZoneId zone) {
        browser.open(server.address(""));
        var start = browser.driver.executeAsyncScript(
                "const [day, zone, done] = arguments;"
                        + " import('./dashboard/days.js').then((days) => done(days.startOf(day, zone)))",
                day.toString(),
                zone.getId());

        assertThat(start).isEqualTo(day.atStartOfDay(zone).toEpochSecond());
    }

    @Test
    void pagesTurn() {
        signIn("owner");
        browser.one("li.answer");
        browser.one("#answers nav button:last-child").click();
        browser.await(() -> browser.text("#answers nav").contains("Page 2"));
        browser.one("#answers nav button:last-child").click();
        browser.await(
                () -> browser.driver.findElements(By.cssSelector("li.answer")).size() == 5);

        assertThat(browser.one("#answers nav button:last-child").isEnabled()).isFalse();
    }

    @Test
    void anAnswerSaysThatItDoesNotCountAndThatItIsSuspect() {
        var excluded = new LinkedHashMap<>(MockData.answer(98, 0, "Forged", "EU"));
        excluded.putAll(Map.of("suspect", true, "excluded", true));
        var suspect = new LinkedHashMap<>(MockData.answer(99, 0, "Perhaps", "EU"));
        suspect.putAll(Map.of("suspect", true, "excluded", false));
        server.answers = List.of(excluded, suspect, MockData.answer(97, 9, "Honest", "EU"));
        signIn("owner");
        browser.one("li.answer");

        assertThat(browser.text("li.answer:nth-child(1)")).contains("Not counted");
        assertThat(browser.text("li.answer:nth-child(2)")).contains("One of too many from one place");
        assertThat(browser.text("li.answer:nth-child(3)")).doesNotContain("counted", "place");
    }

    @Test
    void aNewAnswerIsSeenWithoutAReloadAndMovesNothing() {
        signIn("owner");
        browser.one("li.answer");
        var kept = browser.one("li.answer:nth-child(1)");
        var place = browser.number("document.querySelector('#trend').getBoundingClientRect().top");
        server.score = MockData.score(0, 0, 301);
        var more = new ArrayList<>(server.answers);
        more.add(0, MockData.answer(99, 10, "Just in", "EU"));
        server.answers = List.copyOf(more);
        browser.await(() -> browser.text(".nps").equals("100"));
        browser.await(() -> browser.text("#answers").contains("Just in"));

        assertThat(kept.isDisplayed())
                .as("an answer that did not change keeps its node")
                .isTrue();
        assertThat(browser.number("document.querySelector('#trend').getBoundingClientRect().top"))
                .isEqualTo(place);
    }

    @Test
    void aServerThatIsAwayIsSaidAndTheNumbersStay() {
        signIn("owner");
        browser.one("li.answer");
        server.down = true;
        browser.await(() -> browser.text("#trouble").startsWith("The server cannot be reached."));

        assertThat(browser.text("#updated")).startsWith("Not live, updated ");
        assertThat(browser.text(".nps")).isEqualTo("49");

        server.down = false;
        browser.await(() -> browser.text("#updated").startsWith("Live, "));
        assertThat(browser.text("#trouble")).isEmpty();
    }

    @Test
    void anEndedSessionOffersToSignInAgain() {
        signIn("owner");
        browser.one("li.answer");
        browser.driver.manage().deleteAllCookies();
        browser.await(() -> browser.text("#trouble").equals("Your session has ended. Sign in again"));
    }

    @Test
    void anAnswerHasItsOwnLinkAndIsErasedAfterAQuestion() {
        signIn("owner");
        browser.one("li.answer a").click();
        browser.await(() -> browser.text("#single").contains("Pours beautifully"));
        assertThat(browser.driver.getCurrentUrl()).contains("answer=0");
        browser.hasNoBarrier();

        browser.one("#single .danger").click();
        browser.one("#confirm button[value=no]").click();
        assertThat(server.answers).hasSize(45);

        browser.one("#single .danger").click();
        browser.one("#confirm button[value=erase]").click();
        browser.await(() -> server.answers.size() == 44);
        browser.await(() -> browser.one("#overview").isDisplayed());
    }

    @Test
    void aViewerCannotErase() {
        signIn("viewer");
        browser.one("li.answer a").click();
        browser.await(() -> browser.text("#single").contains("Pours beautifully"));

        assertThat(browser.driver.findElements(By.cssSelector("#single .danger")))
                .isEmpty();
    }

    @Test
    void theCsvIsOneFileOfAllPages(@TempDir Path folder) throws IOException {
        browser.driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        signIn("owner");
        browser.one("li.answer");
        browser.one("#answers .bar button").click();
        browser.await(() -> browser.text("#answers [role=status]").equals("Saved."));
        browser.await(() -> folder.toFile().list((in, name) -> name.endsWith(".csv")).length == 1);

        try (var files = Files.list(folder)) {
            assertThat(files.toList()).singleElement().satisfies(file -> {
                assertThat(file.getFileName().toString()).startsWith("likely-demo-");
                assertThat(Files.readString(file)).isEqualTo("id,score,comment\r\n1,9,a\r\n2,3,b\r\n");
            });
        }
    }

    @Test
    void signingOutLeadsToTheSignInPage() {
        signIn("owner");
        browser.one("#signout").click();
        browser.one("#key");
    }

    @ParameterizedTest
    @CsvSource({"320, false", "320, true", "1100, true"})
    void itFitsEveryScreenAndHasNoBarrier(int width, boolean dark) {
        browser.size(width, 800, dark);
        browser.open(server.address(""));
        browser.hasNoBarrier();
        signIn("owner");
        browser.one("li.answer");
        browser.one("#trend svg .series");
        browser.one("#range input[value=custom]").click();
        browser.await(() -> browser.one("#custom").isDisplayed());
        browser.one("#histogram summary").click();
        browser.one("#trend summary").click();
        browser.fitsItsWidth();
        browser.hasNoBarrier();
    }
}
