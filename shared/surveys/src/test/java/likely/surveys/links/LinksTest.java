package likely.surveys.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import likely.surveys.links.Link.Purpose;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final long NOW = 1_800_000_000L;
    private static final Link LINK = new Link(Purpose.ANSWER, "9223372036854775807", NOW + 60);

    private final List<String> secrets = new ArrayList<>(List.of("first key"));
    private final Links links = new Links(() -> List.copyOf(secrets));

    @Test
    void a_token_says_what_was_put_into_it() {
        String token = links.token(LINK);

        assertThat(token).matches("[A-Za-z0-9_-]{46}");
        assertThat(links.read(Purpose.ANSWER, token, NOW)).contains(LINK);
    }

    @Test
    void an_end_after_2106_is_kept() {
        Link far = new Link(Purpose.ANSWER, "1", 5_000_000_000L);
        assertThat(links.read(Purpose.ANSWER, links.token(far), NOW)).contains(far);
    }

    @Test
    void it_ends_at_its_time() {
        assertThat(links.read(Purpose.ANSWER, links.token(LINK), NOW + 59)).isPresent();
        assertThat(links.read(Purpose.ANSWER, links.token(LINK), NOW + 60)).isEmpty();
    }

    @Test
    void one_made_to_answer_does_not_unsubscribe() {
        assertThat(links.read(Purpose.UNSUBSCRIBE, links.token(LINK), NOW)).isEmpty();
    }

    @Test
    void no_character_of_it_can_be_changed() {
        String token = links.token(LINK);
        for (int i = 0; i < 45; i++) { // the last one has spare bits
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(links.read(Purpose.ANSWER, forged, NOW)).isEmpty();
        }
        assertThat(links.read(Purpose.ANSWER, token + "AAAA", NOW)).isEmpty();
        assertThat(links.read(Purpose.ANSWER, "", NOW)).isEmpty();
        assertThat(links.read(Purpose.ANSWER, "no base64!", NOW)).isEmpty();
        assertThat(links.read(Purpose.ANSWER, "A".repeat(100_000), NOW)).isEmpty();
    }

    @Test
    void a_key_that_was_put_first_signs_and_the_ones_below_stay_good() {
        String old = links.token(LINK);

        secrets.set(0, "second key\nfirst key\n");

        assertThat(links.token(LINK)).isNotEqualTo(old);
        assertThat(links.read(Purpose.ANSWER, links.token(LINK), NOW)).contains(LINK);
        assertThat(links.read(Purpose.ANSWER, old, NOW)).contains(LINK);
    }

    @Test
    void a_version_before_the_newest_stays_good() {
        String old = links.token(LINK);

        secrets.add(0, "second key");

        assertThat(links.read(Purpose.ANSWER, old, NOW)).contains(LINK);
    }

    @Test
    void a_key_that_was_taken_out_is_good_no_more() {
        String old = links.token(LINK);

        secrets.set(0, "second key");

        assertThat(links.read(Purpose.ANSWER, old, NOW)).isEmpty();
    }
}
