package likely.surveys.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.Unavailable;
import likely.surveys.sending.VirtualClock;
import likely.surveys.sources.Vote.Standing;
import likely.surveys.sources.Vote.Standing.Later;
import likely.surveys.sources.Vote.Standing.Marked;
import likely.surveys.sources.Vote.Standing.Ordinary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnoutTest {
    private static final String HERE = "192.0.2.4";
    private static final String THERE = "198.51.100.7";

    private final InMemorySources store = new InMemorySources();
    private final List<Unavailable> uncounted = new ArrayList<>();
    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-27T12:00:00Z"));
    private final Turnout turnout = turnout();
    private final Survey survey = survey("demo", 3);

    private Turnout turnout() {
        return new Turnout(store, clock, uncounted::add);
    }

    private static Survey survey(String id, Integer perPlace) {
        Map<String, Object> limits = new HashMap<>();
        limits.put("per_place", perPlace);
        return SurveyDocument.apply(SurveyTemplate.RELATIONAL.survey(id, "Acme", 0), Map.of("limits", limits));
    }

    /** One new answer from an address. */
    private Standing answer(Turnout process, Survey asked, String address) {
        Vote vote = process.vote(asked, address);
        if (!(vote.standing() instanceof Later)) {
            vote.given();
        }
        return vote.standing();
    }

    private List<Standing> answers(int number, String address) {
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            standings.add(answer(turnout, survey, address));
        }
        return standings;
    }

    @Test
    void so_many_answers_are_ordinary_ten_times_that_are_recorded_and_no_more() {
        List<Standing> standings = answers(32, HERE);

        assertThat(standings.subList(0, 3)).containsOnly(new Ordinary());
        assertThat(standings.subList(3, 30)).hasOnlyElementsOfType(Marked.class).containsOnly(standings.get(3));
        assertThat(standings.subList(30, 32)).hasOnlyElementsOfType(Later.class);
    }

    @Test
    void another_place_is_not_affected_and_neither_is_another_survey() {
        answers(31, HERE);

        assertThat(answer(turnout, survey, THERE)).isEqualTo(new Ordinary());
        assertThat(answer(turnout, survey("shop", 3), HERE)).isEqualTo(new Ordinary());
    }

    @Test
    void the_next_hour_begins_anew_and_the_next_day_under_another_id() {
        Standing today = answers(4, HERE).get(3);
        clock.until(Instant.parse("2026-11-28T00:00:00Z"));
        List<Standing> tomorrow = answers(4, HERE);

        assertThat(tomorrow.get(0)).isEqualTo(new Ordinary());
        assertThat(((Marked) today).source()).startsWith("2026-11-27-");
        assertThat(((Marked) tomorrow.get(3)).source()).startsWith("2026-11-28-");
        assertThat(((Marked) today).source().substring(11))
                .isNotEqualTo(((Marked) tomorrow.get(3)).source().substring(11));
    }

    @Test
    void a_place_is_another_one_in_each_survey() {
        Survey shop = survey("shop", 1);
        answer(turnout, shop, HERE);
        String inShop = ((Marked) answer(turnout, shop, HERE)).source();

        assertThat(((Marked) answers(4, HERE).get(3)).source()).isNotEqualTo(inShop);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27T12:00:00Z, 600", "2026-11-27T12:58:20Z, 100", "2026-11-27T12:59:59Z, 1"})
    void whoever_is_to_come_later_waits_until_the_hour_is_over_or_ten_minutes(Instant at, long seconds) {
        clock.until(at);

        assertThat(answers(31, HERE).get(30)).isEqualTo(new Later(seconds));
    }

    @Test
    void an_ordinary_answer_asks_nothing_of_the_store() {
        store.away = true;

        assertThat(answer(turnout, survey, HERE)).isEqualTo(new Ordinary());
        assertThat(uncounted).isEmpty();
        assertThat(store.counts).isEmpty();
    }

    @Test
    void processes_share_what_they_count_but_for_the_first_answer_of_each() {
        Turnout other = turnout();
        answers(20, HERE);

        assertThat(answer(other, survey, HERE)).isEqualTo(new Ordinary());
        assertThat(answer(other, survey, HERE)).isEqualTo(new Ordinary());
        assertThat(answer(other, survey, HERE)).isInstanceOf(Marked.class);
        assertThat(store.counts.values()).containsExactly(23L);
    }

    @Test
    void a_resend_is_not_counted() {
        for (int i = 0; i < 100; i++) {
            turnout.vote(survey, HERE); // which turns out to be there already, and is never given
        }

        assertThat(answers(3, HERE)).containsOnly(new Ordinary());
    }

    @Test
    void while_the_store_cannot_count_answers_are_taken_and_what_is_owed_is_counted_later() {
        store.away = true;
        assertThat(answers(3, HERE)).containsOnly(new Ordinary());
        assertThat(answer(turnout, survey, HERE)).isEqualTo(new Ordinary());
        assertThat(uncounted).isNotEmpty();

        store.away = false;
        assertThat(answer(turnout, survey, HERE)).isInstanceOf(Marked.class);
        assertThat(store.counts.values()).containsExactly(5L);
    }

    @Test
    void a_survey_without_a_limit_and_a_sender_without_an_address_are_not_counted() {
        Survey open = survey("demo", null);

        assertThat(turnout.vote(open, HERE)).isSameAs(Vote.FREE);
        assertThat(turnout.vote(survey, null)).isSameAs(Vote.FREE);
        assertThat(turnout.vote(survey, "unknown")).isSameAs(Vote.FREE);
    }

    @Test
    void a_marked_place_is_on_its_surveys_list() {
        Marked marked = (Marked) answers(4, HERE).get(3);

        assertThat(store.page("demo", null, 10).ids()).containsExactly(marked.source());
    }

    @Test
    void a_crowd_of_places_is_forgotten_from_its_oldest_on() {
        answers(4, HERE);
        for (int i = 0; i < 10_000; i++) {
            turnout.vote(survey, "10.0." + i / 250 + "." + i % 250).given();
        }

        assertThat(turnout.vote(survey, HERE).standing()).isEqualTo(new Ordinary());
    }
}
