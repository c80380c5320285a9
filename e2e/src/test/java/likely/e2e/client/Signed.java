package likely.e2e.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a shop's server does to say who its visitor is. */
public final class Signed {
    private Signed() {}

    /** The key with which a survey's shop signs. */
    public static String key(Survey survey) {
        return (String) Asked.done(Caller.owner().get("v1/surveys/" + survey.id() + "/identity_key"))
                .get("identity_key");
    }

    /** The value of {@code person} for somebody with an email address. */
    public static Map<String, Object> person(Survey survey, String email, long expires) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("survey", survey.id());
        payload.put("expires", expires);
        payload.put("email", email);
        String encoded = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Caller.text(payload).getBytes(StandardCharsets.UTF_8));
        return Map.of("payload", encoded, "signature", signature(key(survey), encoded));
    }

    /** Over the payload's bytes, that is over what its base64url stands for. */
    public static String signature(String key, String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(Base64.getUrlDecoder().decode(payload)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
