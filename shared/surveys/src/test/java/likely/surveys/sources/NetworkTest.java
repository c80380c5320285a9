package likely.surveys.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.4, 192.0.2.4, true",
        "192.0.2.4, 192.0.2.5, false",
        "192.0.2.4, ::ffff:192.0.2.4, true",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:DB8:0001:0002:0:0:0:1, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false"
    })
    void an_address_is_a_place_and_of_a_long_one_its_first_half(String one, String other, boolean same) {
        assertThat(Network.of(one)).isPresent();
        assertThat(Network.of(one).equals(Network.of(other))).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "shop.example", "192.0.2", "192.0.2.256", "1::2::3", "fe80::1%eth0", ":", "a"})
    void what_is_no_address_is_no_place_and_no_name_is_looked_up(String text) {
        assertThat(Network.of(text)).isEmpty();
    }

    @Test
    void a_whole_network_of_addresses_is_as_many_places_as_it_has_first_halves() {
        assertThat(Network.of("::1")).hasValue("0000000000000000");
    }
}
