package likely.surveys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import likely.surveys.json.Fields;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import likely.surveys.links.Hmac;

/**
 * Identities that a shop's server signed: {@code payload} is base64url of the JSON {@code {"survey", "expires", "id"?,
 * "email"?, "name"?}} (expires in Unix seconds), {@code signature} is HMAC-SHA256 over the payload's bytes, in hex,
 * under the survey's identity key.
 */
public final class Identities {
    private final Supplier<List<String>> secrets;

    /** @param secrets the installation's secrets, the newest first; asked at each use, so that a rotation is seen */
    public Identities(Supplier<List<String>> secrets) {
        this.secrets = secrets;
    }

    /** A claim that was looked at: what of it is proven, and what is only said. */
    public record Checked(Map<String, String> proven, Map<String, String> said) {
        static final Checked NOBODY = new Checked(Map.of(), Map.of());
    }

    /** The key with which a shop's server signs for one survey; one survey's key is of no use for another. */
    public String key(String survey) {
        return keyFrom(secrets.get().get(0), survey);
    }

    /**
     * Looks at a claim. A right signature whose time is over proves nothing, but the answer is not lost for it: what
     * it says is kept as said.
     *
     * @throws Invalid when the signature is wrong or the payload is for another survey
     */
    public Checked check(Submission.Claim claim, String survey, long now) {
        if (claim instanceof Submission.Claim.Said said) {
            return new Checked(Map.of(), said.values());
        }
        Submission.Claim.Signed signed = (Submission.Claim.Signed) claim;
        byte[] payload = decode(signed.payload());
        if (!verified(payload, signed.signature(), survey)) {
            throw new Invalid("person.signature", "is not that of the payload under this survey's identity key");
        }
        Fields fields = Fields.of("person.payload", object(payload));
        if (!survey.equals(fields.raw("survey"))) {
            throw new Invalid("person.payload", "is signed for another survey");
        }
        Long expires = fields.seconds("expires");
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : List.of("id", "email", "name")) {
            Optional.ofNullable(fields.text(name, 255)).ifPresent(value -> values.put(name, value));
        }
        if (expires == null) {
            throw new Invalid("person.payload", "does not say when it expires, in Unix seconds");
        }
        fields.check();
        return now < expires ? new Checked(values, Map.of()) : new Checked(Map.of(), values);
    }

    private boolean verified(byte[] payload, String signature, String survey) {
        byte[] given;
        try {
            given = HexFormat.of().parseHex(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        boolean right = false;
        for (String secret : secrets.get()) {
            right |= MessageDigest.isEqual(given, Hmac.sha256(keyFrom(secret, survey), payload));
        }
        return right;
    }

    private static byte[] decode(String payload) {
        try {
            return Base64.getUrlDecoder().decode(payload);
        } catch (IllegalArgumentException e) {
            throw new Invalid("person.payload", "is not base64url");
        }
    }

    private static Map<String, Object> object(byte[] payload) {
        try {
            return Json.object(new String(payload, StandardCharsets.UTF_8));
        } catch (Invalid e) {
            throw new Invalid("person.payload", "is not a JSON object");
        }
    }

    private static String keyFrom(String secret, String survey) {
        return HexFormat.of().formatHex(Hmac.sha256(secret, ("identity\n" + survey).getBytes(StandardCharsets.UTF_8)));
    }
}
