package likely.surveys.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import likely.scoring.Score;
import org.junit.jupiter.api.Test;

class ChunksTest {
    private static final LocalDate DAY = LocalDate.parse("2026-05-04");

    @Test
    void nothing_to_count_needs_no_commit() {
        assertThat(Chunks.of(List.of(), ChunksTest::isNew)).isEmpty();
    }

    @Test
    void an_image_with_nothing_due_is_left_out() {
        List<Image> images = List.of(image(1, 0), image(2, 0));

        List<List<Image>> chunks =
                Chunks.of(images, image -> image.response().equals("1") ? Optional.empty() : isNew(image));

        assertThat(chunks).containsExactly(List.of(image(2, 0)));
    }

    @Test
    void responses_of_one_counter_share_a_commit_of_a_hundred_writes() {
        List<List<Image>> chunks = Chunks.of(images(100, 0), ChunksTest::isNew);

        assertThat(chunks).extracting(List::size).containsExactly(99, 1);
    }

    @Test
    void four_responses_of_twenty_segments_of_their_own_fill_a_commit() {
        List<Image> images = IntStream.range(0, 9).mapToObj(id -> image(id, 20)).toList();

        List<List<Image>> chunks = Chunks.of(images, ChunksTest::isNew);

        assertThat(chunks).extracting(List::size).containsExactly(4, 4, 1);
    }

    @Test
    void counters_that_are_shared_are_written_once() {
        Contribution same = new Contribution("demo", DAY, List.of("plan=pro", "why=price"), Score.of(9), true);
        List<Image> images = IntStream.range(0, 96)
                .mapToObj(id -> new Image(Integer.toString(id), 1, same, false))
                .toList();

        assertThat(Chunks.of(images, ChunksTest::isNew)).extracting(List::size).containsExactly(96);
    }

    @Test
    void order_is_kept() {
        List<Image> images = images(250, 0);

        assertThat(Chunks.of(images, ChunksTest::isNew).stream().flatMap(List::stream))
                .containsExactlyElementsOf(images);
    }

    @Test
    void an_answer_of_forty_segments_that_all_change_with_its_day_fits_one_commit() {
        Entry before = new Entry(1, 1, contribution("before", 40, DAY), false);
        Image after = new Image("1", 2, contribution("after", 40, DAY.plusDays(1)), false);

        Change change = Change.due(after, before).orElseThrow();

        assertThat(1 + Change.deltas(List.of(change)).size()).isEqualTo(83).isLessThan(Ledger.MOST_WRITES);
    }

    @Test
    void one_that_no_commit_holds_stands_alone() {
        List<Image> images = List.of(image(1, 0), image(2, 150), image(3, 0));

        assertThat(Chunks.of(images, ChunksTest::isNew))
                .containsExactly(images.subList(0, 1), images.subList(1, 2), images.subList(2, 3));
    }

    private static Optional<Change> isNew(Image image) {
        return Change.due(image, Entry.ABSENT);
    }

    private static List<Image> images(int count, int segments) {
        return IntStream.range(0, count).mapToObj(id -> image(id, segments)).toList();
    }

    private static Image image(int id, int segments) {
        return new Image(Integer.toString(id), 1, contribution("of" + id, segments, DAY), false);
    }

    private static Contribution contribution(String value, int segments, LocalDate day) {
        List<String> names = IntStream.range(0, segments)
                .mapToObj(i -> "s" + i + "=" + value)
                .toList();
        return new Contribution("demo", day, names, Score.of(9), false);
    }
}
