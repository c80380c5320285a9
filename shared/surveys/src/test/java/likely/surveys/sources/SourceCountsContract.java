package likely.surveys.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds wherever places are counted and listed. */
public abstract class SourceCountsContract {
    private static final LocalDate DAY = LocalDate.parse("2026-11-27");
    private static final long HOUR = 498_780;
    private static final long AT = HOUR * 3_600;

    protected abstract SourceCounts counts();

    protected abstract MarkedSources marked();

    private static Source source(String survey, int number) {
        return new Source(survey, "2026-11-27-%016x".formatted(number));
    }

    @Test
    void a_day_has_one_salt_and_no_other_day_the_same() {
        String salt = counts().salt(DAY);

        assertThat(counts().salt(DAY)).isEqualTo(salt);
        assertThat(counts().salt(DAY.plusDays(1))).isNotEqualTo(salt);
    }

    @Test
    void answers_add_up_by_place_and_hour() {
        Source source = source("demo", 1);

        assertThat(counts().add(source, HOUR, 2)).isEqualTo(2);
        assertThat(counts().add(source, HOUR, 1)).isEqualTo(3);

        assertThat(counts().add(source, HOUR + 1, 1)).isEqualTo(1);
        assertThat(counts().add(source("demo", 2), HOUR, 1)).isEqualTo(1);
    }

    @Test
    void places_are_listed_once_by_survey_the_newest_day_first() {
        for (int number : List.of(3, 1, 2, 3)) {
            counts().list(source("demo", number), AT);
        }
        counts().list(source("shop", 4), AT);

        List<String> listed = new ArrayList<>();
        MarkedSources.Page page = marked().page("demo", null, 2);
        listed.addAll(page.ids());
        assertThat(page.next()).isNotNull();
        listed.addAll(marked().page("demo", page.next(), 2).ids());

        assertThat(listed)
                .containsExactly(
                        source("", 3).id(), source("", 2).id(), source("", 1).id());
    }

    @Test
    void a_place_without_marked_answers_has_none() {
        assertThat(marked().answers(source("demo", 1).id())).isExhausted();
    }
}
