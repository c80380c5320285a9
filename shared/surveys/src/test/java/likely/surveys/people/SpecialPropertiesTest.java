package likely.surveys.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialPropertiesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"question_product_name", "questionProductName", "Question Product Name", "question-product-name"
            })
    void a_name_is_known_however_clients_write_it(String name) {
        assertThat(SpecialProperties.of(Map.of(name, "Sofa")).productName()).contains("Sofa");
    }

    @Test
    void each_has_its_own() {
        SpecialProperties all = SpecialProperties.of(Map.of(
                "delighted_email_subject", "How\r\nwas it?",
                "Delighted Intro Message", "Hi,\nAnn",
                "locale", "pt_BR",
                "thankYouMessage", "Thanks",
                "thank_you_link_text", "Shop",
                "thank_you_link_url", "https://shop.example/a?b=c",
                "plan", "pro"));

        assertThat(all.subject()).contains("How was it?");
        assertThat(all.introduction()).contains("Hi,\nAnn");
        assertThat(all.locale()).contains("pt-BR");
        assertThat(all.thanks()).contains("Thanks");
        assertThat(all.thanksLinkText()).contains("Shop");
        assertThat(all.thanksLink()).contains("https://shop.example/a?b=c");
        assertThat(all.productName()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "locale, not a language",
        "thank_you_link_url, javascript:alert(1)",
        "thank_you_link_url, 'https://x.example/\">'",
        "thank_you_message, '  '"
    })
    void what_cannot_be_used_is_as_good_as_absent(String name, String value) {
        SpecialProperties properties = SpecialProperties.of(Map.of(name, value));

        assertThat(properties.locale()).isEmpty();
        assertThat(properties.thanksLink()).isEmpty();
        assertThat(properties.thanks()).isEmpty();
    }
}
