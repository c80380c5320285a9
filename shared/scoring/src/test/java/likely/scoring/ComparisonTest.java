package likely.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final Tally SEGMENT = Tallies.of(14, 14, 40);
    private static final Tally REST = Tallies.of(20, 8, 40);

    @ParameterizedTest(name = "({0}, {1}, {2}) then ({3}, {4}, {5})")
    @CsvSource({
        "120, 60, 300, 140, 110, 400, -12.358, -2.125, .0336",
        "20, 8, 40, 14, 14, 40, -27.907, -1.609, .1077",
        "1200, 600, 3000, 40, 40, 110, -19.980, -2.465, .0137",
        "14, 14, 40, 20, 8, 40, 27.907, 1.609, .1077",
        "14, 14, 40, 14, 14, 40, 0, 0, 1"
    })
    void goesFromTheFirstToTheSecond(
            long firstPromoters,
            long firstDetractors,
            long firstResponses,
            long secondPromoters,
            long secondDetractors,
            long secondResponses,
            double difference,
            double z,
            double p) {
        Comparison comparison = Comparison.of(
                Tallies.of(firstPromoters, firstDetractors, firstResponses),
                Tallies.of(secondPromoters, secondDetractors, secondResponses));
        assertThat(comparison.difference()).isCloseTo(difference, within(.0005));
        assertThat(comparison.z()).isCloseTo(z, within(.0005));
        assertThat(comparison.p()).isCloseTo(p, within(.00005));
    }

    @Test
    void aSegmentIsComparedWithTheRestAndNotWithTheWhole() {
        Comparison comparison = Comparison.againstRest(SEGMENT, SEGMENT.plus(REST));
        assertThat(comparison).isEqualTo(Comparison.of(REST, SEGMENT));
        assertThat(comparison.difference()).isCloseTo(-27.907, within(.0005));
    }

    @Test
    void anEmptyGroupIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(Tally.EMPTY, REST))
                .withMessage("first must have responses");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(REST, Tally.EMPTY))
                .withMessage("second must have responses");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.againstRest(Tally.EMPTY, REST))
                .withMessage("segment must have responses");
    }

    @Test
    void aPopulationOfTheSegmentAloneHasNoRest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.againstRest(SEGMENT, SEGMENT))
                .withMessage("population without the segment must have responses");
    }

    @Test
    void aSegmentOfAnotherPopulationIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.againstRest(REST, SEGMENT))
                .withMessageStartingWith("part is not contained in the whole");
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 0, 1, difference must be a number",
        "0, NaN, 1, z must be a number",
        "0, 0, -0.1, p must be from 0 to 1: -0.1",
        "0, 0, 1.1, p must be from 0 to 1: 1.1",
        "0, 0, NaN, p must be from 0 to 1: NaN"
    })
    void refusesWhatNoTestGives(double difference, double z, double p, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison(difference, z, p))
                .withMessage(message);
    }
}
