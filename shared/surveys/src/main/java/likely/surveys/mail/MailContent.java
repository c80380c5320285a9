package likely.surveys.mail;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A mail as it was written, before it is addressed.
 *
 * @param subject one line
 * @param html a whole document
 * @param text the same in plain text
 * @param headers further ones, by name: how to unsubscribe, and that a machine wrote it
 */
public record MailContent(String subject, String html, String text, Map<String, String> headers) {
    public MailContent {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
