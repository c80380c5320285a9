package likely.functions.recordresponse;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import likely.surveys.people.Addresses;

/** Somebody whom a shop's server signs, without the service's own code. */
final class Signed {
    private static final long LATER = Stage.NOON.getEpochSecond() + 400 * 86_400L;

    private Signed() {}

    /** The value of {@code person}: a payload for a survey with more in it, and its signature. */
    static String person(String secret, String survey, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        String key = hmac(secret, ("identity\n" + survey).getBytes(StandardCharsets.UTF_8));
        return "{\"payload\":\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\",\"signature\":\""
                + hmac(key, bytes) + "\"}";
    }

    /** Of somebody with an email address, under the stage's secret. */
    static String email(String survey, String email) {
        return person(
                "newest-secret",
                survey,
                "{\"survey\":\"" + survey + "\",\"expires\":" + LATER + ",\"email\":\"" + email + "\"}");
    }

    /** Under which the stage notes an address. */
    static String key(String email) {
        return new Addresses(() -> "newest-secret").ofEmail(email);
    }

    private static String hmac(String key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
