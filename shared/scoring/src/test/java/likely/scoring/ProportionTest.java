package likely.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
    /**
     * Source: R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17
     * (1998), pp. 857-872, table I, method 3.
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void the_interval_is_that_of_the_published_table(long some, long all, double low, double high) {
        Proportion share = Proportion.of(some, all);

        assertThat(share.low(0.95)).isCloseTo(low, within(5e-5));
        assertThat(share.high(0.95)).isCloseTo(high, within(5e-5));
        assertThat(share.value()).isEqualTo((double) some / all);
    }

    @Test
    void it_never_leaves_0_and_1_and_narrows_with_more() {
        assertThat(Proportion.of(0, 1).low(0.95)).isZero();
        assertThat(Proportion.of(5, 5).high(0.95)).isEqualTo(1);
        assertThat(Proportion.of(40, 1_000).low(0.95))
                .isGreaterThan(Proportion.of(4, 100).low(0.95));
        assertThat(Proportion.of(4, 100).low(0.8))
                .isGreaterThan(Proportion.of(4, 100).low(0.95));
    }

    @ParameterizedTest
    @CsvSource({"-1, 10", "11, 10", "0, 0"})
    void what_is_no_share_is_refused(long some, long all) {
        assertThatThrownBy(() -> Proportion.of(some, all)).isInstanceOf(IllegalArgumentException.class);
    }
}
