package likely.surveys.texts;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import likely.surveys.Question;
import likely.surveys.Question.Choice;
import likely.surveys.Question.Consent;
import likely.surveys.Question.FreeText;
import likely.surveys.Question.Option;
import likely.surveys.Question.Scale;

/**
 * The owner's words for a survey's further questions in another language than that in which they stand in the survey: under
 * {@code questions.ID} and, for a choice, {@code questions.ID.OPTION}. They are plain text without placeholders.
 */
final class QuestionWords {
    private static final String PREFIX = "questions.";
    private static final Pattern KEY = Pattern.compile("questions(\\.[A-Za-z0-9_-]{1,40}){1,2}");

    private final Function<String, Optional<String>> own;

    /** @param own what the owner wrote under a key */
    QuestionWords(Function<String, Optional<String>> own) {
        this.own = own;
    }

    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    /** The question with its own words in the place of the survey's, as far as there are any. */
    Question of(Question question) {
        String id = question.id();
        String text = words(id, question.text());
        if (question instanceof Choice choice) {
            List<Option> options = choice.options().stream()
                    .map(option -> new Option(option.id(), words(id + "." + option.id(), option.text())))
                    .toList();
            return new Choice(id, text, choice.multiple(), options);
        } else if (question instanceof Scale scale) {
            return new Scale(id, text, scale.min(), scale.max());
        }
        return question instanceof Consent ? new Consent(id, text) : new FreeText(id, text);
    }

    private String words(String name, String otherwise) {
        return own.apply(PREFIX + name).orElse(otherwise);
    }
}
