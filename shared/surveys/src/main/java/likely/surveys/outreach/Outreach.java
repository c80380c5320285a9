package likely.surveys.outreach;

import java.util.Map;

/**
 * How a survey reaches people.
 *
 * @param texts the survey's own words, by language and then by the key of the text that they replace
 */
public record Outreach(Sending sending, Sender sender, Map<String, Map<String, String>> texts) {
    public static final Outreach DEFAULT = new Outreach(Sending.DEFAULT, Sender.NONE, Map.of());

    public Outreach {
        texts = Map.copyOf(texts);
    }
}
