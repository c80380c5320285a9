package likely.surveys.widget;

import static org.assertj.core.api.Assertions.assertThat;

import likely.surveys.mail.BrandColor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardColorTest {
    /** WCAG's calculators have 6.48 for #2456c7 on white and 4.48 for #777777, which is just too light. */
    @ParameterizedTest
    @CsvSource({
        "#2456c7, #2456c7, #ffffff",
        "#777777, #767676, #ffffff",
        "#ffe600, #827500, #ffffff",
        "#ffffff, #757575, #ffffff",
        "#000000, #000000, #ffffff"
    })
    void a_color_is_as_dark_on_white_as_it_must_be(String brand, String mark, String on) {
        assertThat(CardColor.on(CardColor.LIGHT_CARD, brand)).isEqualTo(new CardColor(mark, on));
    }

    @ParameterizedTest
    @CsvSource({"#ffe600, #ffe600, #000000", "#2456c7, #6185d7, #000000", "#000000, #878787, #000000"})
    void a_color_is_as_light_on_dark_as_it_must_be(String brand, String mark, String on) {
        assertThat(CardColor.on(CardColor.DARK_CARD, brand)).isEqualTo(new CardColor(mark, on));
    }

    @Property(tries = 500)
    void any_brand_can_be_read_on_both_cards(@ForAll @IntRange(max = 0xffffff) int rgb) {
        for (String card : new String[] {CardColor.LIGHT_CARD, CardColor.DARK_CARD}) {
            CardColor color = CardColor.on(card, String.format("#%06x", rgb));
            BrandColor mark = new BrandColor(color.mark());
            assertThat(mark.contrast(card)).isGreaterThanOrEqualTo(4.5);
            assertThat(mark.contrast(color.on())).isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#767676", "#0000FF"})
    void what_can_be_read_stays_as_it_is(String brand) {
        assertThat(CardColor.on(CardColor.LIGHT_CARD, brand).mark()).isEqualToIgnoringCase(brand);
    }
}
