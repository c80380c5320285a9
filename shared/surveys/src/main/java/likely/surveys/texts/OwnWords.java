package likely.surveys.texts;

import com.ibm.icu.text.MessagePattern.ArgType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import likely.surveys.json.WebAddress;

/** What an owner may put in the place of the shipped texts; checked when it is saved, so that no mail breaks over it. */
public final class OwnWords {
    /** Names of what is asked about, in a language: they stand in the other texts. */
    static final String SUBJECT = "subject";

    static final String EXPERIENCE = "experience";

    private static final Set<String> NAMES = Set.of(SUBJECT, EXPERIENCE);

    /** Where the button of a follow-up leads. */
    private static final Pattern LINK = Pattern.compile("mail\\.(detractor|passive|promoter)\\.url");

    private static final Set<String> EVERYWHERE = Set.of("brand", SUBJECT, EXPERIENCE, "product");
    private static final Set<String> IN_MAIL = Set.of("name", "named");
    private static final Set<String> NUMBERS = Set.of("n", "score");
    private static final Set<ArgType> USES =
            Set.of(ArgType.NONE, ArgType.SELECT, ArgType.PLURAL, ArgType.SELECTORDINAL);

    private OwnWords() {}

    /** Why a text may not stand under a key, or nothing when it may. */
    public static Optional<String> problem(String key, String text) {
        if (LINK.matcher(key).matches()) {
            return WebAddress.isHttps(text) ? Optional.empty() : Optional.of("is not an https address");
        }
        if (NAMES.contains(key) || QuestionWords.isKey(key)) {
            return Optional.empty();
        }
        if (!Catalog.of(Language.ENGLISH.tag()).containsKey(key)) {
            return Optional.of("is no text that can be replaced");
        }
        try {
            return problem(key, Message.placeholders(text));
        } catch (IllegalArgumentException e) {
            // The parser's own message quotes the text.
            return Optional.of(
                    "is not well formed: each { needs a name and a }, and a brace or ' of its own is quoted");
        }
    }

    private static Optional<String> problem(String key, Map<String, ArgType> placeholders) {
        Set<String> allowed = allowed(key);
        if (!allowed.containsAll(placeholders.keySet())) {
            return Optional.of(
                    "has a placeholder that is not one of {" + String.join("}, {", new TreeSet<>(allowed)) + "}");
        }
        boolean strange = placeholders.entrySet().stream()
                .anyMatch(one -> !USES.contains(one.getValue())
                        || (Message.COUNTED.contains(one.getValue()) && !NUMBERS.contains(one.getKey())));
        return strange
                ? Optional.of("uses a placeholder otherwise than as {name}, {name, select, …} or {n, plural, …}")
                : Optional.empty();
    }

    private static Set<String> allowed(String key) {
        Set<String> allowed = new TreeSet<>(EVERYWHERE);
        allowed.addAll(
                Message.placeholders(Catalog.pattern(Language.ENGLISH, key).orElse(""))
                        .keySet());
        if (key.startsWith("mail.")) {
            allowed.addAll(IN_MAIL);
        }
        return allowed;
    }
}
