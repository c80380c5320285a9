package likely.surveys.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        "fr-CA, fr",
        "fr_CA, fr",
        "PT-br, pt-BR",
        "pt-AO, pt",
        "zh-Hant-HK, zh-TW",
        "zh-HK, zh-TW",
        "zh-CN, zh",
        "no, nb",
        "nn-NO, nb",
        "iw, he",
        "en-xyz-2, en",
        "'sw, fr;q=0.8, en;q=0.9', en",
        "'fr;q=0, it', it",
        // no language that is known, and none at all: the survey's own
        "sw, de",
        "*, de",
        "'', de",
        "'de\r\nBcc: x', de",
        "', ,', de",
        ", de"
    })
    void a_wish_is_cut_down_until_there_are_words(String wanted, String chosen) {
        assertThat(Language.choose(wanted, "de-AT", Set.of())).isEqualTo(new Language(chosen));
    }

    @Test
    void an_overlong_wish_is_none() {
        assertThat(Language.choose("fr" + ",fr".repeat(10_000), "de", Set.of())).isEqualTo(new Language("de"));
    }

    @Test
    void owners_may_bring_a_language() {
        assertThat(Language.choose("sw-KE", "de", Set.of("sw"))).isEqualTo(new Language("sw"));
        assertThat(Language.choose("fr-CA", "de", Set.of("fr-CA"))).isEqualTo(new Language("fr-CA"));
    }

    @Test
    void a_survey_in_a_language_without_words_speaks_english() {
        assertThat(Language.choose(null, "sw", Set.of())).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"ar, rtl", "he, rtl", "fa, rtl", "ur, rtl", "ar-EG, rtl", "de, ltr", "zh-TW, ltr"})
    void a_language_has_a_direction(String tag, String direction) {
        assertThat(new Language(tag).direction()).isEqualTo(direction);
    }
}
