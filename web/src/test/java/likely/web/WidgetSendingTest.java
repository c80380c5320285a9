package likely.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;

/** No answer is lost, whatever the network does. */
class WidgetSendingTest extends WidgetPage {

    @Test
    void whatCouldNotBeSentIsSentOnTheNextVisit() {
        server.postStatus = 503;
        visit();
        choose(8);
        browser.await(() -> !server.posted.isEmpty());
        browser.open("about:blank");
        var first = server.posted.get(0);
        server.posted.clear();
        server.postStatus = 200;
        visit();
        browser.await(() -> !server.posted.isEmpty());

        assertThat(server.posted.get(0)).isEqualTo(first);
        browser.await(() -> unsent() == 0);
    }

    @Test
    void aTabThatIsClosedInTheMiddleLosesNothingThatWasSaid() {
        visit();
        choose(8);
        browser.card("textarea").sendKeys("never sent");
        browser.open("about:blank");
        browser.await(() -> server.posted.size() == 1);

        assertThat(server.posted.get(0)).containsEntry("score", 8);
    }

    @Test
    void whatFailedIsTriedAgainByItself() {
        server.postStatus = 429;
        visit();
        choose(8);
        browser.await(() -> !server.posted.isEmpty());
        server.postStatus = 201;
        browser.await(() -> unsent() == 0);

        assertThat(server.posted)
                .hasSizeGreaterThan(1)
                .allSatisfy(body -> assertThat(body).containsEntry("seq", 1).containsEntry("score", 8));
    }

    @Test
    void theServerSaysWhenToComeAgain() {
        server.postStatus = 503;
        server.retryAfter = "3600";
        visit();
        choose(8);
        browser.await(() -> !server.posted.isEmpty());
        server.postStatus = 201;
        browser.driver.executeAsyncScript("setTimeout(arguments[0], 1500)");

        assertThat(server.posted)
                .as("without it, the next try comes within a second")
                .hasSize(1);
    }

    @Test
    void whatWasSaidOfflineIsSentWhenTheNetworkIsBack() {
        visit();
        browser.card("input");
        browser.offline(true);
        choose(4);
        browser.card("textarea").sendKeys("In a tunnel");
        send();
        assertThat(unsent()).isEqualTo(1);
        assertThat(server.posted).isEmpty();

        browser.offline(false);
        browser.await(() -> unsent() == 0);
        assertThat(server.posted).hasSize(1);
        assertThat(server.posted.get(0)).containsEntry("seq", 2).containsEntry("comment", "In a tunnel");
    }

    @Test
    void moreThanABrowserSendsBeyondThePageIsSentAllTheSame() {
        var properties = IntStream.range(0, 30).boxed().collect(Collectors.toMap(i -> "p" + i, i -> "茶".repeat(1_000)));
        visit();
        browser.driver.executeScript("likely.setProperties(arguments[0])", properties);
        choose(8);
        browser.await(() -> server.posted.size() == 1 && unsent() == 0);

        assertThat(server.posted.get(0)).containsEntry("properties", properties);
    }

    @Test
    void aRefusalIsFinal() {
        server.postStatus = 422;
        visit();
        choose(8);
        browser.await(() -> !server.posted.isEmpty() && unsent() == 0);

        assertThat(server.posted).hasSize(1);
    }

    @Test
    void anIdThatAnotherAnswerHasIsChangedOnceAndStays() {
        server.postStatus = 409;
        visit();
        choose(8);
        browser.await(() -> server.posted.size() == 2 && unsent() == 0);
        server.postStatus = 201;
        browser.card("textarea").sendKeys("Well");
        send();
        browser.await(() -> server.posted.size() == 3);

        var ids = server.posted.stream()
                .map(body -> (String) body.get("submissionId"))
                .toList();
        assertThat(ids.get(1)).startsWith("again-").isNotEqualTo(ids.get(0)).matches("[A-Za-z0-9_-]{8,64}");
        assertThat(ids.get(2)).isEqualTo(ids.get(1));
        assertThat(server.posted.get(1)).containsEntry("seq", 1).containsEntry("score", 8);
        assertThat(server.posted.get(2)).containsEntry("seq", 2).containsEntry("score", 8);
    }

    @Test
    void twoTabsKeepTheAnswersOfBoth() {
        server.postStatus = 503;
        visit("data-force");
        choose(2);
        browser.await(() -> server.posted.size() == 1);
        var first = browser.driver.getWindowHandle();
        browser.driver.switchTo().newWindow(WindowType.TAB);
        visit("data-force");
        choose(9);
        browser.await(() -> unsent() == 2);
        server.postStatus = 201;
        browser.driver.executeScript("dispatchEvent(new Event('online'))");
        browser.await(() -> unsent() == 0);
        browser.driver.close();
        browser.driver.switchTo().window(first);

        assertThat(server.posted).extracting(body -> body.get("score")).contains(2, 9);
    }

    @Test
    void theBackButtonFindsTheSurveyAnswered() {
        visit();
        choose(9);
        browser.await(() -> unsent() == 0 && !server.posted.isEmpty());
        browser.open(server.shop("/other"));
        browser.driver.navigate().back();

        // The page may come back as it was left, with its thanks or its follow-up, or anew; then it does not ask again.
        browser.await(() -> browser.isTrue("Boolean(window.likely?.open)"));
        assertThat(browser.asks() && !browser.inCard("textarea")).isFalse();
        assertThat(server.posted).hasSize(1);
    }

    @Test
    void aSlowNetworkHoldsUpNobody() {
        visit();
        browser.card("input");
        browser.slow(true);
        choose(9);

        assertThat(browser.card("textarea").isDisplayed()).isTrue();
        browser.slow(false);
        browser.await(() -> server.posted.size() >= 1);
        assertThat(server.posted.get(0)).containsEntry("score", 9);
    }
}
