package likely.surveys.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandColorTest {
    /** Figures of WCAG's own calculators. */
    @ParameterizedTest
    @CsvSource({"#000000, 21", "#ffffff, 1", "#777777, 4.48", "#ff0000, 4.00", "#0000ff, 8.59"})
    void contrast_with_white_is_wcags(String color, double contrast) {
        assertThat(new BrandColor(color).contrast("#ffffff")).isCloseTo(contrast, within(0.01));
    }

    @Property(tries = 300)
    void text_can_be_read_on_any_color(@ForAll @IntRange(max = 0xffffff) int rgb) {
        BrandColor color = new BrandColor(String.format("#%06x", rgb));
        assertThat(color.contrast(color.text())).isGreaterThan(4.5);
    }

    @ParameterizedTest
    @CsvSource({
        "#ffffff, #8a8a8a, #ffffff",
        "#ffe600, #8a8a8a, #ffe600",
        "#101010, #101010, #8a8a8a",
        "#2456c7, #2456c7, #8a8a8a"
    })
    void a_shape_like_its_ground_has_an_edge(String color, String onWhite, String onDark) {
        assertThat(new BrandColor(color).edge(BrandColor.CARD)).isEqualTo(onWhite);
        assertThat(new BrandColor(color).edge(BrandColor.DARK_CARD)).isEqualTo(onDark);
    }
}
