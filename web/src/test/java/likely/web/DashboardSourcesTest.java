package likely.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** Answers that came in crowds, and what the owner makes of them. */
@ExtendWith(SharedBrowser.class)
class DashboardSourcesTest {

    private Browser browser;
    private MockServer server;

    @BeforeEach
    void serve(Browser shared) throws IOException {
        browser = shared;
        server = new MockServer(0);
        browser.size(1100, 900, false);
        // Cookies know no ports.
        browser.open(server.address(""));
        browser.driver.manage().deleteAllCookies();
        browser.open("about:blank");
        server.asked.clear();
    }

    @AfterEach
    void close() {
        browser.open("about:blank");
        server.close();
    }

    private void signIn(String key) {
        browser.open(server.address(""));
        browser.one("#key").sendKeys(key, Keys.ENTER);
        browser.one("li.answer");
    }

    /** By script, since what is read may be put anew meanwhile. */
    private void awaitText(String css, String text) {
        browser.await(() -> Boolean.TRUE.equals(browser.driver.executeScript(
                "return document.querySelector(arguments[0])?.textContent == arguments[1]", css, text)));
    }

    @Test
    void aPlaceIsTakenOutOfTheCountAndBack() {
        server.sources = List.of(MockData.source(270, 0));
        signIn("owner");
        browser.await(() -> browser.text("#sources tbody").contains("270"));
        assertThat(browser.text("#sources tbody th"))
                .startsWith("26 Nov 2026, 09:00")
                .endsWith("09:30");

        browser.one("#sources tbody button").click();
        browser.await(() -> browser.text("#sources [role=status]").equals("270 taken out of the count."));
        awaitText("#sources tbody button", "Count them again");
        assertThat(server.sources.get(0)).containsEntry("excluded", 270);
        assertThat(browser.isTrue("document.activeElement.textContent == 'Count them again'"))
                .as("the keyboard goes on where it was")
                .isTrue();

        browser.type(Keys.ENTER);
        browser.await(() -> browser.text("#sources [role=status]").equals("270 counted again."));
        assertThat(server.sources.get(0)).containsEntry("excluded", 0);
    }

    @Test
    void aPlaceOfWhichAPartIsTakenOutHasBothWays() {
        server.sources = List.of(MockData.source(30, 10));
        signIn("owner");
        browser.one("#sources tbody button");

        assertThat(browser.driver.findElements(By.cssSelector("#sources tbody button")))
                .extracting(button -> button.getText())
                .containsExactly("Do not count them", "Count them again");
    }

    @Test
    void whatDoesNotWorkIsSaidAndMayBeTriedAgain() {
        server.sources = List.of(MockData.source(30, 0));
        signIn("owner");
        browser.one("#sources tbody button");
        server.down = true;
        browser.one("#sources tbody button").click();
        browser.await(() -> browser.text("#sources [role=status]").startsWith("That did not work: "));
        server.down = false;
        browser.one("#sources tbody button").click();

        browser.await(() -> browser.text("#sources [role=status]").equals("30 taken out of the count."));
    }

    @Test
    void nothingIsSaidOfPlacesWhereThereAreNone() {
        signIn("owner");

        assertThat(browser.one("#sources").isDisplayed()).isFalse();
    }

    @Test
    void aViewerDoesNotAskForThem() {
        server.sources = List.of(MockData.source(30, 0));
        signIn("viewer");
        browser.one("li.answer a").click();
        browser.await(() -> browser.text("#single").contains("Pours beautifully"));

        assertThat(server.asked).noneMatch(it -> it.contains("sources"));
        assertThat(browser.driver.findElements(By.cssSelector("#single button")))
                .isEmpty();
    }

    @Test
    void theListShowsThoseOfAStanding() {
        server.sources = List.of(MockData.source(1, 0));
        var forged = MockData.answer(99, 0, "Forged", "EU");
        forged.put("suspect", true);
        server.answers = List.of(forged, MockData.answer(98, 10, "Honest", "EU"));
        signIn("owner");
        new Select(browser.one("#answers .bar label:nth-of-type(2) select"))
                .selectByVisibleText("Too many from one place");
        browser.await(() -> !browser.text("#answers").contains("Honest"));

        assertThat(browser.text("#answers .answers")).contains("Forged");
        assertThat(browser.driver.getCurrentUrl()).contains("standing=suspect");
    }

    @Test
    void oneAnswerIsTakenOutOfTheCountAndBack() {
        signIn("owner");
        browser.one("li.answer a").click();
        browser.await(() -> browser.text("#single").contains("Do not count this answer"));
        browser.one("#single button").click();
        awaitText("#single button", "Count this answer again");
        assertThat(browser.text("#single .chips")).contains("Not counted");
        assertThat(browser.isTrue("document.activeElement.textContent == 'Count this answer again'"))
                .as("the keyboard goes on where it was")
                .isTrue();

        browser.type(Keys.ENTER);
        awaitText("#single button", "Do not count this answer");
        assertThat(server.asked).anyMatch(it -> it.startsWith("POST survey_responses/0/include"));
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1100})
    void itFitsEveryScreenAndHasNoBarrier(int width) {
        browser.size(width, 800, width < 400);
        server.sources = List.of(MockData.source(270, 30));
        signIn("owner");
        browser.one("#sources tbody button");

        browser.fitsItsWidth();
        browser.hasNoBarrier();
    }
}
