package likely.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import likely.scoring.Score;
import likely.surveys.Responses.Recorded;
import likely.surveys.ledger.Image;
import org.junit.jupiter.api.Test;

/** What every {@link Responses} does. */
public abstract class ResponsesContract {
    protected abstract Responses responses();

    /** What is stored of a response, as the stream would show it. */
    protected abstract Optional<Image> image(String id);

    @Test
    void the_first_edition_is_created_at_rev_1() {
        Response first = Answer.of("order-0001").score(9).segments("plan=pro").first();

        assertThat(responses().record(first)).isEqualTo(Recorded.CREATED);

        Image image = image(first.id()).orElseThrow();
        assertThat(image.rev()).isEqualTo(1);
        assertThat(image.contribution().score()).isEqualTo(Score.of(9));
        assertThat(image.contribution().segments()).containsExactly("plan=pro");
    }

    @Test
    void a_resend_is_known_and_writes_nothing() {
        Response first = Answer.of("order-0001").score(9).first();
        responses().record(first);

        assertThat(responses().record(first)).isEqualTo(Recorded.KNOWN);
        assertThat(image(first.id()).orElseThrow().rev()).isEqualTo(1);
    }

    @Test
    void a_later_edition_is_written_over_it_at_the_next_rev() {
        Response first = Answer.of("order-0001").score(9).segments("plan=pro").first();
        responses().record(first);

        Response second = Answer.of("order-0001").score(3).edition(2);
        assertThat(responses().record(second)).isEqualTo(Recorded.EDITED);

        Image image = image(first.id()).orElseThrow();
        assertThat(image.rev()).isEqualTo(2);
        assertThat(image.contribution().score()).isEqualTo(Score.of(3));
        assertThat(image.contribution().segments()).isEmpty();
    }

    @Test
    void an_older_edition_that_arrives_late_changes_nothing() {
        responses().record(Answer.of("order-0001").score(3).edition(3));

        Recorded late = responses().record(Answer.of("order-0001").score(9).edition(2));

        assertThat(late).isEqualTo(Recorded.KNOWN);
        Image image = image(Answer.of("order-0001").first().id()).orElseThrow();
        assertThat(image.contribution().score()).isEqualTo(Score.of(3));
    }

    @Test
    void a_later_edition_that_arrives_first_is_created() {
        Response third = Answer.of("order-0001").score(3).edition(3);

        assertThat(responses().record(third)).isEqualTo(Recorded.CREATED);
        assertThat(image(third.id()).orElseThrow().rev()).isEqualTo(1);
    }

    @Test
    void an_edit_on_another_day_stays_on_the_first_day() {
        Response first = Answer.of("order-0001").first();
        responses().record(first);

        responses().record(Answer.of("order-0001").day(Answer.DAY.plusDays(9)).edition(2));

        Image image = image(first.id()).orElseThrow();
        assertThat(image.contribution().day()).isEqualTo(Answer.DAY);
    }

    @Test
    void an_id_of_another_submission_is_taken() {
        Response first = Answer.of("order-0001").score(9).first();
        responses().record(first);

        Response other = Answer.of("order-0002").forgedAs(first.id()).score(0).edition(2);

        assertThat(responses().record(other)).isEqualTo(Recorded.TAKEN);
        assertThat(image(first.id()).orElseThrow().contribution().score()).isEqualTo(Score.of(9));
    }

    @Test
    void an_erased_response_is_a_tombstone_at_the_next_rev() {
        Response first = Answer.of("order-0001").first();
        responses().record(first);

        assertThat(responses().erase(first.id())).isTrue();
        assertThat(image(first.id())).contains(new Image(first.id(), 2, null, false));
    }

    @Test
    void an_erased_response_does_not_come_back() {
        Response first = Answer.of("order-0001").first();
        responses().record(first);
        responses().erase(first.id());

        assertThat(responses().record(first)).isEqualTo(Recorded.ERASED);
        assertThat(responses().record(Answer.of("order-0001").edition(7))).isEqualTo(Recorded.ERASED);
        assertThat(image(first.id())).contains(new Image(first.id(), 2, null, false));
    }

    @Test
    void an_id_whose_response_was_erased_stays_taken_for_others() {
        Response first = Answer.of("order-0001").first();
        responses().record(first);
        responses().erase(first.id());

        Response other = Answer.of("order-0002").forgedAs(first.id()).first();
        assertThat(responses().record(other)).isEqualTo(Recorded.TAKEN);
    }

    @Test
    void what_is_not_there_or_was_erased_is_not_erased_again() {
        Response first = Answer.of("order-0001").first();
        assertThat(responses().erase(first.id())).isFalse();

        responses().record(first);
        responses().erase(first.id());
        assertThat(responses().erase(first.id())).isFalse();
        assertThat(image(first.id()).orElseThrow().rev()).isEqualTo(2);
    }
}
