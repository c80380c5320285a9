package likely.functions.recordresponse.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.aws.http.FormBody;
import likely.surveys.Question;
import likely.surveys.Question.Choice;
import likely.surveys.Question.Consent;
import likely.surveys.Question.Scale;
import likely.surveys.Response;
import likely.surveys.Submission;
import likely.surveys.Survey;
import likely.surveys.answering.Asked;
import likely.surveys.json.Invalid;
import org.jspecify.annotations.Nullable;

/** What a form of the survey page says, as a submission: texts become the numbers and booleans that they stand for. */
final class Said {
    private Said() {}

    /**
     * Reads the score, and the rest where the form asked for it; what it did not ask for stays as it was given before.
     *
     * @throws Invalid naming every field that is wrong, and why
     */
    static Submission read(
            FormBody form,
            Survey survey,
            Asked asked,
            String submissionId,
            Optional<Response> before,
            String language) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("submissionId", submissionId);
        form.text("score").ifPresent(score -> body.put("score", number(score)));
        if (form.text("step").filter("more"::equals).isPresent()) {
            form.text("comment").ifPresent(comment -> body.put("comment", comment));
            body.put("answers", answers(form, survey));
        } else {
            before.map(Response::comment).ifPresent(comment -> body.put("comment", comment));
            body.put("answers", before.map(Response::answers).orElse(Map.of()));
        }
        body.put("properties", asked.properties());
        body.put("locale", language);
        return Submission.read(body, survey).from(asked.touchpoint());
    }

    private static Map<String, Object> answers(FormBody form, Survey survey) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Question question : survey.questions()) {
            List<String> given = form.all(Parts.ANSWER + question.id());
            if (!given.isEmpty()) {
                answers.put(question.id(), answer(question, given));
            }
        }
        return answers;
    }

    private static Object answer(Question question, List<String> given) {
        String last = given.get(given.size() - 1);
        if (question instanceof Choice choice) {
            return choice.multiple() ? given : last;
        } else if (question instanceof Scale) {
            return number(last);
        }
        return question instanceof Consent ? consent(last) : last;
    }

    private static Object consent(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> text; // which is refused by name
        };
    }

    private static Object number(String text) {
        @Nullable Integer number = chosen(text);
        return number == null ? text : number;
    }

    /** A whole number of at most two digits, or null. */
    static @Nullable Integer chosen(String text) {
        return text.matches("[0-9]{1,2}") ? Integer.valueOf(text) : null;
    }
}
