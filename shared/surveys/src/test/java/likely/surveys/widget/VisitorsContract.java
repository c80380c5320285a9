package likely.surveys.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import likely.surveys.invitations.Occasion;
import likely.surveys.people.Relation;
import likely.surveys.people.Standing;
import org.junit.jupiter.api.Test;

/** What every store of visitors does. */
public abstract class VisitorsContract {
    protected static final String ADDRESS = "a1b2c3";
    private static final long NOW = 1_800_000_000L;

    protected abstract Visitors visitors();

    /** Somebody who has the address. */
    protected abstract void person(String id, String address, Relation relation);

    @Test
    void of_an_address_that_was_never_heard_of_nothing_is_known() {
        assertThat(visitors().of(ADDRESS)).isEqualTo(Standing.unknown(ADDRESS));
        assertThat(visitors().relation("7")).isEmpty();
    }

    @Test
    void a_person_is_what_they_are_to_the_brand() {
        person("7", ADDRESS, Relation.PROSPECT);
        assertThat(visitors().of(ADDRESS).person()).isEqualTo("7");
        assertThat(visitors().relation("7")).contains(Relation.PROSPECT);
    }

    @Test
    void an_asking_is_noted_once_of_what_was_read() {
        Standing read = visitors().of(ADDRESS);
        assertThat(visitors().ask(read, Occasion.RELATIONAL, "page-1", NOW)).isTrue();
        assertThat(visitors().ask(read, Occasion.RELATIONAL, "page-2", NOW)).isFalse();
        assertThat(visitors().ask(read, Occasion.TRANSACTIONAL, "page-3", NOW)).isFalse();
        assertThat(visitors().of(ADDRESS).asked()).isEqualTo(Map.of(Occasion.RELATIONAL, NOW));
        assertThat(visitors().of(ADDRESS).askedBy()).isEqualTo("page-1");
        assertThat(visitors().ask(visitors().of(ADDRESS), Occasion.TRANSACTIONAL, "page-4", NOW + 9))
                .isTrue();
        assertThat(visitors().of(ADDRESS).asked())
                .isEqualTo(Map.of(Occasion.RELATIONAL, NOW, Occasion.TRANSACTIONAL, NOW + 9));
    }

    @Test
    void whatever_is_noted_meanwhile_speaks_against_an_asking() {
        Standing read = visitors().of(ADDRESS);
        visitors().dismissed(ADDRESS, Occasion.TRANSACTIONAL, NOW);
        assertThat(visitors().ask(read, Occasion.RELATIONAL, "page-1", NOW)).isFalse();
        Standing again = visitors().of(ADDRESS);
        visitors().answered(ADDRESS, Occasion.TRANSACTIONAL, "demo", "response-1", NOW);
        assertThat(visitors().ask(again, Occasion.RELATIONAL, "page-1", NOW)).isFalse();
    }

    @Test
    void one_that_was_put_off_is_kept_by_its_occasion_and_a_later_one_stays() {
        visitors().dismissed(ADDRESS, Occasion.RELATIONAL, NOW);
        visitors().dismissed(ADDRESS, Occasion.RELATIONAL, NOW - 5);
        assertThat(visitors().of(ADDRESS).dismissed()).isEqualTo(Map.of(Occasion.RELATIONAL, NOW));
        assertThat(visitors().of(ADDRESS).asked()).isEmpty();
    }

    @Test
    void an_answer_was_asked_for_and_is_kept_by_its_survey() {
        visitors().answered(ADDRESS, Occasion.RELATIONAL, "demo", "response-1", NOW);
        visitors().answered(ADDRESS, Occasion.TRANSACTIONAL, "my-orders", "response-2", NOW + 5);
        visitors().answered(ADDRESS, Occasion.RELATIONAL, "demo", "response-3", NOW + 9);
        visitors().answered(ADDRESS, Occasion.RELATIONAL, "demo", "response-1", NOW);
        assertThat(standing(ADDRESS).responded()).isEqualTo(Map.of("demo", NOW + 9, "my-orders", NOW + 5));
        assertThat(standing(ADDRESS).respondedAt()).isEqualTo(NOW + 9);
        assertThat(standing(ADDRESS).asked())
                .isEqualTo(Map.of(Occasion.RELATIONAL, NOW + 9, Occasion.TRANSACTIONAL, NOW + 5));
        assertThat(standing(ADDRESS).askedBy()).isEqualTo("response-3");
    }

    @Test
    void two_first_answers_at_once_are_both_kept() throws Exception {
        ExecutorService tabs = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                String address = "round" + round;
                List<Callable<Void>> answers = List.of(answer(address, "one"), answer(address, "other"));
                for (Future<Void> answered : tabs.invokeAll(answers)) {
                    answered.get();
                }
                assertThat(standing(address).responded().keySet()).isEqualTo(Set.of("one", "other"));
            }
        } finally {
            tabs.shutdownNow();
        }
    }

    private Callable<Void> answer(String address, String survey) {
        return () -> {
            visitors().answered(address, Occasion.RELATIONAL, survey, "response", NOW);
            return null;
        };
    }

    /** All that is known of an address, which the visitors' side reads only a part of. */
    protected abstract Standing standing(String address);
}
