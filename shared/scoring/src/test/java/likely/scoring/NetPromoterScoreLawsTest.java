package likely.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class NetPromoterScoreLawsTest {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    @Provide
    Arbitrary<Tally> answered() {
        return Tallies.answered();
    }

    @Property
    void theScoreIsOnTheScale(@ForAll("answered") Tally tally) {
        assertThat(score(tally).value()).isBetween(-100.0, 100.0);
        assertThat(score(tally).rounded()).isBetween(-100, 100);
    }

    @Property
    void valueIsTheDoubleNearestToTheExactQuotient(@ForAll("answered") Tally tally) {
        BigDecimal exact = hundredfold(net(tally)).divide(responses(tally), new MathContext(60));
        assertThat(score(tally).value()).isEqualTo(exact.doubleValue());
    }

    @Property
    void roundedIsTheExactValueHalfUp(@ForAll("answered") Tally tally) {
        assertThat(score(tally).rounded()).isEqualTo(halfUp(net(tally), tally));
    }

    @Property
    void halvesGoUpOnBothSidesOfZero(@ForAll @IntRange(min = -100, max = 99) int below) {
        // 200 responses make steps of half a point.
        long net = 2L * below + 1;
        Tally tally = Tallies.of(Math.max(net, 0), Math.max(-net, 0), 200);
        assertThat(score(tally).rounded())
                .isEqualTo(below + 1)
                .isEqualTo(Math.round(score(tally).value()));
    }

    @Property
    void percentsAreTheExactSharesHalfUp(@ForAll("answered") Tally tally, @ForAll Band band) {
        assertThat(score(tally).percent(band)).isEqualTo(halfUp(tally.count(band), tally));
    }

    @Property
    void varianceIsItsDefinition(@ForAll("answered") Tally tally) {
        double p = (double) tally.count(Band.PROMOTER) / tally.responses();
        double d = (double) tally.count(Band.DETRACTOR) / tally.responses();
        assertThat(score(tally).variance()).isBetween(0.0, 1.0).isCloseTo(p + d - (p - d) * (p - d), within(1e-14));
    }

    @Property
    void intervalContainsTheAdjustedCentre(
            @ForAll("answered") Tally tally,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.9999) double confidence) {
        Interval interval = score(tally).interval(confidence);
        double centre = 100.0 * net(tally) / (tally.responses() + 3);
        assertThat(centre).isBetween(interval.low() - 1e-12, interval.high() + 1e-12);
        assertThat(interval.low()).isGreaterThanOrEqualTo(-100);
        assertThat(interval.high()).isLessThanOrEqualTo(100);
    }

    @Property
    void intervalNarrowsWithResponses(
            @ForAll("answered") Tally tally, @ForAll @IntRange(min = 2, max = 50) int factor) {
        double many = score(Tallies.times(factor, tally)).interval().halfWidth();
        assertThat(many).isLessThan(score(tally).interval().halfWidth());
    }

    @Property
    void intervalWidensWithConfidence(
            @ForAll("answered") Tally tally, @ForAll @DoubleRange(min = 0.01, max = 0.98) double confidence) {
        NetPromoterScore score = score(tally);
        assertThat(score.interval(confidence + 0.01).halfWidth())
                .isGreaterThanOrEqualTo(score.interval(confidence).halfWidth());
    }

    @Property
    void aFinitePopulationNeverWidens(
            @ForAll("answered") Tally tally, @ForAll @DoubleRange(min = 0, max = 25) double others) {
        NetPromoterScore score = score(tally);
        long population = tally.responses() + (long) (others * tally.responses());
        Interval finite = score.interval(.95, population);
        Interval infinite = score.interval();
        assertThat(finite.low()).isGreaterThanOrEqualTo(infinite.low());
        assertThat(finite.high()).isLessThanOrEqualTo(infinite.high());
    }

    @Property
    void swappingPromotersAndDetractorsMirrorsTheScore(
            @ForAll @IntRange(min = 0, max = 1000) int promoters,
            @ForAll @IntRange(min = 0, max = 1000) int detractors,
            @ForAll @IntRange(min = 1, max = 1000) int passives) {
        int responses = promoters + passives + detractors;
        NetPromoterScore score = Tallies.score(promoters, detractors, responses);
        NetPromoterScore mirrored = Tallies.score(detractors, promoters, responses);
        assertThat(mirrored.value()).isEqualTo(0 - score.value());
        assertThat(mirrored.interval().low()).isCloseTo(-score.interval().high(), within(1e-12));
    }

    @Property
    void theScoreOfASumLiesBetweenItsParts(@ForAll("answered") Tally a, @ForAll("answered") Tally b) {
        double low = Math.min(score(a).value(), score(b).value());
        double high = Math.max(score(a).value(), score(b).value());
        assertThat(score(a.plus(b)).value()).isBetween(low - 1e-12, high + 1e-12);
    }

    private static NetPromoterScore score(Tally tally) {
        return NetPromoterScore.of(tally).orElseThrow();
    }

    private static long net(Tally tally) {
        return tally.count(Band.PROMOTER) - tally.count(Band.DETRACTOR);
    }

    /** floor(x + 1/2) of the exact percentage; scale 40 cannot turn a quotient of these sizes into an integer. */
    private static int halfUp(long part, Tally tally) {
        return hundredfold(part)
                .divide(responses(tally), 40, RoundingMode.FLOOR)
                .add(HALF)
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
    }

    private static BigDecimal hundredfold(long part) {
        return BigDecimal.valueOf(part).multiply(BigDecimal.valueOf(100));
    }

    private static BigDecimal responses(Tally tally) {
        return BigDecimal.valueOf(tally.responses());
    }
}
