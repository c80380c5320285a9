package likely.surveys.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The shipped texts: a file of properties in UTF-8 for each language, read when it is first asked for. */
final class Catalog {
    /** A jar cannot list its files; a test compares. */
    static final List<String> TAGS = List.of(
            "ar", "bg", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko",
            "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sv", "th", "tr", "uk", "vi", "zh", "zh-TW");

    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private Catalog() {}

    /** In the language itself, without its region, or in English; nothing when there is no such text at all. */
    static Optional<String> pattern(Language language, String key) {
        return Optional.ofNullable(of(language.tag()).get(key))
                .or(() -> Optional.ofNullable(of(language.base()).get(key)))
                .or(() -> Optional.ofNullable(of(Language.ENGLISH.tag()).get(key)));
    }

    /** A language's own file; empty when there is none. */
    static Map<String, String> of(String tag) {
        return TAGS.contains(tag) ? READ.computeIfAbsent(tag, Catalog::read) : Map.of();
    }

    private static Map<String, String> read(String tag) {
        Properties properties = new Properties();
        try (InputStream file = Catalog.class.getResourceAsStream(tag + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("There is no file of texts for " + tag);
            }
            Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
            properties.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }
}
