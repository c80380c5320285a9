package likely.local.http;

import java.nio.charset.StandardCharsets;

/** The bytes of a request or reply. */
public final class Body {

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Body of(byte[] bytes) {
        return new Body(bytes);
    }

    public static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return bytes.length;
    }

    /** As UTF-8; what is not becomes the replacement character, as API Gateway does it. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
