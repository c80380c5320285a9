package likely.surveys.people;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Properties that change the survey which they come with, besides being kept like all others. Their names are compared
 * as clients write them: {@code question_product_name}, {@code questionProductName} and {@code Question Product Name}
 * are one.
 */
public final class SpecialProperties {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]{1,2000}");

    private final Map<String, String> values = new HashMap<>();

    private SpecialProperties(Map<String, String> properties) {
        properties.forEach((name, value) -> {
            if (!value.isBlank()) {
                values.put(normal(name), value.strip());
            }
        });
    }

    public static SpecialProperties of(Map<String, String> properties) {
        return new SpecialProperties(properties);
    }

    /** What the question names in the place of the survey's subject. */
    public Optional<String> productName() {
        return line("question_product_name");
    }

    /** The mail's subject. */
    public Optional<String> subject() {
        return line("delighted_email_subject");
    }

    /** What the mail says before its question. */
    public Optional<String> introduction() {
        return value("delighted_intro_message");
    }

    /** A language tag such as {@code de} or {@code pt-BR}; nothing for what is none. */
    public Optional<String> locale() {
        return value("locale").filter(tag -> LOCALE.matcher(tag).matches()).map(tag -> tag.replace('_', '-'));
    }

    public Optional<String> thanks() {
        return value("thank_you_message");
    }

    public Optional<String> thanksLinkText() {
        return line("thank_you_link_text");
    }

    /** A web address; nothing for one of another scheme, which a page must not link to. */
    public Optional<String> thanksLink() {
        return value("thank_you_link_url").filter(link -> LINK.matcher(link).matches());
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A value that stands in one line: a mail's header, a button. */
    private Optional<String> line(String name) {
        return value(name).map(text -> text.replaceAll("\\s+", " "));
    }

    private static String normal(String name) {
        String snake = HUMP.matcher(name.strip()).replaceAll("_").toLowerCase(Locale.ROOT);
        return OTHERS.matcher(snake).replaceAll("_");
    }
}
