package likely.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import likely.e2e.client.Await;
import likely.e2e.client.Caller;
import likely.e2e.client.Reply;
import likely.e2e.client.Survey;
import org.junit.jupiter.api.Test;

/** People who are added, asked, unsubscribed and erased by way of the API. */
class PeopleTest {
    private final Survey survey = Survey.plain();
    private final String email = "ann+" + UUID.randomUUID() + "@example.com";

    @Test
    void two_spellings_are_one_person_who_is_asked_later_and_can_be_called_off() {
        Reply added = survey.api().post("v1/people", Map.of("email", email, "delay", 86_400, "last_sent_at", 1));
        Reply again = survey.api().post("v1/people", Map.of("email", email.toUpperCase(Locale.ROOT), "send", false));

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).containsEntry("id", added.json().get("id"));
        Map<String, Object> waiting = only();
        assertThat(waiting)
                .containsEntry("next_survey_scheduled_at", added.json().get("survey_scheduled_at"))
                .containsEntry("last_sent_at", 1);

        Reply cancelled = survey.api().delete("v1/people/" + encoded(email) + "/survey_requests/pending");
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        assertThat(only()).containsEntry("next_survey_scheduled_at", null);
    }

    @Test
    void who_unsubscribed_stays_so_under_a_new_address_and_after_an_erasure() {
        Object id = add().get("id");
        survey.api().post("v1/unsubscribes", Map.of("person_email", email));
        assertThat(unsubscribed()).containsExactly(email);
        String other = "new-" + email;
        survey.api().post("v1/people", Map.of("email", email, "email_update", other, "send", false));
        assertThat(unsubscribed()).containsExactly(other);
        assertThat(survey.api().get("v1/bounces").list()).isEmpty();

        Reply erased = survey.api().delete("v1/people/" + id);
        assertThat(erased.status()).as(erased.body()).isEqualTo(202);
        assertThat(survey.api().get("v1/people/" + id).status()).isEqualTo(404);
        assertThat(unsubscribed()).isEmpty();

        survey.api().post("v1/people", Map.of("email", other, "send", false));
        assertThat(unsubscribed()).containsExactly(other);
    }

    @Test
    void an_erasure_takes_the_answers_along_and_leaves_a_receipt() {
        Object id = add().get("id");
        survey.api().post("v1/survey_responses", Map.of("person", id, "score", 9, "comment", "Quick"));
        survey.counted(1);

        survey.api().delete("v1/people/email:" + encoded(email));

        survey.counted(0);
        assertThat(survey.api().get("v1/survey_responses").list()).isEmpty();
        assertThat(Caller.owner().get("v1/people/" + id + "/erasure").json())
                .containsEntry("responses", 1)
                .containsEntry("survey_requests", 1);
    }

    private Map<String, Object> add() {
        return survey.api()
                .post("v1/people", Map.of("email", email, "delay", 86_400))
                .json();
    }

    /** The survey's only person, by the list, which follows what was written by some milliseconds. */
    private Map<String, Object> only() {
        return Await.until(() -> survey.api().get("v1/people").list(), list -> list.size() == 1)
                .get(0);
    }

    private List<Object> unsubscribed() {
        return survey.api().get("v1/unsubscribes").list().stream()
                .map(row -> row.get("email"))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
