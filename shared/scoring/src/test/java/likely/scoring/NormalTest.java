package likely.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTest {
    /** The first three rows are the check values in Wichura's paper; the rest was computed with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        ".25, -.6744897501960817",
        ".001, -3.090232306167814",
        "1e-20, -9.262340089798408",
        ".0749, -1.4402382675279636",
        ".075, -1.4395314709384559",
        ".9, 1.2815515655446005",
        ".95, 1.6448536269514727",
        ".975, 1.9599639845400542",
        ".995, 2.5758293035489008",
        ".9995, 3.2905267314918948",
        "2e-11, -6.604077590405634",
        "1.38e-11, -6.658838502850766",
        "1e-11, -6.706023155495137",
        "1e-300, -37.0470962993612"
    })
    void quantile(double p, double z) {
        assertThat(NormalQuantile.of(p)).isCloseTo(z, within(p < .5 ? 2e-15 * Math.abs(z) : 1e-13));
    }

    @Test
    void theMedianIsZero() {
        assertThat(NormalQuantile.of(.5)).isZero();
    }

    /** Abramowitz and Stegun's table 26.1 gives these to 15 digits up to 3 and table 26.2 the tails; more with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "0, .5",
        "-.5, .3085375387259869",
        "-1, .15865525393145705",
        "-1.96, .024997895148220434",
        "-2, .022750131948179207",
        "-2.5, .0062096653257761352",
        "-3, .0013498980316300945",
        "-3.5, .00023262907903552504",
        "-4, 3.1671241833119921e-5",
        "-5, 2.8665157187919391e-7",
        "-6, 9.8658764503769814e-10",
        "-8, 6.2209605742717841e-16",
        "-10, 7.6198530241605261e-24",
        "-20, 2.7536241186062337e-89",
        "-37, 5.7255712225245768e-300",
        ".5, .6914624612740131",
        "1, .84134474606854295",
        "1.96, .97500210485177957",
        "2.5, .99379033467422386",
        "3, .99865010196836991",
        "3.5, .99976737092096447",
        "5, .99999971334842812",
        "8, .99999999999999938",
        "40, 1"
    })
    void cdf(double z, double p) {
        assertThat(Normal.cdf(z)).isCloseTo(p, within(2e-13 * p));
    }

    @Test
    void nothingLiesBeyondInfinity() {
        assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void bothFormulasAgreeWhereTheyMeet() {
        assertThat(Normal.cdf(Math.nextDown(-3.0))).isCloseTo(Normal.cdf(-3), within(1e-15));
        assertThat(Normal.cdf(Math.nextUp(3.0))).isCloseTo(Normal.cdf(3), within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1.959963984540054, .05", "-1.959963984540054, .05", "3, .002699796063260189"})
    void twoSided(double z, double p) {
        assertThat(Normal.twoSided(z)).isCloseTo(p, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({".8, 1.2815515655446005", ".9, 1.6448536269514727", ".95, 1.9599639845400542", ".99, 2.5758293035489008"
    })
    void critical(double confidence, double z) {
        assertThat(Normal.critical(confidence)).isCloseTo(z, within(1e-14));
    }

    @Test
    void criticalIsFiniteForAnyConfidence() {
        assertThat(Normal.critical(Math.nextDown(1.0))).isBetween(8.0, 9.0);
        assertThat(Normal.critical(Double.MIN_VALUE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-290, 1e-30, 1e-12, 1e-6, .001, .07, .075, .2, .4, .49})
    void quantileAndCdfAreInverse(double p) {
        assertThat(Normal.cdf(NormalQuantile.of(p))).isCloseTo(p, within(1e-12 * p));
        assertThat(NormalQuantile.of(1 - p)).isCloseTo(-NormalQuantile.of(1 - (1 - p)), within(1e-12));
    }
}
