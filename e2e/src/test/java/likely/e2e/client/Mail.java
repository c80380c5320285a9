package likely.e2e.client;

import java.util.List;

/**
 * A mail as somebody got it.
 *
 * @param to its address
 * @param links of the HTML and the text, in their order
 * @param unsubscribe the address of the header List-Unsubscribe, for a POST
 */
public record Mail(String to, List<String> links, String unsubscribe) {

    /** The eleven links of a survey, by score. */
    public List<String> scores() {
        return links.stream()
                .filter(link -> link.contains("/answer/") && link.contains("score="))
                .distinct()
                .toList();
    }

    /** The link of one score. */
    public String score(int score) {
        return scores().stream()
                .filter(link -> link.matches(".*score=" + score + "(&.*)?"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link for " + score + " in " + this));
    }
}
