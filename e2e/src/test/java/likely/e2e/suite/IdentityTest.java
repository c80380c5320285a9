package likely.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import likely.e2e.client.Reply;
import likely.e2e.client.Signed;
import likely.e2e.client.Survey;
import org.junit.jupiter.api.Test;

/** A shop's server signs who its visitor is; whoever cannot sign can only say so. */
class IdentityTest {

    @Test
    void a_right_signature_is_taken_and_a_wrong_one_is_refused() {
        Survey survey = Survey.plain();
        String key = Signed.key(survey);
        String payload = payload(survey, Instant.now().getEpochSecond() + 600);

        Reply signed = survey.answer(answer(payload, Signed.signature(key, payload)));
        Reply forged = survey.answer(answer(payload, Signed.signature("another key", payload)));

        assertThat(signed.status()).as(signed.body()).isEqualTo(201);
        assertThat(forged.status()).isEqualTo(400);
        assertThat(forged.body()).contains("person.signature");
        survey.counted(1);
    }

    @Test
    void a_signature_for_another_survey_is_refused_and_an_old_one_costs_no_answer() {
        Survey survey = Survey.plain();
        Survey other = Survey.plain();
        String elsewhere = payload(other, Instant.now().getEpochSecond() + 600);
        String old = payload(survey, Instant.now().getEpochSecond() - 600);

        assertThat(survey.answer(answer(elsewhere, Signed.signature(Signed.key(survey), elsewhere)))
                        .status())
                .isEqualTo(400);
        assertThat(survey.answer(answer(elsewhere, Signed.signature(Signed.key(other), elsewhere)))
                        .status())
                .isEqualTo(400);
        assertThat(survey.answer(answer(old, Signed.signature(Signed.key(survey), old)))
                        .status())
                .isEqualTo(201);
        survey.counted(1);
    }

    private static String payload(Survey survey, long expires) {
        String json = "{\"survey\": \"" + survey.id() + "\", \"expires\": " + expires
                + ", \"id\": \"c-17\", \"email\": \"ada@example.com\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> answer(String payload, String signature) {
        return Map.of(
                "submissionId",
                Survey.newSubmission(),
                "score",
                9,
                "person",
                Map.of("payload", payload, "signature", signature));
    }
}
