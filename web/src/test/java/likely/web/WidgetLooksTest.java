package likely.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the card looks, on what screens and to whom. */
class WidgetLooksTest extends WidgetPage {

    private static final String ARABIC = "ما مدى احتمال أن توصي بنا؟";

    @Test
    void theScaleIsOneRowAndTheCardDoesNotScroll() {
        visit();

        assertThat(browser.card("input[value='10']").getRect().getY())
                .isEqualTo(browser.card("input[value='0']").getRect().getY());
        assertThat(browser.isTrue("(({scrollHeight, clientHeight}) => scrollHeight === clientHeight)("
                        + "document.querySelector('likely-widget').shadowRoot.querySelector('section'))"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itFitsASmallScreenAndHasNoBarrierInAnyOfItsStates(boolean dark) {
        browser.size(320, 640, dark);
        visit();
        comesUp();
        browser.fitsItsWidth();
        browser.hasNoBarrier();
        choose(7);
        browser.card("textarea");
        browser.hasNoBarrier();
        assertThat(browser.card("section").getRect().getWidth()).isLessThanOrEqualTo(320);
        assertThat(browser.card("input[value='10']").getRect().getWidth()).isGreaterThanOrEqualTo(24);

        skip();
        browser.card("input[value='speed']");
        browser.hasNoBarrier();
        skip();
        skip();
        browser.card("input[value='5']");
        browser.hasNoBarrier();
        skip();
        skip();
        browser.card("input[type='checkbox']");
        browser.hasNoBarrier();
        skip();
        browser.card("p.text");
        browser.hasNoBarrier();
    }

    @Test
    void itIsWrittenFromRightToLeftWhereItsLanguageIs() {
        server.settings = MockData.settings(ARABIC, "ar", false);
        browser.size(320, 640, false);
        visit();
        comesUp();

        assertThat(browser.card("section").getDomAttribute("dir")).isEqualTo("rtl");
        assertThat(browser.card("input[value='0']").getRect().getX())
                .isGreaterThan(browser.card("input[value='2']").getRect().getX());
        browser.fitsItsWidth();
        browser.hasNoBarrier();
    }

    @ParameterizedTest
    @CsvSource({
        "bottom-end, en, right, bottom",
        "bottom-start, en, left, bottom",
        "top-end, en, right, top",
        "top-start, en, left, top",
        "center, en, center, center",
        "bottom-end, ar, left, bottom",
        "top-start, ar, right, top",
    })
    void itHangsWhereTheSurveySays(String position, String locale, String across, String down) {
        server.settings = MockData.settings("Would you recommend us?", locale, false);
        widget("position", position);
        visit();
        comesUp();

        var card = browser.card("section").getRect();
        assertThat(place(card.getX(), card.getWidth(), 1100, "left", "right")).isEqualTo(across);
        assertThat(place(card.getY(), card.getHeight(), 900, "top", "bottom")).isEqualTo(down);
    }

    private static String place(int from, int length, int whole, String low, String high) {
        return from < 20
                ? low
                : from + length > whole - 20 ? high : Math.abs(2 * from + length - whole) < 4 ? "center" : "?";
    }

    @ParameterizedTest
    @CsvSource({
        "auto, false, light",
        "auto, true, dark",
        "light, true, light",
        "dark, false, dark",
    })
    void itIsLightOrDark(String theme, boolean system, String tone) {
        browser.size(1100, 900, system);
        widget("theme", theme);
        visit();
        comesUp();

        assertThat(browser.card("section").getCssValue("background-color"))
                .isEqualTo(tone.equals("dark") ? "rgba(27, 32, 43, 1)" : "rgba(255, 255, 255, 1)");
    }

    @Test
    void colorsOfTheSettingsAreTakenAndNothingElse() {
        widget(
                "colors",
                MockData.object("light", MockData.object("mark", "#a4123f", "on", "red;background:url(//elsewhere)")));
        visit();
        choose(10);

        assertThat(browser.card("button.main").getCssValue("background-color")).isEqualTo("rgba(164, 18, 63, 1)");
        assertThat(browser.card("button.main").getCssValue("color")).isEqualTo("rgba(255, 255, 255, 1)");
    }

    @Test
    void itMovesOnlyForWhomDoesNotMindIt() {
        visit();
        comesUp();

        assertThat(browser.card("section").getCssValue("animation-name")).isEqualTo("none");
    }

    @Test
    void nothingOfThePageIsShifted() {
        page = SHOP.replace(
                "<head>",
                "<head><script>window.shifts = 0; new PerformanceObserver((list) => list.getEntries().forEach("
                        + "(it) => (shifts += it.hadRecentInput ? 0 : it.value))).observe({type: 'layout-shift', buffered: true})</script>");
        visit();
        var before = browser.one("h1").getRect();
        comesUp();
        choose(9);
        browser.card("textarea");
        dismiss();

        assertThat(browser.isTrue("shifts === 0")).isTrue();
        assertThat(browser.one("h1").getRect()).isEqualTo(before);
    }

    @Test
    void aScreenReaderFindsOneGroupOfElevenNumbersAndTheEndsOfIt() {
        visit();
        comesUp();

        browser.await(() -> browser.card(".said").getDomProperty("textContent").startsWith("How likely"));
        var tree = browser.accessibilityTree();
        assertThat(tree)
                .contains("group: How likely is it that you would recommend Acme to a friend or colleague?")
                .contains("radio: 0 – not at all likely", "radio: 5", "radio: 10 – extremely likely")
                .contains("button: Close");
        assertThat(tree.stream().filter(it -> it.startsWith("radio: "))).hasSize(11);
    }
}
