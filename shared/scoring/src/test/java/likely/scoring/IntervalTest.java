package likely.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    @ParameterizedTest
    @CsvSource({"-100.1, 0", "0, 100.1", "1, 0.9", "NaN, 0", "0, NaN"})
    void staysOnTheScale(double low, double high) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(low, high))
                .withMessage("low and high must satisfy -100 <= low <= high <= 100: low " + low + ", high " + high);
    }

    @Test
    void mayBeAllOfTheScaleOrAPoint() {
        assertThat(new Interval(-100, 100).halfWidth()).isEqualTo(100);
        assertThat(new Interval(100, 100).halfWidth()).isZero();
        assertThat(new Interval(-10, 20).halfWidth()).isEqualTo(15);
    }

    @Test
    void isClippedToTheScale() {
        assertThat(Interval.around(90, 20)).isEqualTo(new Interval(70, 100));
        assertThat(Interval.around(-90, 20)).isEqualTo(new Interval(-100, -70));
        assertThat(Interval.around(0, 200)).isEqualTo(new Interval(-100, 100));
    }
}
