package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who a sender says the person is; signed here as a shop's server would, without the service's own code. */
class IdentityTest {
    private static final long LATER = Stage.NOON.getEpochSecond() + 3_600;
    private static final String ANN = "{\"survey\":\"demo\",\"expires\":" + LATER
            + ",\"id\":\"c-7\",\"email\":\"ann@shop.example\",\"name\":\"Ann\"}";
    private static final Map<String, AttributeValue> ANN_STORED = Map.of(
            "id", AttributeValue.fromS("c-7"),
            "email", AttributeValue.fromS("ann@shop.example"),
            "name", AttributeValue.fromS("Ann"));

    private final Stage stage = new Stage();

    private static String signed(String secret, String survey, String payload) {
        return Stage.submission("\"person\":" + Signed.person(secret, survey, payload));
    }

    private static String person(String payload, String signature) {
        return Stage.submission("\"person\":{\"payload\":\"" + payload + "\",\"signature\":\"" + signature + "\"}");
    }

    private void refused(String body, String error) {
        Answer answer = stage.post(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly(error);
        assertThat(stage.stored()).isEmpty();
    }

    @Test
    void unsigned_it_is_a_claim_and_no_secret_is_read() {
        stage.post(Stage.submission("\"person\":{\"email\":\"ann@shop.example\",\"shoe\":44}"));
        assertThat(stage.onlyStored().get("claim").m())
                .isEqualTo(Map.of("email", AttributeValue.fromS("ann@shop.example")));
        assertThat(stage.onlyStored()).doesNotContainKeys("identity", "person");
        assertThat(stage.secrets.reads()).isZero();
    }

    @Test
    void signed_it_is_an_identity() {
        assertThat(stage.post(signed("newest-secret", "demo", ANN)).status()).isEqualTo(201);
        assertThat(stage.onlyStored().get("identity").m()).isEqualTo(ANN_STORED);
        assertThat(stage.onlyStored()).doesNotContainKey("claim");
    }

    @Test
    void a_wrong_signature_is_refused() {
        String wrong = "person.signature is not that of the payload under this survey's identity key";
        refused(signed("guessed", "demo", ANN), wrong);
        refused(signed("newest-secret", "other", ANN), wrong);
        refused(person("e30", "00"), wrong);
        refused(person("e30", "no hex"), wrong);
        refused(person("e30", "0".repeat(64)), wrong);
        String right = signed("newest-secret", "demo", ANN);
        String changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ANN.replace("ann@", "bob@").getBytes(StandardCharsets.UTF_8));
        refused(right.replaceFirst("\"payload\":\"[^\"]*\"", "\"payload\":\"" + changed + "\""), wrong);
    }

    @Test
    void a_signature_in_capitals_is_the_same_signature() {
        String body = signed("newest-secret", "demo", ANN);
        int at = body.indexOf("\"signature\":\"") + 13;
        String capitals =
                body.substring(0, at) + body.substring(at, at + 64).toUpperCase(Locale.ROOT) + body.substring(at + 64);
        assertThat(stage.post(capitals).status()).isEqualTo(201);
    }

    @Test
    void a_payload_for_another_survey_is_refused() {
        refused(
                signed("newest-secret", "demo", ANN.replace("demo", "other")),
                "person.payload is signed for another survey");
    }

    @Test
    void a_payload_that_is_not_as_it_should_be_is_refused() {
        refused(person("not*base64", "00"), "person.payload is not base64url");
        refused(signed("newest-secret", "demo", "[]"), "person.payload is not a JSON object");
        refused(
                signed("newest-secret", "demo", "{\"survey\":\"demo\"}"),
                "person.payload does not say when it expires, in Unix seconds");
        refused(signed("newest-secret", "demo", ANN.replace("\"Ann\"", "9")), "person.payload.name is not text");
    }

    @Test
    void an_identity_that_is_over_is_kept_as_a_claim() {
        stage.pass(Duration.ofHours(1));
        assertThat(stage.post(signed("newest-secret", "demo", ANN)).status()).isEqualTo(201);
        assertThat(stage.onlyStored().get("claim").m()).isEqualTo(ANN_STORED);
        assertThat(stage.onlyStored()).doesNotContainKey("identity");
    }

    @Test
    void the_secret_before_a_rotation_stays_valid_and_the_one_before_it_does_not() {
        stage.post(signed("newest-secret", "demo", ANN));
        stage.secrets.rotate("second-secret");
        stage.pass(Duration.ofMinutes(6));
        assertThat(stage.post(signed("newest-secret", "demo", ANN)).status()).isEqualTo(200);
        assertThat(stage.post(signed("second-secret", "demo", ANN)).status()).isEqualTo(200);
        stage.secrets.rotate("third-secret");
        stage.pass(Duration.ofMinutes(6));
        assertThat(stage.post(signed("newest-secret", "demo", ANN)).status()).isEqualTo(400);
    }

    @Test
    void a_secret_is_read_once_in_five_minutes() {
        stage.post(signed("newest-secret", "demo", ANN));
        int reads = stage.secrets.reads();
        stage.post(signed("newest-secret", "demo", ANN));
        assertThat(stage.secrets.reads()).isEqualTo(reads);
    }

    @Test
    void without_its_secret_the_function_asks_to_be_called_again() {
        stage.secrets.goAway();
        Answer answer = stage.post(signed("newest-secret", "demo", ANN));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(stage.stored()).isEmpty();
    }
}
