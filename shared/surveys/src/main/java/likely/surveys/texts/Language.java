package likely.surveys.texts;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A language in which there are words.
 *
 * @param tag BCP 47
 */
public record Language(String tag) {
    public static final Language ENGLISH = new Language("en");

    /** One may be as long as a header of a browser, and no longer. */
    private static final int LONGEST_WISH = 500;

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi");

    /** Tags that are not cut down to the language that is read by who uses them. */
    private static final Map<String, String> READ_AS = Map.of(
            "zh-hant", "zh-TW", "zh-hk", "zh-TW", "zh-mo", "zh-TW", "no", "nb", "nn", "nb", "iw", "he", "in", "id");

    /** Those that come with Likely, one file each. */
    public static List<String> shipped() {
        return Catalog.TAGS;
    }

    /**
     * The language for somebody.
     *
     * @param wanted a tag ({@code fr-CA}, {@code fr_CA}) or what a browser sends as Accept-Language; null or anything
     *     that is no language is as good as no wish
     * @param otherwise the survey's own language
     * @param more tags in which the owner has words, beside the shipped ones
     * @return the wish, cut down from its end until there are words in it; else {@code otherwise} in the same way; else
     *     English
     */
    public static Language choose(@Nullable String wanted, String otherwise, Collection<String> more) {
        NavigableMap<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.forEach(tag -> known.put(tag, tag));
        shipped().forEach(tag -> known.put(tag, tag));
        return lookUp(wanted, known).or(() -> lookUp(otherwise, known)).orElse(ENGLISH);
    }

    /** A tag as it is compared: {@code pt-br} is {@code pt-BR}. */
    public static String canonical(String tag) {
        return Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag();
    }

    public boolean rightToLeft() {
        return RIGHT_TO_LEFT.contains(base());
    }

    /** For HTML's {@code dir}. */
    public String direction() {
        return rightToLeft() ? "rtl" : "ltr";
    }

    /** Without region and script. */
    String base() {
        return tag.split("-", 2)[0];
    }

    /** RFC 4647's lookup. */
    private static Optional<Language> lookUp(@Nullable String wanted, NavigableMap<String, String> known) {
        for (LanguageRange range : ranges(wanted)) {
            for (String part = range.getRange(); !part.isEmpty() && range.getWeight() > 0; part = shortened(part)) {
                String tag = known.get(part);
                String readAs = tag == null ? READ_AS.get(part) : tag;
                if (readAs != null) {
                    return Optional.of(new Language(readAs));
                }
            }
        }
        return Optional.empty();
    }

    private static List<LanguageRange> ranges(@Nullable String wanted) {
        if (wanted == null || wanted.isBlank() || wanted.length() > LONGEST_WISH) {
            return List.of();
        }
        try {
            return LanguageRange.parse(wanted.strip().replace('_', '-'));
        } catch (IllegalArgumentException e) {
            return List.of(); // it is no language, which is as good as no wish
        }
    }

    private static String shortened(String tag) {
        return tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
    }
}
