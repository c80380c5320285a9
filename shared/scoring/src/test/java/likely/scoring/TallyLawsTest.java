package likely.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TallyLawsTest {
    @Provide
    Arbitrary<Tally> tallies() {
        return Tallies.any();
    }

    @Property
    void mergingIsAssociative(@ForAll("tallies") Tally a, @ForAll("tallies") Tally b, @ForAll("tallies") Tally c) {
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    }

    @Property
    void mergingIsCommutative(@ForAll("tallies") Tally a, @ForAll("tallies") Tally b) {
        assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
    }

    @Property
    void theEmptyTallyIsTheIdentity(@ForAll("tallies") Tally a) {
        assertThat(a.plus(Tally.EMPTY)).isEqualTo(a);
        assertThat(Tally.EMPTY.plus(a)).isEqualTo(a);
    }

    @Property
    void minusUndoesPlus(@ForAll("tallies") Tally a, @ForAll("tallies") Tally b) {
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
    }

    @Property
    void responsesAreAdditive(@ForAll("tallies") Tally a, @ForAll("tallies") Tally b) {
        assertThat(a.plus(b).responses()).isEqualTo(a.responses() + b.responses());
    }

    @Property
    void bandsPartitionTheResponses(@ForAll("tallies") Tally a) {
        assertThat(a.count(Band.DETRACTOR) + a.count(Band.PASSIVE) + a.count(Band.PROMOTER))
                .isEqualTo(a.responses());
    }

    @Property
    void countsRoundTrip(@ForAll("tallies") Tally a) {
        assertThat(Tally.of(a.counts())).isEqualTo(a);
    }

    @Property
    void oneMoreResponseAddsOneToItsScoreAlone(@ForAll("tallies") Tally a, @ForAll @IntRange(max = 10) int value) {
        Score given = Score.of(value);
        Tally more = a.plus(Tally.of(given));
        assertThat(Score.ALL)
                .allSatisfy(score ->
                        assertThat(more.count(score)).isEqualTo(a.count(score) + (score.equals(given) ? 1 : 0)));
    }
}
