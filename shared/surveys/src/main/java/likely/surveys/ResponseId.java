package likely.surveys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A response's id: 63 bits of SHA-256 over its survey and submissionId, in decimal. The same submission has the same id
 * wherever and whenever it arrives, which is what makes a resend harmless; that two submissions share one is seen in the
 * store, by the submissionId that it holds.
 */
public final class ResponseId {
    private ResponseId() {}

    public static String of(String survey, String submissionId) {
        // A survey's id has no line break, so the two parts cannot be shifted into each other.
        return Long.toString(hash(survey + "\n" + submissionId));
    }

    /** 63 bits of SHA-256 over a text. */
    public static long hash(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha.digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
