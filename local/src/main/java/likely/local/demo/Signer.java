package likely.local.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import likely.local.Json;

/** Signs who a customer is, as docs/api.md has it for any shop's server. */
public final class Signer {

    private static final Duration VALID = Duration.ofHours(1);
    private static final String ALGORITHM = "HmacSHA256";

    private final Keys keys;
    private final InstantSource clock;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** Where the identity key of a survey comes from; a shop would have it among its secrets. */
    @FunctionalInterface
    public interface Keys {
        String of(String survey);
    }

    /** What is signed, in base64url, and its signature in hex: what the page passes on. */
    record Identity(String payload, String signature) {}

    public Signer(Keys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** For one survey: its signature is of no use for another. */
    Identity sign(Customer customer, String survey) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("survey", survey);
        claims.put("expires", clock.instant().plus(VALID).getEpochSecond());
        claims.putAll(customer.claims());
        byte[] payload = Json.text(claims).getBytes(StandardCharsets.UTF_8);
        return new Identity(
                Base64.getUrlEncoder().withoutPadding().encodeToString(payload),
                HexFormat.of().formatHex(hmac(known.computeIfAbsent(survey, keys::of), payload)));
    }

    private static byte[] hmac(String key, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
