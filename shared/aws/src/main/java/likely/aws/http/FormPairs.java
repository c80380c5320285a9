package likely.aws.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import likely.surveys.json.Invalid;

/** The decoded names and values of {@code application/x-www-form-urlencoded}, in their order. */
public final class FormPairs {
    private FormPairs() {}

    /**
     * Decodes a body.
     *
     * @param most how many fields at most
     * @throws Invalid when there are more, or one is not well encoded
     */
    public static List<Map.Entry<String, String>> of(String body, int most) {
        String[] pairs = body.split("&", most + 1);
        if (pairs.length > most) {
            throw new Invalid("body", "has more than " + most + " fields");
        }
        List<Map.Entry<String, String>> decoded = new ArrayList<>();
        for (String pair : pairs) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                decoded.add(Map.entry(name, equals < 0 ? "" : decode(pair.substring(equals + 1))));
            }
        }
        return decoded;
    }

    private static String decode(String part) {
        try {
            String text = URLDecoder.decode(part, StandardCharsets.UTF_8);
            if (text.indexOf('\ufffd') >= 0) {
                throw new Invalid("body", "is not valid UTF-8");
            }
            return text;
        } catch (IllegalArgumentException e) {
            throw new Invalid("body", "is not well percent-encoded");
        }
    }
}
