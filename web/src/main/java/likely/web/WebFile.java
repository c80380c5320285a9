package likely.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * One file as a browser gets it.
 *
 * @param contentType with its charset
 * @param text all of our files are text, and so go through API Gateway without base64
 * @param etag strong, in its quotes: two files with the same one are the same to the byte
 */
public record WebFile(String contentType, String text, String etag) {

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What tells this version of the file from any other, as it stands in the names of assets. */
    public String hash() {
        return etag.replace("\"", "");
    }

    /** For a tag's {@code integrity}: a browser runs nothing that is not just these bytes. */
    public String integrity() {
        return "sha384-" + Base64.getEncoder().encodeToString(digest("SHA-384", bytes()));
    }

    static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}
