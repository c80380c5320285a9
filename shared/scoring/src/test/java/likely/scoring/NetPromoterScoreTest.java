package likely.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetPromoterScoreTest {
    @Test
    void noResponsesHaveNoScore() {
        assertThat(NetPromoterScore.of(Tally.EMPTY)).isEmpty();
    }

    @ParameterizedTest(name = "({0}, {1}, {2})")
    @CsvSource({
        "60, 30, 100, 30",
        "3, 1, 6, 33.33333333333333",
        "1, 1, 2, 0",
        "1, 0, 2, 50",
        "120, 60, 300, 20",
        "5, 0, 5, 100",
        "250, 75, 1000, 17.5",
        "0, 7, 7, -100"
    })
    void valueIsPromotersMinusDetractorsInAHundred(long promoters, long detractors, long responses, double nps) {
        NetPromoterScore score = Tallies.score(promoters, detractors, responses);
        assertThat(score.value()).isCloseTo(nps, within(1e-13));
        assertThat(score.responses()).isEqualTo(responses);
        assertThat(score.count(Band.PROMOTER)).isEqualTo(promoters);
        assertThat(score.count(Band.PASSIVE)).isEqualTo(responses - promoters - detractors);
        assertThat(score.count(Band.DETRACTOR)).isEqualTo(detractors);
    }

    @ParameterizedTest(name = "({0}, {1}, {2})")
    @CsvSource({
        "3, 1, 6, .5555555555555556, .3043",
        "1, 1, 2, 1, .7071",
        "1, 0, 2, .25, .3536",
        "60, 30, 100, .81, .09",
        "5, 0, 5, 0, 0"
    })
    void varianceAndStandardErrorAreInShares(
            long promoters, long detractors, long responses, double variance, double standardError) {
        NetPromoterScore score = Tallies.score(promoters, detractors, responses);
        assertThat(score.variance()).isCloseTo(variance, within(1e-15));
        assertThat(score.standardError()).isCloseTo(standardError, within(5e-5));
    }

    @ParameterizedTest(name = "({0}, {1}, {2})")
    @CsvSource({
        "60, 30, 100, 11.82, 46.44, .005",
        "120, 60, 300, 11.378, 28.226, .0005",
        "5, 0, 5, 17.49, 100, .005",
        "250, 75, 1000, 14.086, 20.809, .0005",
        "0, 5, 5, -100, -17.49, .005"
    })
    void intervalIsAdjustedWald(
            long promoters, long detractors, long responses, double low, double high, double precision) {
        Interval interval = Tallies.score(promoters, detractors, responses).interval();
        assertThat(interval.low()).isCloseTo(low, within(precision));
        assertThat(interval.high()).isCloseTo(high, within(precision));
    }

    @ParameterizedTest
    @CsvSource({".9, 14.59821205, 43.65421513", ".95, 11.81503202, 46.43739516", ".99, 6.37546454, 51.87696264"})
    void intervalFollowsTheConfidence(double confidence, double low, double high) {
        Interval interval = Tallies.score(60, 30, 100).interval(confidence);
        assertThat(interval.low()).isCloseTo(low, within(1e-8));
        assertThat(interval.high()).isCloseTo(high, within(1e-8));
    }

    @ParameterizedTest(name = "({0}, {1}, {2})")
    @CsvSource({"60, 30, 100, 17.64, .005", "120, 60, 300, 8.468, .0005", "250, 75, 1000, 3.363, .0005", "5, 0, 5, 0, 0"
    })
    void plainWaldIsCentredOnTheScore(
            long promoters, long detractors, long responses, double halfWidth, double precision) {
        NetPromoterScore score = Tallies.score(promoters, detractors, responses);
        Interval wald = score.wald(.95);
        assertThat(wald.halfWidth()).isCloseTo(halfWidth, within(precision));
        assertThat((wald.low() + wald.high()) / 2).isCloseTo(score.value(), within(1e-12));
    }

    @Test
    void plainWaldIsClippedToTheScale() {
        Interval wald = Tallies.score(1, 1, 2).wald(.95);
        assertThat(wald).isEqualTo(new Interval(-100, 100));
    }

    @ParameterizedTest(name = "of {0}")
    @CsvSource({
        // A hundred of 2000 are a twentieth, which is too few to matter; of 1999 they are more.
        "300, 120, 60, 1000, 12.750, 26.854, .0005",
        "100, 60, 30, 2000, 11.81503202, 46.43739516, 1e-8",
        "100, 60, 30, 1999, 12.24936120, 46.00306598, 1e-8",
        "100, 60, 30, 9223372036854775807, 11.81503202, 46.43739516, 1e-8"
    })
    void intervalOfAFinitePopulationIsCorrected(
            long responses,
            long promoters,
            long detractors,
            long population,
            double low,
            double high,
            double precision) {
        Interval interval = Tallies.score(promoters, detractors, responses).interval(.95, population);
        assertThat(interval.low()).isCloseTo(low, within(precision));
        assertThat(interval.high()).isCloseTo(high, within(precision));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 40})
    void nothingIsUncertainWhenAllAnswered(long all) {
        assertThat(Tallies.score(all, 0, all).interval(.95, all).halfWidth()).isZero();
    }

    @Test
    void populationIsAtLeastTheResponses() {
        NetPromoterScore score = Tallies.score(60, 30, 100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score.interval(.95, 99))
                .withMessage("population must be at least the 100 responses: 99");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN, Double.POSITIVE_INFINITY})
    void confidenceIsInsideTheUnit(double confidence) {
        NetPromoterScore score = Tallies.score(60, 30, 100);
        String message = "confidence must be above 0 and below 1: " + confidence;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score.interval(confidence))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score.interval(confidence, 1000))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score.wald(confidence))
                .withMessage(message);
    }

    @Test
    void percentsAndScoreAreRoundedEachFromItsExactValue() {
        NetPromoterScore score = Tallies.score(32, 6, 51);
        assertThat(score.percent(Band.PROMOTER)).isEqualTo(63);
        assertThat(score.percent(Band.PASSIVE)).isEqualTo(25);
        assertThat(score.percent(Band.DETRACTOR)).isEqualTo(12);
        assertThat(score.rounded()).isEqualTo(51);
    }

    @ParameterizedTest(name = "({0}, {1}, {2})")
    @CsvSource({
        "1, 0, 8, 13, 13, 0", // 12.5
        "0, 1, 8, -12, 0, 13", // -12.5
        "1, 0, 200, 1, 1, 0", // 0.5
        "0, 1, 200, 0, 0, 1", // -0.5
        "1, 0, 201, 0, 0, 0", // 0.4975
        "0, 2, 399, -1, 0, 1", // -0.5013
        "3, 1, 6, 33, 50, 17",
        "5, 0, 5, 100, 100, 0",
        "0, 5, 5, -100, 0, 100",
        "45035996273704, 0, 90071992547409, 50, 50, 0", // just below 50
        "90071992547409, 0, 90071992547409, 100, 100, 0"
    })
    void halvesAreRoundedTowardsPositiveInfinity(
            long promoters, long detractors, long responses, int rounded, int promoterPercent, int detractorPercent) {
        NetPromoterScore score = Tallies.score(promoters, detractors, responses);
        assertThat(score.rounded()).isEqualTo(rounded);
        assertThat(score.percent(Band.PROMOTER)).isEqualTo(promoterPercent);
        assertThat(score.percent(Band.DETRACTOR)).isEqualTo(detractorPercent);
    }

    @Test
    void scoresOfEqualTalliesAreEqual() {
        NetPromoterScore score = Tallies.score(60, 30, 100);
        assertThat(Tallies.score(60, 30, 100)).isEqualTo(score).hasSameHashCodeAs(score);
        assertThat(Tallies.score(60, 31, 100)).isNotEqualTo(score).doesNotHaveSameHashCodeAs(score);
        assertThat(score.equals((Object) "NPS")).isFalse();
    }

    @Test
    void itsTextIsForPeople() {
        assertThat(Tallies.score(32, 6, 51)).hasToString("NPS 51 of 51 responses");
    }
}
