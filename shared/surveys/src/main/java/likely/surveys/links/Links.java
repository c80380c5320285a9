package likely.surveys.links;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import likely.surveys.links.Link.Purpose;

/**
 * Makes and reads the tokens in links: base64url of purpose (1 byte), key id (4), expiry (5), id (8) and the first 16
 * bytes of HMAC-SHA256 over those 18. No address is in it. Several keys may be valid at once, one a line of the secret,
 * the newest first, so that a rotation breaks no mail that was sent.
 */
public final class Links {
    private static final int KEY_ID = 4;
    private static final int PAYLOAD = 18;
    private static final int MAC = 16;
    private static final int LONGEST = 64;

    private final Supplier<List<String>> secrets;

    /** @param secrets the versions of the secret, the newest first; asked at each use */
    public Links(Supplier<List<String>> secrets) {
        this.secrets = secrets;
    }

    /** A token for 34 bytes: 46 characters of letters, digits, hyphens and underscores. */
    public String token(Link link) {
        String key = keys().get(0);
        ByteBuffer bytes = ByteBuffer.allocate(PAYLOAD + MAC);
        bytes.put(link.purpose().code()).put(keyId(key));
        bytes.put((byte) (link.expires() >>> 32)).putInt((int) link.expires());
        bytes.putLong(Long.parseLong(link.id()));
        bytes.put(mac(key, Arrays.copyOf(bytes.array(), PAYLOAD)), 0, MAC);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** What a token says, or nothing when it is forged, of another purpose, or its time is over. */
    public Optional<Link> read(Purpose purpose, String token, long now) {
        byte[] bytes = decode(token);
        if (bytes.length != PAYLOAD + MAC) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOf(bytes, PAYLOAD);
        byte[] given = Arrays.copyOfRange(bytes, PAYLOAD, bytes.length);
        boolean right = false;
        for (String key : keys()) {
            if (Arrays.equals(keyId(key), Arrays.copyOfRange(payload, 1, 1 + KEY_ID))) { // which is no secret
                right |= MessageDigest.isEqual(given, Arrays.copyOf(mac(key, payload), MAC));
            }
        }
        ByteBuffer fields = ByteBuffer.wrap(payload);
        byte code = fields.get();
        fields.position(1 + KEY_ID);
        long expires = ((fields.get() & 0xffL) << 32) | (fields.getInt() & 0xffff_ffffL);
        String id = Long.toString(fields.getLong());
        return right && code == purpose.code() && now < expires
                ? Optional.of(new Link(purpose, id, expires))
                : Optional.empty();
    }

    private List<String> keys() {
        return secrets.get().stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }

    private static byte[] decode(String token) {
        try {
            return token.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] keyId(String key) {
        return Arrays.copyOf(mac(key, "key id".getBytes(StandardCharsets.US_ASCII)), KEY_ID);
    }

    private static byte[] mac(String key, byte[] message) {
        return Hmac.sha256(key, message);
    }
}
