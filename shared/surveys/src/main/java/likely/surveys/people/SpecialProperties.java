package likely.surveys.people;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Properties that change the survey for one person, as Delighted has them: {@code question_product_name}, {@code Question
 * Product Name} and {@code questionProductName} are one.
 */
public final class SpecialProperties {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private final Map<String, String> byName;

    private SpecialProperties(Map<String, String> byName) {
        this.byName = byName;
    }

    /** Those among a person's or an invitation's properties; a blank one is as good as none. */
    public static SpecialProperties of(Map<String, String> properties) {
        Map<String, String> byName = new LinkedHashMap<>();
        properties.forEach((name, value) -> {
            if (!value.isBlank()) {
                byName.putIfAbsent(plain(name), value.strip());
            }
        });
        return new SpecialProperties(byName);
    }

    /** What is recommended, in the place of the survey's subject. */
    public Optional<String> productName() {
        return text("question_product_name");
    }

    public Optional<String> mailSubject() {
        return text("delighted_email_subject");
    }

    /** The sentence before the question. */
    public Optional<String> introMessage() {
        return text("delighted_intro_message");
    }

    public Optional<String> locale() {
        return text("locale");
    }

    /** At the end, in the place of the thanks of the band. */
    public Optional<String> thankYouMessage() {
        return text("thank_you_message");
    }

    public Optional<String> thankYouLinkText() {
        return text("thank_you_link_text");
    }

    public Optional<String> thankYouLinkUrl() {
        return text("thank_you_link_url");
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static String plain(String name) {
        String snake = HUMP.matcher(name.strip()).replaceAll("_").toLowerCase(Locale.ROOT);
        return OTHER.matcher(snake).replaceAll("_");
    }
}
