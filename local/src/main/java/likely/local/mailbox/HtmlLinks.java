package likely.local.mailbox;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links of a mail's HTML, for tests that press them. */
final class HtmlLinks {

    private static final Pattern LINK =
            Pattern.compile("<a\\s[^>]*?\\bhref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");
    private static final int HEXADECIMAL = 16;

    private HtmlLinks() {}

    /** In the order of the page, each once. */
    static List<String> of(String html) {
        return LINK.matcher(html)
                .results()
                .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
                .map(HtmlLinks::unescaped)
                .distinct()
                .toList();
    }

    private static String unescaped(String text) {
        return ENTITY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match)));
    }

    private static String character(MatchResult entity) {
        if (entity.group(3) != null) {
            return NAMED.getOrDefault(entity.group(3), entity.group());
        }
        int code = entity.group(1) != null
                ? Integer.parseInt(entity.group(1))
                : Integer.parseInt(entity.group(2), HEXADECIMAL);
        return Character.isValidCodePoint(code) ? Character.toString(code) : entity.group();
    }
}
