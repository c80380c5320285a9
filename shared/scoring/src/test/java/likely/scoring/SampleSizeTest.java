package likely.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {
    @ParameterizedTest
    @CsvSource({"5, .67, 1027", "10, .67, 255", "100, 1, 1", "100, .001, 1"})
    void forAHalfWidthAtTheUsualConfidence(double halfWidth, double variance, long responses) {
        assertThat(SampleSize.forHalfWidth(halfWidth, variance)).isEqualTo(responses);
    }

    @Test
    void forAHalfWidthAtAnotherConfidence() {
        assertThat(SampleSize.forHalfWidth(5, .67, .9)).isEqualTo(723);
    }

    @ParameterizedTest
    @CsvSource({"10, .67, .67, .95, .8, 1049", "5, .67, .5, .99, .9, 6961", "200, 1, 1, .1, .5, 1"})
    void perGroupForADifference(
            double difference, double first, double second, double confidence, double power, long responses) {
        assertThat(SampleSize.perGroup(difference, first, second, confidence, power))
                .isEqualTo(responses);
    }

    @Test
    void whatCannotBeReachedIsTheLargestLong() {
        assertThat(SampleSize.forHalfWidth(1e-200, 1)).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"5, .67", "3.3, 1", "17, .25", "1, .81"})
    void isTheLeastThatGivesTheWidth(double halfWidth, double variance) {
        long needed = SampleSize.forHalfWidth(halfWidth, variance);
        double z = 1.959963984540054;
        assertThat(100 * z * Math.sqrt(variance / (needed + 3))).isLessThanOrEqualTo(halfWidth);
        assertThat(100 * z * Math.sqrt(variance / (needed + 2))).isGreaterThan(halfWidth);
    }

    @ParameterizedTest
    @CsvSource({
        "0, .67, .95, halfWidth must be above 0 and at most 100.0: 0.0",
        "100.1, .67, .95, halfWidth must be above 0 and at most 100.0: 100.1",
        "NaN, .67, .95, halfWidth must be above 0 and at most 100.0: NaN",
        "5, 0, .95, variance must be above 0 and at most 1.0: 0.0",
        "5, 1.1, .95, variance must be above 0 and at most 1.0: 1.1",
        "5, .67, 1, confidence must be above 0 and below 1: 1.0",
        "5, .67, 0, confidence must be above 0 and below 1: 0.0"
    })
    void refusesAWidthThatIsNone(double halfWidth, double variance, double confidence, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.forHalfWidth(halfWidth, variance, confidence))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, .95, .8, difference must be above 0 and at most 200.0: 0.0",
        "201, 1, 1, .95, .8, difference must be above 0 and at most 200.0: 201.0",
        "10, 0, 1, .95, .8, firstVariance must be above 0 and at most 1.0: 0.0",
        "10, 1, 2, .95, .8, secondVariance must be above 0 and at most 1.0: 2.0",
        "10, 1, 1, 95, .8, confidence must be above 0 and below 1: 95.0",
        "10, 1, 1, .95, .49, power must be 0.5 or more and below 1: 0.49",
        "10, 1, 1, .95, 1, power must be 0.5 or more and below 1: 1.0"
    })
    void refusesADifferenceThatIsNone(
            double difference, double first, double second, double confidence, double power, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.perGroup(difference, first, second, confidence, power))
                .withMessage(message);
    }
}
