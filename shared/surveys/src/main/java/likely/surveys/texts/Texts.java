package likely.surveys.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language. A text is looked for among the owner's own in that language, then in the language's file
 * ({@code pt-BR}, then {@code pt}), then in English; so there always is one.
 */
public final class Texts {
    private final Language language;
    private final List<Map<String, String>> own;

    private Texts(Language language, List<Map<String, String>> own) {
        this.language = language;
        this.own = own;
    }

    /** As they are shipped. */
    public static Texts in(Language language) {
        return new Texts(language, List.of());
    }

    /**
     * With words of the owner's own.
     *
     * @param own by language and key, those that go first coming first
     */
    public static Texts in(Language language, List<Map<String, Map<String, String>>> own) {
        List<Map<String, String>> words = new ArrayList<>();
        for (Map<String, Map<String, String>> byLanguage : own) {
            Stream.of(language.tag(), language.base())
                    .distinct()
                    .forEach(tag -> Optional.ofNullable(byLanguage.get(tag)).ifPresent(words::add));
        }
        return new Texts(language, List.copyOf(words));
    }

    public Language language() {
        return language;
    }

    /**
     * A text with values in its places. An own one that cannot be filled (which its check does not let pass) is passed
     * over, so that it costs the owner's wording and not the mail.
     *
     * @throws IllegalArgumentException when there is no text of that key, or one of its values is not given
     */
    public String text(String key, Map<String, ?> values) {
        for (Map<String, String> words : own) {
            String filled = filled(words.get(key), values);
            if (filled != null) {
                return filled;
            }
        }
        String pattern = Catalog.pattern(language, key)
                .orElseThrow(() -> new IllegalArgumentException("There is no text " + key));
        return Message.format(pattern, values, language);
    }

    public String text(String key) {
        return text(key, Map.of());
    }

    /** What the owner wrote under a key that no shipped text has, or what replaces one; as it stands. */
    public Optional<String> own(String key) {
        return own.stream()
                .flatMap(words -> Optional.ofNullable(words.get(key)).stream())
                .findFirst();
    }

    private @Nullable String filled(@Nullable String pattern, Map<String, ?> values) {
        try {
            return pattern == null ? null : Message.format(pattern, values, language);
        } catch (IllegalArgumentException e) {
            return null; // see above: the next one in the chain says it
        }
    }
}
