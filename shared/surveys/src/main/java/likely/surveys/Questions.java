package likely.surveys;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import likely.surveys.Question.Choice;
import likely.surveys.Question.Consent;
import likely.surveys.Question.FreeText;
import likely.surveys.Question.Option;
import likely.surveys.Question.Scale;
import likely.surveys.json.Fields;
import likely.surveys.json.Json;
import org.jspecify.annotations.Nullable;

/** The further questions as JSON. */
public final class Questions {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final int MOST = 20;
    private static final int MOST_OPTIONS = 50;
    private static final int LONGEST_TEXT = 500;

    private enum Type {
        CHOICE,
        TEXT,
        SCALE,
        CONSENT
    }

    private Questions() {}

    static List<Question> read(Fields survey) {
        List<Question> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        survey.objects("questions", MOST, fields -> {
            String id = requireNonNullElse(identifier(fields, ids), "");
            Type type = required(fields, "type", fields.one("type", Type.class));
            String text = requireNonNullElse(required(fields, "text", fields.text("text", LONGEST_TEXT)), "");
            if (type != null) {
                questions.add(question(type, id, text, fields));
            }
        });
        return questions;
    }

    /** As a survey's document has them, and as pages get them. */
    public static List<Map<String, Object>> write(List<Question> questions) {
        return questions.stream().map(Questions::write).toList();
    }

    private static Question question(Type type, String id, String text, Fields fields) {
        return switch (type) {
            case TEXT -> new FreeText(id, text);
            case CONSENT -> new Consent(id, text);
            case SCALE -> scale(id, text, fields);
            case CHOICE -> new Choice(id, text, requireNonNullElse(fields.bool("multiple"), false), options(fields));
        };
    }

    private static Question scale(String id, String text, Fields fields) {
        int min = requireNonNullElse(fields.integer("min", 0, 100), 1);
        int max = requireNonNullElse(fields.integer("max", 0, 100), 5);
        if (min >= max) {
            fields.refuse("max", "is not above min");
        }
        return new Scale(id, text, min, max);
    }

    private static List<Option> options(Fields fields) {
        List<Option> options = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        fields.objects("choices", MOST_OPTIONS, choice -> {
            String id = identifier(choice, ids);
            String text = required(choice, "text", choice.text("text", LONGEST_TEXT));
            if (id != null && text != null) {
                options.add(new Option(id, text));
            }
        });
        if (options.isEmpty()) {
            fields.refuse("choices", "is empty");
        }
        return options;
    }

    private static @Nullable String identifier(Fields fields, Set<String> taken) {
        String id = required(
                fields, "id", fields.matching("id", ID, "is not 1 to 40 letters, digits, hyphens or underscores"));
        if (id != null && !taken.add(id)) {
            fields.refuse("id", "is there twice");
        }
        return id;
    }

    private static <T> @Nullable T required(Fields fields, String name, @Nullable T value) {
        if (!fields.has(name)) {
            fields.refuse(name, "is missing");
        }
        return value;
    }

    private static Map<String, Object> write(Question question) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", question.id());
        if (question instanceof Choice choice) {
            json.put("type", "choice");
            json.put("multiple", choice.multiple());
            json.put(
                    "choices",
                    choice.options().stream()
                            .map(option -> Json.texts("id", option.id(), "text", option.text()))
                            .toList());
        } else if (question instanceof Scale scale) {
            json.put("type", "scale");
            json.put("min", scale.min());
            json.put("max", scale.max());
        } else {
            json.put("type", question instanceof Consent ? "consent" : "text");
        }
        json.put("text", question.text());
        return json;
    }
}
