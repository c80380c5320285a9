package likely.scoring;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** The tallies of the tests: by their bands, or any at all. */
final class Tallies {
    private Tallies() {}

    /** With the statistics' usual letters: (P, D, n). */
    static Tally of(long promoters, long detractors, long responses) {
        return Tally.of(detractors, 0, 0, 0, 0, 0, 0, 0, responses - promoters - detractors, 0, promoters);
    }

    static NetPromoterScore score(long promoters, long detractors, long responses) {
        return NetPromoterScore.of(of(promoters, detractors, responses)).orElseThrow();
    }

    static Tally times(long factor, Tally tally) {
        long[] counts = tally.counts();
        for (int i = 0; i < counts.length; i++) {
            counts[i] *= factor;
        }
        return Tally.of(counts);
    }

    /** From empty ones to those of a trillion responses, with small ones as likely as large ones. */
    static Arbitrary<Tally> any() {
        Arbitrary<long[]> counts = Arbitraries.longs()
                .between(0, 100_000_000_000L)
                .array(long[].class)
                .ofSize(11);
        Arbitrary<Long> divisors = Arbitraries.longs().between(1, 100_000_000_000L);
        Arbitrary<Tally> mixed = Combinators.combine(counts, divisors).as(Tallies::divided);
        Arbitrary<Tally> extreme = Arbitraries.of(Score.ALL).map(Tally::of);
        return Arbitraries.frequencyOf(
                        Tuple.of(1, Arbitraries.just(Tally.EMPTY)), Tuple.of(2, extreme), Tuple.of(20, mixed))
                .withoutEdgeCases();
    }

    static Arbitrary<Tally> answered() {
        return any().filter(tally -> !tally.isEmpty());
    }

    private static Tally divided(long[] counts, long divisor) {
        long[] smaller = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            smaller[i] = counts[i] / divisor;
        }
        return Tally.of(smaller);
    }
}
