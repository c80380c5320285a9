package likely.surveys.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object, and gathers what is wrong with all of them before anything is refused. An
 * absent field and a null one are the same; each reader answers null for them and for a field that it has refused.
 */
public final class Fields {
    /** So many refusals say enough; the rest would only make the reply larger than what was sent. */
    private static final int MOST_ERRORS = 50;

    private static final int LONGEST_SHOWN = 64;

    private final String path;
    private final Map<String, Object> values;
    private final List<FieldError> errors;

    private Fields(String path, Map<String, Object> values, List<FieldError> errors) {
        this.path = path;
        this.values = values;
        this.errors = errors;
    }

    public static Fields of(Map<String, Object> values) {
        return new Fields("", values, new ArrayList<>());
    }

    /** The fields of an object inside of something that is not read by this class: {@code person.payload}. */
    public static Fields of(String path, Map<String, Object> values) {
        return new Fields(path + ".", values, new ArrayList<>());
    }

    /** Throws what was gathered, if anything was. */
    public void check() {
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    public void refuse(String name, String reason) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new FieldError(path + shown(name), reason));
        }
    }

    /** Whether it was sent as null, as against not at all. */
    public boolean cleared(String name) {
        return values.containsKey(name) && values.get(name) == null;
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    public Set<String> names() {
        return values.keySet();
    }

    /** Text that is not blank, of at most {@code max} characters (code points), without control characters. */
    public @Nullable String text(String name, int max) {
        String text = string(name);
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            return refused(name, "is blank");
        }
        return fits(name, text, max) ? text : null;
    }

    /** Text of a person, kept as it is; blank is absent. */
    public @Nullable String prose(String name, int max) {
        String text = string(name);
        return text == null || text.isBlank() || !fits(name, text, max) ? null : text;
    }

    public @Nullable String matching(String name, Pattern pattern, String reason) {
        String text = string(name);
        if (text == null) {
            return null;
        }
        return pattern.matcher(text).matches() ? text : refused(name, reason);
    }

    public @Nullable Integer integer(String name, int min, int max) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Integer number && number >= min && number <= max) {
            return number;
        }
        return refused(name, "is not a whole number from " + min + " to " + max);
    }

    /** A number with or without a fraction. */
    public @Nullable Double number(String name, int min, int max) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number && number.doubleValue() >= min && number.doubleValue() <= max) {
            return number.doubleValue();
        }
        return refused(name, "is not a number from " + min + " to " + max);
    }

    /** A whole address for people to follow. */
    public @Nullable String https(String name, int max) {
        String text = text(name, max);
        return text == null || WebAddress.isHttps(text) ? text : refused(name, "is not an https address");
    }

    public @Nullable Long seconds(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number && (value instanceof Integer || value instanceof Long)) {
            long seconds = number.longValue();
            if (seconds >= 0 && seconds < 253_402_300_800L) {
                return seconds;
            }
        }
        return refused(name, "is not a time in Unix seconds");
    }

    public @Nullable Boolean bool(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        return value instanceof Boolean bool ? bool : refused(name, "is not true or false");
    }

    /** One of an enum's constants, written in lower case. */
    public <E extends Enum<E>> @Nullable E one(String name, Class<E> kind) {
        return one(name, kind, constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    /**
     * One of an enum's constants.
     *
     * @param word how each is written
     */
    public <E extends Enum<E>> @Nullable E one(String name, Class<E> kind, Function<? super E, String> word) {
        String text = string(name);
        if (text == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (E constant : kind.getEnumConstants()) {
            String written = word.apply(constant);
            if (written.equals(text)) {
                return constant;
            }
            names.add(written);
        }
        return refused(name, "is not one of " + String.join(", ", names));
    }

    public @Nullable Fields object(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof List<?> list && list.isEmpty()) { // PHP's empty map
            return new Fields(path + name + ".", Map.of(), errors);
        }
        return value instanceof Map<?, ?> map
                ? new Fields(path + name + ".", strings(map), errors)
                : refused(name, "is not an object");
    }

    /** The texts of a list, each refused by its own place in it. */
    public @Nullable List<String> texts(String name, int most, int max) {
        List<?> list = list(name, most);
        if (list == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Fields item = item(name, i, list.get(i));
            String text = item.text("", max);
            if (text != null) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    /** Calls back for each object of a list. */
    public void objects(String name, int most, Consumer<Fields> each) {
        List<?> list = list(name, most);
        for (int i = 0; list != null && i < list.size(); i++) {
            if (list.get(i) instanceof Map<?, ?> map) {
                each.accept(new Fields(path + name + "[" + i + "].", strings(map), errors));
            } else {
                refuse(name + "[" + i + "]", "is not an object");
            }
        }
    }

    /** The raw value: text, whole or broken number, boolean, list or map. */
    public @Nullable Object raw(String name) {
        return values.get(name);
    }

    /** A map of short texts; numbers and booleans become text, null entries are dropped. */
    public @Nullable Map<String, String> properties(String name, int most, int maxName, int maxValue) {
        Fields map = object(name);
        if (map == null) {
            return null;
        }
        if (map.values.size() > most) {
            return refused(name, "has more than " + most + " entries");
        }
        Map<String, String> properties = new LinkedHashMap<>();
        map.values.forEach((key, value) -> {
            if (key.isBlank() || key.codePointCount(0, key.length()) > maxName || problem(key) != null) {
                refuse(name, "has a name that is blank, longer than " + maxName + " characters or not plain text");
            } else if (value instanceof Map || value instanceof List || isEndless(value)) {
                map.refuse(key, "is not text, a number or a boolean");
            } else if (value != null && map.fits(key, value.toString(), maxValue)) {
                properties.put(key, value.toString());
            }
        });
        return Map.copyOf(properties);
    }

    private @Nullable List<?> list(String name, int most) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> list)) {
            return refused(name, "is not a list");
        }
        return list.size() > most ? refused(name, "has more than " + most + " entries") : list;
    }

    private Fields item(String name, int place, @Nullable Object value) {
        Map<String, Object> single = new LinkedHashMap<>();
        single.put("", value == null ? "" : value);
        return new Fields(path + name + "[" + place + "]", single, errors);
    }

    private @Nullable String string(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        return value instanceof String text ? text : refused(name, "is not text");
    }

    private boolean fits(String name, String text, int max) {
        if (text.codePointCount(0, text.length()) > max) {
            refuse(name, "is longer than " + max + " characters");
            return false;
        }
        String problem = problem(text);
        if (problem != null) {
            refuse(name, problem);
        }
        return problem == null;
    }

    /** What a text has that none should have, or null. */
    private static @Nullable String problem(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                return "has a control character";
            } else if (c == '\ufffd' || (Character.isSurrogate(c) && !paired(text, i))) {
                return "is not valid Unicode";
            }
        }
        return null;
    }

    /** A number that is larger than any that is kept. */
    private static boolean isEndless(@Nullable Object value) {
        return value instanceof Double number && !Double.isFinite(number);
    }

    /** A name as it may be repeated: short, and whole characters, since half a pair cannot be written as UTF-8. */
    private static String shown(String name) {
        String shortened = name.codePointCount(0, name.length()) <= LONGEST_SHOWN
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_SHOWN));
        StringBuilder whole = new StringBuilder();
        shortened
                .codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\ufffd' : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // it is null, of whatever type the reader answers
    private <T> @Nullable T refused(String name, String reason) {
        refuse(name, reason);
        return null;
    }

    private static Map<String, Object> strings(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
