package likely.web;

import java.nio.charset.StandardCharsets;

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
}
