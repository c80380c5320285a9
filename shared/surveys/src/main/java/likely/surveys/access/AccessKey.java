package likely.surveys.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A key to one survey. Its text is known to its holder alone; kept is its hash, which with 256 random bits behind it
 * needs no salt and no slowness.
 *
 * @param hash SHA-256 of the text, in hex
 * @param role never the owner's, whose key is a secret of the installation
 * @param label what the owner calls it, or null
 * @param createdAt Unix seconds
 */
public record AccessKey(
        String hash, Role role, String survey, @Nullable String label, long createdAt) {
    private static final int ID_DIGITS = 16;
    private static final int BYTES = 32;

    /** By which it is listed and revoked; of no use as a key. */
    public String id() {
        return hash.substring(0, ID_DIGITS);
    }

    /** A new key's text, shown once. */
    public static String random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
