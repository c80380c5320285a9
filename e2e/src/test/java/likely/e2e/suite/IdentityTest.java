package likely.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import likely.e2e.client.Caller;
import likely.e2e.client.Reply;
import likely.e2e.client.Survey;
import org.junit.jupiter.api.Test;

/** A shop's server signs who its visitor is; whoever cannot sign can only say so. */
class IdentityTest {

    @Test
    void a_right_signature_is_taken_and_a_wrong_one_is_refused() throws GeneralSecurityException {
        Survey survey = Survey.plain();
        String key = identityKey(survey);
        String payload = payload(survey, Instant.now().getEpochSecond() + 600);

        Reply signed = survey.answer(answer(payload, sign(key, payload)));
        Reply forged = survey.answer(answer(payload, sign("another key", payload)));

        assertThat(signed.status()).as(signed.body()).isEqualTo(201);
        assertThat(forged.status()).isEqualTo(400);
        assertThat(forged.body()).contains("person.signature");
        survey.counted(1);
    }

    @Test
    void a_signature_for_another_survey_is_refused_and_an_old_one_costs_no_answer() throws GeneralSecurityException {
        Survey survey = Survey.plain();
        Survey other = Survey.plain();
        String elsewhere = payload(other, Instant.now().getEpochSecond() + 600);
        String old = payload(survey, Instant.now().getEpochSecond() - 600);

        assertThat(survey.answer(answer(elsewhere, sign(identityKey(survey), elsewhere)))
                        .status())
                .isEqualTo(400);
        assertThat(survey.answer(answer(elsewhere, sign(identityKey(other), elsewhere)))
                        .status())
                .isEqualTo(400);
        assertThat(survey.answer(answer(old, sign(identityKey(survey), old))).status())
                .isEqualTo(201);
        survey.counted(1);
    }

    private static String identityKey(Survey survey) {
        Reply reply = Caller.owner().get("v1/surveys/" + survey.id() + "/identity_key");
        assertThat(reply.json()).containsKey("identity_key");
        return (String) reply.json().get("identity_key");
    }

    private static String payload(Survey survey, long expires) {
        String json = "{\"survey\": \"" + survey.id() + "\", \"expires\": " + expires
                + ", \"id\": \"c-17\", \"email\": \"ada@example.com\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Over the payload's bytes, that is over what its base64url stands for. */
    private static String sign(String key, String payload) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(Base64.getUrlDecoder().decode(payload)));
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
