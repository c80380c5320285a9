package likely.surveys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The segments of an answer that its survey counts, as {@code name=value}: properties and closed questions alike. */
public final class Segments {
    /** A survey counts at most so many names. */
    public static final int MOST_NAMES = 20;

    /** A question with several choices gives several values; past this many the rest are not counted. */
    public static final int MOST_VALUES = 40;

    static final int LONGEST_VALUE = 100;

    private Segments() {}

    public static List<String> of(Survey survey, Map<String, String> properties, Map<String, Object> answers) {
        List<String> segments = new ArrayList<>();
        for (String name : survey.segments()) {
            Optional<Question> question = survey.question(name).filter(Question::closed);
            if (question.isPresent()) {
                add(segments, name, answers.get(name));
            } else {
                add(segments, name, properties.get(name));
            }
        }
        return List.copyOf(segments.size() > MOST_VALUES ? segments.subList(0, MOST_VALUES) : segments);
    }

    private static void add(List<String> segments, String name, @Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(one -> add(segments, name, one));
        } else if (value != null && !value.toString().isBlank()) {
            segments.add(name + "=" + shortened(value.toString().strip()));
        }
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST_VALUE
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE));
    }
}
