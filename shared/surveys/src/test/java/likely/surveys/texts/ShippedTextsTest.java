package likely.surveys.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language has every text, with the placeholders of the English one and the plurals of its own. */
class ShippedTextsTest {
    private static final Map<String, String> ENGLISH = Catalog.of("en");
    private static final Pattern CATEGORY = Pattern.compile("\\b(zero|one|two|few|many|other) \\{");

    static List<String> languages() {
        return Language.shipped();
    }

    @Test
    void the_list_names_each_file() throws Exception {
        try (Stream<Path> files = Files.list(folder())) {
            Set<String> tags = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties"))
                    .map(name -> name.substring(0, name.length() - ".properties".length()))
                    .collect(Collectors.toSet());
            assertThat(languages()).containsExactlyInAnyOrderElementsOf(tags).hasSizeGreaterThan(25);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void has_each_text_and_no_other(String language) throws IOException {
        assertThat(Catalog.of(language)).containsOnlyKeys(ENGLISH.keySet());
        assertThat(Catalog.of(language))
                .allSatisfy((key, text) -> assertThat(text)
                        .as(key)
                        .isNotBlank()
                        .isEqualTo(text.strip())
                        .doesNotContain("'"));
        // Properties would keep the last of two, in silence
        List<String> keys = Files.readAllLines(folder().resolve(language + ".properties")).stream()
                .filter(line -> line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void has_the_placeholders_of_english(String language) {
        ENGLISH.forEach((key, english) -> {
            Map<String, ArgType> own = Message.placeholders(Catalog.of(language).get(key));
            assertThat(own).as(key).isEqualTo(Message.placeholders(english));
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void tells_its_own_plurals_apart(String language) {
        Set<String> categories =
                PluralRules.forLocale(ULocale.forLanguageTag(language)).getKeywords();
        ENGLISH.forEach((key, english) -> {
            if (Message.placeholders(english).containsValue(ArgType.PLURAL)) {
                Set<String> told = new TreeSet<>();
                Matcher matcher = CATEGORY.matcher(Catalog.of(language).get(key));
                while (matcher.find()) {
                    told.add(matcher.group(1));
                }
                assertThat(told).as(key).isEqualTo(new TreeSet<>(categories));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void can_be_filled(String language) {
        Map<String, Object> values = new LinkedHashMap<>(
                Map.of("brand", "A'{B}", "subject", "S", "experience", "E", "send", "Send", "score", 10, "n", 3));
        ENGLISH.keySet()
                .forEach(key -> assertThat(Texts.in(new Language(language)).text(key, values))
                        .as(key)
                        .doesNotContain("{brand", "{n", "#"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void is_not_english(String language) {
        long same = ENGLISH.keySet().stream()
                .filter(key -> ENGLISH.get(key).equals(Catalog.of(language).get(key)))
                .count();
        // "Send" and "No" are words of other languages too
        assertThat(same).isEqualTo(language.equals("en") ? ENGLISH.size() : Math.min(same, 2));
    }

    private static Path folder() {
        try {
            return Path.of(URI.create(ShippedTextsTest.class
                            .getClassLoader()
                            .getResource("likely/surveys/texts/en.properties")
                            .toString()))
                    .getParent();
        } catch (NullPointerException e) {
            throw new AssertionError("There is no English", e);
        }
    }
}
