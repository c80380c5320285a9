package likely.surveys.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import likely.surveys.links.Link.Purpose;
import org.junit.jupiter.api.Test;

class TestTokenTest {
    private static final String LONGEST_ID = "a".repeat(40);

    @Test
    void it_names_its_survey() {
        assertThat(TestToken.survey(TestToken.of("demo"))).contains("demo");
        assertThat(TestToken.survey(TestToken.of(LONGEST_ID))).contains(LONGEST_ID);
    }

    @Test
    void it_is_no_signed_token_and_a_signed_one_is_none() {
        Links links = new Links(() -> List.of("secret"));
        assertThat(links.read(Purpose.ANSWER, TestToken.of(LONGEST_ID), 0)).isEmpty();
        String signed = links.token(new Link(Purpose.ANSWER, "1", 10));
        assertThat(TestToken.survey(signed)).isEmpty();
        assertThat(TestToken.survey("test-" + signed.substring(5))).isEmpty();
    }
}
