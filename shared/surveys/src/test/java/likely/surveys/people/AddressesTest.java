package likely.surveys.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private final Addresses addresses = new Addresses(() -> "secret");

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, ANN@Example.COM",
        "ann@example.com, ' ann@example.com '",
        "jos\u00e9@example.com, jose\u0301@example.com", // composed and not
        "ann@m\u00fcnchen.example, ann@xn--mnchen-3ya.example",
        "ann@M\u00dcNCHEN.example, ann@mu\u0308nchen.EXAMPLE"
    })
    void spellings_of_one_address_have_one_key(String one, String other) {
        assertThat(addresses.ofEmail(one)).isEqualTo(addresses.ofEmail(other)).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, ann+shop@example.com",
        "ann@example.com, a.nn@example.com",
        "ann@example.com, ann@example.org"
    })
    void other_addresses_have_other_keys(String one, String other) {
        assertThat(addresses.ofEmail(one)).isNotEqualTo(addresses.ofEmail(other));
    }

    @Test
    void a_key_depends_on_the_secret_and_on_the_kind() {
        assertThat(addresses.ofEmail("ann@example.com"))
                .isNotEqualTo(new Addresses(() -> "another").ofEmail("ann@example.com"));
        assertThat(addresses.ofPhone("+14155551212"))
                .isNotEqualTo(addresses.ofPhone("+14155551213"))
                .matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com",
                "foo+a@example.com",
                "o'brien@example.co.uk",
                "\u00fcber@m\u00fcnchen.example",
                "a_b-c@x-y.museum",
                "ann@xn--mnchen-3ya.example"
            })
    void addresses_that_work_are_taken(String email) {
        assertThat(Addresses.isEmail(email)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "@example.com",
                "ann@",
                "ann@localhost",
                "ann@-x.com",
                "ann@x-.com",
                "a b@example.com",
                "ann@exa mple.com",
                "ann@b@example.com",
                ".ann@example.com",
                "ann.@example.com",
                "a..n@example.com",
                "ann@example..com",
                "ann@example.com\r\nBcc: eve@example.com",
                "Ann <ann@example.com>",
                "ann@example.com,eve@example.com",
                "ann\u0000@example.com",
                "0123456789012345678901234567890123456789012345678901234567890123456@example.com"
            })
    void what_is_no_address_is_refused(String email) {
        assertThat(Addresses.isEmail(email)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "+14155551212, true",
        "+4930123456, true",
        "14155551212, false",
        "'+1 415 555 1212', false",
        "+0155551212, false",
        "+123456, false",
        "+1234567890123456, false"
    })
    void a_phone_number_is_a_plus_and_digits(String phone, boolean valid) {
        assertThat(Addresses.isPhone(phone)).isEqualTo(valid);
    }
}
