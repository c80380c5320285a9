package likely.aws.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import likely.surveys.json.Invalid;

/** Percent-encoding in paths, where a plus is a plus. */
public final class Paths {
    private Paths() {}

    /**
     * Decodes a path or a part of it, once.
     *
     * @throws Invalid when it is not well encoded
     */
    public static String decode(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Invalid("path", "is not well percent-encoded");
        }
    }
}
