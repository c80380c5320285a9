package likely.surveys.texts;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.util.ULocale;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with placeholders, in the language of ICU's MessageFormat. */
final class Message {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
    private static final Pattern SYNTAX = Pattern.compile("[{}']");

    /** Uses that need a number. */
    static final Set<ArgType> COUNTED = Set.of(ArgType.PLURAL, ArgType.SELECTORDINAL);

    private Message() {}

    /**
     * The text with values in its places.
     *
     * @throws IllegalArgumentException when it is not well formed, or a placeholder has no value
     */
    static String format(String pattern, Map<String, ?> values, Language language) {
        if (!isPlain(pattern)) {
            for (String name : placeholders(pattern).keySet()) {
                value(name, values);
            }
            return new MessageFormat(pattern, locale(language)).format(values);
        }
        return PLACEHOLDER
                .matcher(pattern)
                .replaceAll(place ->
                        Matcher.quoteReplacement(value(place.group(1), values).toString()));
    }

    /**
     * The placeholders by name, with the way in which each is used.
     *
     * @throws IllegalArgumentException when the text is not well formed
     */
    static Map<String, ArgType> placeholders(String pattern) {
        Map<String, ArgType> found = new LinkedHashMap<>();
        MessagePattern parsed = new MessagePattern(pattern);
        for (int i = 0; i < parsed.countParts(); i++) {
            if (parsed.getPartType(i) == Part.Type.ARG_START) {
                ArgType use = parsed.getPart(i).getArgType();
                found.merge(
                        parsed.getSubstring(parsed.getPart(i + 1)),
                        use,
                        (one, other) -> one == ArgType.NONE ? other : one);
            }
        }
        return found;
    }

    /** A pattern that says just this, whatever signs are in it. */
    static String literal(String text) {
        return SYNTAX.matcher(text).replaceAll(sign -> sign.group().equals("'") ? "''" : "'" + sign.group() + "'");
    }

    /**
     * Whether there is nothing in it but text and {@code {name}}: then it needs no parser, and the function that people
     * wait for need not load one.
     */
    private static boolean isPlain(String pattern) {
        return !SYNTAX.matcher(PLACEHOLDER.matcher(pattern).replaceAll("")).find();
    }

    private static Object value(String name, Map<String, ?> values) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("There is no value for {" + name + "}");
        }
        return value;
    }

    /** Digits are those of the scale from 0 to 10, which are the same everywhere. */
    private static ULocale locale(Language language) {
        return ULocale.forLanguageTag(language.tag() + "-u-nu-latn");
    }
}
