package likely.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static final Tally NORTH = Tallies.of(20, 8, 40);
    private static final Tally SOUTH = Tallies.of(14, 14, 40);
    private static final Tally WEST = Tallies.of(90, 5, 120);
    private static final Tally ALL = NORTH.plus(SOUTH).plus(WEST);

    @Test
    void eachIsTestedAgainstTheOthersAndAdjusted() {
        Map<String, Tally> segments = new LinkedHashMap<>();
        segments.put("north", NORTH);
        segments.put("south", SOUTH);
        segments.put("west", WEST);

        Map<String, Comparison> tests = Segments.againstRest(segments, ALL);

        Comparison north = Comparison.of(SOUTH.plus(WEST), NORTH);
        Comparison south = Comparison.of(NORTH.plus(WEST), SOUTH);
        Comparison west = Comparison.of(NORTH.plus(SOUTH), WEST);
        double[] adjusted = Holm.adjust(north.p(), south.p(), west.p());
        assertThat(tests)
                .containsExactly(
                        Map.entry("north", north.withP(adjusted[0])),
                        Map.entry("south", south.withP(adjusted[1])),
                        Map.entry("west", west.withP(adjusted[2])));
    }

    @Test
    void whatHasNothingToBeTestedAgainstIsLeftOutAndNotCounted() {
        Map<String, Tally> segments = Map.of("nobody", Tally.EMPTY, "everybody", ALL, "north", NORTH);
        assertThat(Segments.againstRest(segments, ALL))
                .containsExactly(Map.entry("north", Comparison.againstRest(NORTH, ALL)));
    }

    @Test
    void aSegmentOfAnotherPopulationIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Segments.againstRest(Map.of("west", WEST), NORTH));
    }
}
