package likely.surveys.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import likely.scoring.Score;
import likely.surveys.Unavailable;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.ledger.Tallying.Failed;
import org.junit.jupiter.api.Test;

class TallyingTest {
    private static final LocalDate DAY = LocalDate.parse("2026-05-04");

    private final InMemoryLedger stored = new InMemoryLedger();
    private final Scripted ledger = new Scripted();
    private final List<Integer> pauses = new ArrayList<>();
    private final Tallying tallying = new Tallying(ledger, pauses::add);

    @Test
    void a_batch_of_one_response_counts_its_newest_image_in_one_commit() {
        Failed failed = tallying.count(List.of(image("1", 1, 9), image("1", 3, 2), image("1", 2, 5)));

        assertThat(failed.isEmpty()).isTrue();
        assertThat(ledger.commits).hasSize(1);
        assertThat(counted(2)).isEqualTo(1);
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void a_batch_with_nothing_new_commits_nothing() {
        tallying.count(List.of(image("1", 1, 9)));
        ledger.commits.clear();

        assertThat(tallying.count(List.of(image("1", 1, 9))).isEmpty()).isTrue();
        assertThat(ledger.commits).isEmpty();
    }

    @Test
    void a_correction_changes_what_is_counted_at_the_same_rev() {
        tallying.count(List.of(image("1", 1, 9)));

        Tallying.correcting(ledger, pauses::add).count(List.of(image("1", 1, 4)));

        assertThat(counted(4)).isEqualTo(1);
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void each_conflict_waits_longer_and_tries_again() {
        ledger.answer(Ledger.Outcome.Conflict::new);
        ledger.answer(Ledger.Outcome.Conflict::new);

        assertThat(tallying.count(List.of(image("1", 1, 9))).isEmpty()).isTrue();
        assertThat(pauses).containsExactly(1, 2);
        assertThat(ledger.attempts).containsExactly(0, 1, 2);
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void a_commit_that_is_fought_over_for_too_long_is_left_for_later() {
        IntStream.range(0, Tallying.MOST_ATTEMPTS).forEach(i -> ledger.answer(Ledger.Outcome.Conflict::new));

        Failed failed = tallying.count(List.of(image("1", 1, 9)));

        assertThat(failed.later()).containsExactly("1");
        assertThat(failed.causes()).isEmpty();
    }

    @Test
    void one_who_is_overtaken_without_end_gives_up_as_well() {
        IntStream.range(0, Tallying.MOST_ATTEMPTS)
                .forEach(i -> ledger.answer(() -> new Ledger.Outcome.Overtaken(Set.of("1"))));

        assertThat(tallying.count(List.of(image("1", 1, 9))).later()).containsExactly("1");
        assertThat(pauses).isEmpty();
    }

    @Test
    void one_who_is_overtaken_by_the_same_rev_has_nothing_more_to_do() {
        Image image = image("1", 1, 9);
        ledger.answer(() -> {
            new Tallying(stored, attempt -> {}).count(List.of(image));
            return null;
        });

        assertThat(tallying.count(List.of(image)).isEmpty()).isTrue();
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void what_was_overtaken_by_counters_that_no_longer_fit_is_split_and_never_refused() {
        List<Image> old =
                IntStream.range(0, 4).mapToObj(id -> wide(id, 1, "old")).toList();
        List<Image> edits =
                IntStream.range(0, 4).mapToObj(id -> wide(id, 2, "new")).toList();
        ledger.answer(() -> {
            new Tallying(stored, attempt -> {}).count(old);
            return null;
        });

        assertThat(tallying.count(edits).isEmpty()).isTrue();

        assertThat(ledger.commits)
                .allMatch(writes -> writes <= Ledger.MOST_WRITES)
                .hasSizeGreaterThan(2);
        assertThat(total()).isEqualTo(4);
        assertThat(stored.counters().keySet())
                .noneMatch(key -> String.valueOf(key.segment()).contains("old"));
    }

    @Test
    void a_store_that_is_not_available_leaves_all_for_later_and_says_why() {
        Unavailable throttled = new Unavailable(new IllegalStateException("throttled"));
        ledger.answer(() -> {
            throw throttled;
        });

        Failed failed = tallying.count(List.of(image("1", 1, 9), image("2", 1, 9)));

        assertThat(failed.later()).containsExactlyInAnyOrder("1", "2");
        assertThat(failed.causes()).containsExactly(throttled);
    }

    @Test
    void a_response_that_the_store_refuses_is_found_and_the_others_are_counted() {
        ledger.refused = "2";

        Failed failed = tallying.count(List.of(image("1", 1, 9), image("2", 1, 9), image("3", 1, 9)));

        assertThat(failed.never()).isEqualTo(Map.of("2", "never"));
        assertThat(failed.later()).isEmpty();
        assertThat(total()).isEqualTo(2);
    }

    @Test
    void a_response_whose_entry_cannot_be_read_is_left_and_the_others_are_counted() {
        ledger.unreadable = "2";

        Failed failed = tallying.count(List.of(image("1", 1, 9), image("2", 1, 9), image("3", 1, 9)));

        assertThat(failed.never()).isEqualTo(Map.of("2", "version is missing"));
        assertThat(total()).isEqualTo(2);
    }

    @Test
    void when_the_time_is_over_no_commit_is_begun() {
        Failed failed = tallying.count(List.of(image("1", 1, 9)), () -> true);

        assertThat(failed.later()).containsExactly("1");
        assertThat(ledger.commits).isEmpty();
    }

    @Test
    void when_the_time_runs_out_what_is_counted_stays_and_the_rest_is_left_for_later() {
        List<Image> images =
                IntStream.range(0, 8).mapToObj(id -> wide(id, 1, "own" + id)).toList();

        Failed failed = tallying.count(images, () -> !ledger.commits.isEmpty());

        assertThat(failed.later()).containsExactlyInAnyOrder("4", "5", "6", "7");
        assertThat(total()).isEqualTo(4);
    }

    /** Does what it is told first, then what the ledger does. */
    private final class Scripted implements Ledger {
        private final List<Supplier<Outcome>> answers = new ArrayList<>();
        private final List<Integer> commits = new ArrayList<>();
        private final List<Integer> attempts = new ArrayList<>();
        private String refused = "";
        private String unreadable = "";

        private void answer(Supplier<Outcome> answer) {
            answers.add(answer);
        }

        @Override
        public Map<String, Entry> read(Collection<String> responses) {
            if (responses.contains(unreadable)) {
                throw new Unreadable(unreadable, "version is missing");
            }
            return stored.read(responses);
        }

        @Override
        public Outcome commit(List<Change> changes, Map<CounterKey, Delta> deltas, int attempt) {
            commits.add(changes.size() + deltas.size());
            attempts.add(attempt);
            Outcome answer = answers.isEmpty() ? null : answers.remove(0).get();
            if (answer != null) {
                return answer;
            } else if (changes.stream().anyMatch(change -> change.response().equals(refused))) {
                return new Outcome.Refused("never");
            }
            return stored.commit(changes, deltas, attempt);
        }
    }

    private long counted(int score) {
        return stored.counters().get(new CounterKey("demo", null, DAY)).bin(score);
    }

    private long total() {
        return stored.counters().get(new CounterKey("demo", null, DAY)).total();
    }

    private static Image image(String response, long rev, int score) {
        return new Image(response, rev, new Contribution("demo", DAY, List.of(), Score.of(score), false), false);
    }

    /** An answer with twenty segments. */
    private static Image wide(int response, long rev, String value) {
        List<String> segments = IntStream.range(0, 20)
                .mapToObj(name -> "s" + name + "=" + value + response)
                .toList();
        Contribution contribution = new Contribution("demo", DAY, segments, Score.of(9), false);
        return new Image(Integer.toString(response), rev, contribution, false);
    }
}
