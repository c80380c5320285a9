package likely.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ComparisonLawsTest {
    @Provide
    Arbitrary<Tally> answered() {
        return Tallies.answered();
    }

    @Property
    void isAntisymmetric(@ForAll("answered") Tally a, @ForAll("answered") Tally b) {
        Comparison there = Comparison.of(a, b);
        Comparison back = Comparison.of(b, a);
        assertThat(back.difference()).isEqualTo(0 - there.difference());
        assertThat(back.z()).isEqualTo(0 - there.z());
        assertThat(back.p()).isEqualTo(there.p());
    }

    @Property
    void isANumberWithAProbability(@ForAll("answered") Tally a, @ForAll("answered") Tally b) {
        Comparison comparison = Comparison.of(a, b);
        assertThat(comparison.difference()).isBetween(-200.0, 200.0);
        assertThat(comparison.z()).isFinite();
        assertThat(comparison.p()).isBetween(0.0, 1.0);
        assertThat(Math.signum(comparison.z())).isEqualTo(Math.signum(comparison.difference()));
    }

    @Property
    void aGroupDoesNotDifferFromItself(@ForAll("answered") Tally a) {
        assertThat(Comparison.of(a, a)).isEqualTo(new Comparison(0, 0, 1));
    }

    @Property
    void againstRestTakesTheSegmentOut(@ForAll("answered") Tally segment, @ForAll("answered") Tally rest) {
        assertThat(Comparison.againstRest(segment, segment.plus(rest))).isEqualTo(Comparison.of(rest, segment));
    }
}
