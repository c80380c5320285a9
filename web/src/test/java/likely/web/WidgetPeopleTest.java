package likely.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is here, as the page says it. */
class WidgetPeopleTest extends WidgetPage {

    private static final Map<String, Object> SIGNED = Map.of("payload", "eyJzdXJ2ZXkiOiJkZW1vIn0", "signature", "ab12");

    @Test
    void whatIsJustSaidGoesWithTheAnswerAndIsAskedOfNobody() {
        says("identify", "{id: 42, email: 'ada@shop.example', name: 'Ada', role: 'admin'}");
        visit();
        choose(9);
        browser.await(() -> server.posted.size() == 1);

        assertThat(server.posted.get(0))
                .containsEntry("person", Map.of("id", "42", "email", "ada@shop.example", "name", "Ada"));
        assertThat(server.askings).isEmpty();
    }

    @Test
    void aSignedPersonIsShownTheQuestionWhenTheServerSaysYes() {
        says("identify", "{payload: 'eyJzdXJ2ZXkiOiJkZW1vIn0', signature: 'ab12'}");
        visit();
        choose(9);
        browser.await(() -> server.posted.size() == 1);

        assertThat(server.askings).containsExactly(Map.of("person", SIGNED));
        assertThat(server.posted.get(0)).containsEntry("person", SIGNED);
    }

    @Test
    void aSignedPersonIsLeftInPeaceWhenTheServerSaysNo() {
        server.mayAsk = false;
        says("identify", "{payload: 'eyJzdXJ2ZXkiOiJkZW1vIn0', signature: 'ab12'}");
        visit();
        browser.await(() -> server.askings.size() == 1);

        assertThat(staysAway()).isTrue();

        visit();
        assertThat(staysAway())
                .as("and the server is not asked again for a day")
                .isTrue();
        assertThat(server.askings).hasSize(1);

        browser.driver.executeScript("likely.open()");
        assertThat(comesUp()).as("unless they want to").isTrue();
        assertThat(server.askings).hasSize(1);
    }

    @Test
    void theServerIsAskedOnlyWhenTheQuestionWouldBeShown() {
        trigger("event", "due");
        says("identify", "{payload: 'eyJzdXJ2ZXkiOiJkZW1vIn0', signature: 'ab12'}");
        visit();
        browser.await(() -> !server.settingsAsked.isEmpty());
        assertThat(staysAway()).isTrue();

        assertThat(server.askings).isEmpty();
    }

    @Test
    void aDismissalOfASignedPersonIsTold() {
        says("identify", "{payload: 'eyJzdXJ2ZXkiOiJkZW1vIn0', signature: 'ab12'}");
        visit();
        dismiss();
        browser.await(() -> server.askings.size() == 2);

        assertThat(server.askings.get(1)).isEqualTo(Map.of("person", SIGNED, "dismissed", true));
        assertThat(server.posted).isEmpty();
    }

    @Test
    void propertiesGoWithEachAnswerAsText() {
        says("setProperties", "{plan: 'pro', seats: 3, gone: 1}");
        visit();
        choose(9);
        browser.card("textarea");
        browser.driver.executeScript("likely.setProperties({gone: null, note: 'x'.repeat(2000)})");
        choose(8);
        browser.await(() -> server.posted.size() == 2);

        assertThat(server.posted.get(0)).containsEntry("properties", Map.of("plan", "pro", "seats", "3", "gone", "1"));
        assertThat(server.posted.get(1))
                .containsEntry("properties", Map.of("plan", "pro", "seats", "3", "note", "x".repeat(1000)));
    }

    @Test
    void whoSignsOutIsForgotten() {
        visit("data-open=no");
        browser.await(() -> browser.isTrue("Boolean(window.likely.open)"));
        browser.driver.executeScript("likely.identify({name: 'Ada'}); likely.identify(); likely.open()");
        choose(9);
        browser.await(() -> server.posted.size() == 1);

        assertThat(server.posted.get(0)).doesNotContainKey("person");
    }

    @Test
    void theLanguagesThatThePageAndTheBrowserWishAreAskedFor() {
        visit();
        browser.await(() -> server.settingsAsked.size() == 1);

        assertThat(List.of(server.settingsAsked.get(0).split(",")))
                .startsWith("en-GB")
                .hasSizeBetween(2, 5);
    }

    /** A call that the page makes before the script has loaded. */
    private void says(String name, String argument) {
        page = SHOP.replace("feedback.onclick", "likely.push(['" + name + "', " + argument + "]); feedback.onclick");
    }
}
