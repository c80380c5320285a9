package likely.functions.serveapi.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicKeyTest {
    @ParameterizedTest
    @CsvSource({
        "Basic S0VZMTIzOg==, KEY123", // Node, Ruby, PHP: KEY123:
        "Basic S0VZMTIz, KEY123", // Python: no colon at all
        "basic S0VZMTIzOi0=, KEY123", // KEY123:- in lower case
        "Basic S0VZMTIzOmE6Yg==, KEY123", // a password with a colon
        "Basic   S0VZMTIzOg== , KEY123",
        "Basic S0VZMTIzOg, KEY123" // without padding
    })
    void the_key_is_what_stands_before_the_first_colon(String header, String key) {
        assertThat(BasicKey.read(header)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic Og==", "Basic ???", "Bearer S0VZMTIz", "S0VZMTIz"})
    void anything_else_is_no_key(String header) {
        assertThat(BasicKey.read(header)).isEmpty();
    }

    @Test
    void no_header_is_no_key() {
        assertThat(BasicKey.read(null)).isEmpty();
    }
}
