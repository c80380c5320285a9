package likely.surveys.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialPropertiesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"question_product_name", "Question Product Name", "questionProductName", "QUESTION-PRODUCT-NAME"
            })
    void a_name_may_be_spelled_in_several_ways(String name) {
        assertThat(SpecialProperties.of(Map.of(name, " the kettle ")).productName())
                .contains("the kettle");
    }

    @Test
    void others_and_blank_ones_change_nothing() {
        SpecialProperties properties = SpecialProperties.of(Map.of("locale", " ", "plan", "pro"));
        assertThat(properties.locale()).isEmpty();
        assertThat(properties.mailSubject()).isEmpty();
    }
}
