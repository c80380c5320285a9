package likely.surveys.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import likely.scoring.Score;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.ledger.History.Ending;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However a stream is delivered, what is counted in the end is what a recount finds. */
class TallyingLawsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-05-04");

    @Provide
    Arbitrary<List<History>> fewAnswers() {
        return histories(
                Arbitraries.of("plan=pro", "plan=free", "why=price").list().ofMaxSize(3), 1, 6);
    }

    /** Twenty segments an answer, so that four answers fill a commit, and an edit may move all of them. */
    @Provide
    Arbitrary<List<History>> manyAnswersOfManySegments() {
        List<Arbitrary<String>> segments = new ArrayList<>();
        for (int name = 0; name < 20; name++) {
            String prefix = "s" + name + "=";
            segments.add(Arbitraries.of("a", "b", "c").map(value -> prefix + value));
        }
        return histories(Combinators.combine(segments).as(values -> values), 10, 40);
    }

    @Property(tries = 3000)
    void anyDeliveryEndsEqualToARecount(@ForAll("fewAnswers") List<History> histories, @ForAll long seed) {
        InMemoryLedger ledger = new InMemoryLedger();

        Map<String, String> never = new Deliveries(histories, seed, 3, 5, 8).to(ledger);

        assertThat(never).isEmpty();
        assertThat(ledger.counters()).isEqualTo(History.recount(histories));
    }

    @Property(tries = 200)
    void anyDeliveryOfFullCommitsEndsEqualToARecount(
            @ForAll("manyAnswersOfManySegments") List<History> histories, @ForAll long seed) {
        InMemoryLedger ledger = new InMemoryLedger();
        Deliveries deliveries = new Deliveries(histories, seed, 2, 100, 8);

        Map<String, String> never = deliveries.to(ledger);

        assertThat(never).isEmpty();
        assertThat(deliveries.refusals())
                .as("commits of more writes than one takes")
                .isZero();
        assertThat(ledger.counters()).isEqualTo(History.recount(histories));
    }

    @Example
    void aConditionOnTheRevCountsWrongly() {
        assertThat(wrongOnes(() -> new InMemoryLedger() {
                    @Override
                    protected boolean mayWrite(Entry now, Change change) {
                        return now.rev() < change.to().rev();
                    }
                }))
                .isPositive();
    }

    @Example
    void noConditionCountsWrongly() {
        assertThat(wrongOnes(() -> new InMemoryLedger() {
                    @Override
                    protected boolean mayWrite(Entry now, Change change) {
                        return true;
                    }
                }))
                .isPositive();
    }

    @Example
    void newImageMinusOldImageCountsWrongly() {
        assertThat(wrongOnes(NewMinusOld::new)).isPositive();
    }

    @Example
    void theRuleItselfCountsNoneOfThemWrongly() {
        assertThat(wrongOnes(InMemoryLedger::new)).isZero();
    }

    private interface Ledgers {
        InMemoryLedger make();
    }

    private static final List<History> ONE_EDITED_TWICE =
            List.of(new History("1", List.of(score(9), score(3), score(10)), Ending.STANDS));

    /** How many of a thousand deliveries of one answer, edited twice, end in another count. */
    private static long wrongOnes(Ledgers ledgers) {
        return LongStream.range(0, 1_000)
                .filter(seed -> {
                    InMemoryLedger ledger = ledgers.make();
                    new Deliveries(ONE_EDITED_TWICE, seed, 2, 2, 2).to(ledger);
                    return !ledger.counters().equals(History.recount(ONE_EDITED_TWICE));
                })
                .count();
    }

    /** What a stream's two images would have one believe. */
    private static final class NewMinusOld extends InMemoryLedger {
        @Override
        protected Map<CounterKey, Delta> effect(List<Change> changes, Map<CounterKey, Delta> deltas) {
            Map<Long, Contribution> byRev = new HashMap<>();
            ONE_EDITED_TWICE.get(0).images().forEach(image -> byRev.put(image.rev(), image.contribution()));
            return Change.deltas(changes.stream()
                    .map(change -> {
                        Contribution old = byRev.get(change.to().rev() - 1);
                        return new Change(change.response(), new Entry(0, 0, old, false), change.to());
                    })
                    .toList());
        }
    }

    private static Contribution score(int score) {
        return new Contribution("demo", DAY, List.of(), Score.of(score), false);
    }

    private static Arbitrary<List<History>> histories(Arbitrary<List<String>> segments, int fewest, int most) {
        Arbitrary<Contribution> contributions = Combinators.combine(
                        Arbitraries.integers().between(0, 2).map(DAY::plusDays),
                        segments,
                        Arbitraries.integers().between(0, 10).map(Score::of),
                        Arbitraries.of(true, false))
                .as((day, names, score, limited) -> new Contribution("demo", day, names, score, limited));
        Arbitrary<History> one = Combinators.combine(
                        contributions.list().ofMinSize(1).ofMaxSize(4), Arbitraries.of(Ending.class))
                .as((editions, ending) -> new History("", editions, ending));
        return one.list().ofMinSize(fewest).ofMaxSize(most).map(TallyingLawsTest::named);
    }

    private static List<History> named(List<History> histories) {
        List<History> named = new ArrayList<>();
        histories.forEach(
                each -> named.add(new History(Integer.toString(named.size()), each.editions(), each.ending())));
        return named;
    }
}
