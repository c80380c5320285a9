package likely.surveys.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import likely.scoring.Score;
import likely.surveys.Answer;
import likely.surveys.ledger.Contribution.CounterKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {
    private static final LocalDate DAY = LocalDate.parse("2026-05-04");
    private static final Contribution NINE = counting(9);
    private static final Contribution THREE = counting(3);

    @ParameterizedTest(name = "an image of rev {0} (expired: {1}) and an entry of rev {2} (expired: {3}): due {4}")
    @CsvSource({
        "1, false, 0, false, true",
        "2, false, 1, false, true",
        "5, false, 1, false, true",
        "1, false, 1, false, false",
        "1, false, 2, false, false",
        "1, true,  0, false, true",
        "1, true,  1, false, true",
        "2, true,  1, false, true",
        "1, true,  2, false, false",
        "1, true,  1, true,  false",
        "2, true,  1, true,  false",
        "2, false, 1, true,  false",
        "1, false, 1, true,  false",
    })
    void an_image_is_due_when_it_says_more_than_the_entry(
            long rev, boolean expired, long counted, boolean over, boolean due) {
        Image image = new Image("1", rev, THREE, expired);
        Entry entry = counted == 0 ? Entry.ABSENT : new Entry(7, counted, NINE, over);

        assertThat(Change.due(image, entry).isPresent()).isEqualTo(due);
    }

    @Test
    void what_is_due_goes_from_the_entry_to_its_next_version() {
        Entry entry = new Entry(7, 1, NINE, false);

        assertThat(Change.due(new Image("1", 2, THREE, true), entry))
                .contains(new Change("1", entry, new Entry(8, 2, THREE, true)));
    }

    @ParameterizedTest(name = "at rev {0}, entry at rev {1} (expired: {2}), contribution {3}: corrected {4}")
    @CsvSource({
        "2, 2, false, other, true",
        "2, 2, false, same,  false",
        "1, 2, false, other, false",
        "3, 2, false, same,  true",
        "3, 2, true,  other, false",
    })
    void a_correction_also_changes_what_is_counted_at_the_same_rev(
            long rev, long counted, boolean over, String contribution, boolean due) {
        Image image = new Image("1", rev, contribution.equals("same") ? NINE : THREE, false);

        assertThat(Change.correction(image, new Entry(7, counted, NINE, over)).isPresent())
                .isEqualTo(due);
    }

    @Test
    void the_deltas_are_what_is_wanted_minus_what_the_entry_has() {
        Change change = new Change("1", new Entry(1, 1, NINE, false), new Entry(2, 2, THREE, false));

        assertThat(Change.deltas(List.of(change)))
                .isEqualTo(Map.of(new CounterKey("demo", null, DAY), delta(Map.of(9, -1, 3, 1))));
    }

    @Test
    void changes_that_undo_each_other_touch_no_counter() {
        Change one = new Change("1", Entry.ABSENT, new Entry(1, 1, NINE, false));
        Change other = new Change("2", new Entry(1, 1, NINE, false), new Entry(2, 2, null, false));

        assertThat(Change.deltas(List.of(one, other))).isEmpty();
    }

    @Test
    void the_same_contribution_again_touches_no_counter() {
        Change change = new Change("1", new Entry(1, 1, NINE, false), new Entry(2, 2, counting(9), false));

        assertThat(Change.deltas(List.of(change))).isEmpty();
    }

    @Test
    void the_same_segments_in_another_order_touch_no_counter() {
        Contribution one = new Contribution("demo", DAY, List.of("a=1", "b=2"), Score.of(9), false);
        Contribution other = new Contribution("demo", DAY, List.of("b=2", "a=1"), Score.of(9), false);

        Change change = new Change("1", new Entry(1, 1, one, false), new Entry(2, 2, other, false));

        assertThat(Change.deltas(List.of(change))).isEmpty();
    }

    @Test
    void a_moved_day_leaves_the_old_day_and_enters_the_new_one() {
        Contribution later = new Contribution("demo", DAY.plusDays(1), List.of(), Score.of(9), false);
        Change change = new Change("1", new Entry(1, 1, NINE, false), new Entry(2, 2, later, false));

        assertThat(Change.deltas(List.of(change)))
                .isEqualTo(Map.of(
                        new CounterKey("demo", null, DAY),
                        delta(Map.of(9, -1)),
                        new CounterKey("demo", null, DAY.plusDays(1)),
                        delta(Map.of(9, 1))));
    }

    @Test
    void a_contribution_counts_in_its_survey_its_segments_and_its_limit() {
        Contribution contribution = Contribution.of(Answer.of("order-0001")
                .segments("plan=pro", "why=price")
                .limited()
                .first());

        assertThat(contribution.counters())
                .containsExactly(
                        new CounterKey("demo", null, Answer.DAY),
                        new CounterKey("demo", "plan=pro", Answer.DAY),
                        new CounterKey("demo", "why=price", Answer.DAY),
                        new CounterKey("demo", null, null));
    }

    @Test
    void a_segment_named_twice_counts_once() {
        Contribution contribution =
                new Contribution("demo", DAY, List.of("why=price", "why=price"), Score.of(9), false);

        assertThat(contribution.counters()).hasSize(2);
    }

    @Test
    void a_segment_without_a_name_is_refused_and_not_repeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contribution("demo", DAY, List.of("=secret"), Score.of(9), false))
                .withMessage("a segment must be name=value");
    }

    private static Contribution counting(int score) {
        return new Contribution("demo", DAY, List.of(), Score.of(score), false);
    }

    private static Delta delta(Map<Integer, Integer> bins) {
        Delta delta = new Delta();
        bins.forEach(delta::add);
        return delta;
    }
}
