package likely.functions.recordresponse.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import likely.aws.http.FormBody;
import likely.scoring.Score;
import likely.surveys.Question;
import likely.surveys.Question.Choice;
import likely.surveys.Question.Consent;
import likely.surveys.Question.FreeText;
import likely.surveys.Question.Scale;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.people.SpecialProperties;
import likely.surveys.texts.SurveyWords;
import org.jspecify.annotations.Nullable;

/** The parts of the survey page, as page.html names them. */
final class Parts {
    /** The name of a further question's field is this and the question's id. */
    static final String ANSWER = "answer.";

    private Parts() {}

    /** The row from 0 to 10. */
    static Map<String, Object> question(SurveyWords words, String page, @Nullable Integer chosen) {
        List<Map<String, Object>> scores = new ArrayList<>();
        for (Score score : Score.ALL) {
            scores.add(Map.of("value", score.value(), "chosen", Objects.equals(chosen, score.value())));
        }
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("question", words.question());
        part.put("scores", scores);
        part.put("low", words.low());
        part.put("high", words.high());
        part.put("page", page);
        part.put("send", words.text("button.send"));
        part.put(
                "chosen_note",
                chosen == null
                        ? ""
                        : words.text("page.chosen", Map.of("score", chosen, "send", words.text("button.send"))));
        return part;
    }

    /** The same with what was typed in the place of what is stored: nobody should have to type it again. */
    static Map<String, Object> more(Survey survey, SurveyWords words, String page, Response given, FormBody typed) {
        Map<String, Object> part = more(survey, words, page, given);
        typed.text("comment").ifPresent(comment -> part.put("comment", comment));
        return part;
    }

    /** What is asked after the score. */
    static Map<String, Object> more(Survey survey, SurveyWords words, String page, Response given) {
        List<Map<String, Object>> questions = new ArrayList<>();
        words.questions(survey).forEach(one -> questions.add(question(one, words, given)));
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("heading", words.text("page.saved"));
        part.put("score", given.score().value());
        part.put("change", words.text("page.change"));
        part.put("follow_up", words.followUp(given.score().band()));
        part.put("optional", words.text("page.optional"));
        part.put("comment", Optional.ofNullable(given.comment()).orElse(""));
        part.put("questions", questions);
        part.put("page", page);
        part.put("send", words.text("button.send"));
        return part;
    }

    static Map<String, Object> thanks(SurveyWords words, String page, Response given, Map<String, String> properties) {
        SpecialProperties special = SpecialProperties.of(properties);
        Map<String, Object> part = new LinkedHashMap<>();
        part.put(
                "thanks",
                special.thanks().orElseGet(() -> words.thanks(given.score().band())));
        special.thanksLink()
                .ifPresent(url -> part.put(
                        "link",
                        Map.of("url", url, "text", special.thanksLinkText().orElse(url))));
        part.put("change", words.text("page.change"));
        part.put("page", page);
        return part;
    }

    private static Map<String, Object> question(Question question, SurveyWords words, Response given) {
        Object said = given.answers().get(question.id());
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("text", question.text());
        part.put("name", ANSWER + question.id());
        part.put("optional", words.text("page.optional"));
        if (question instanceof FreeText) {
            part.put("value", said == null ? "" : said);
            return Map.of("free", part);
        }
        boolean many = question instanceof Choice choice && choice.multiple();
        List<Map<String, Object>> options = options(question, words);
        options.forEach(option -> {
            option.put("type", many ? "checkbox" : "radio");
            option.put("name", ANSWER + question.id());
            option.put("chosen", isSaid(said, String.valueOf(option.get("value"))));
        });
        part.put("options", options);
        return Map.of("choices", part);
    }

    private static List<Map<String, Object>> options(Question question, SurveyWords words) {
        List<Map<String, Object>> options = new ArrayList<>();
        if (question instanceof Choice choice) {
            choice.options().forEach(option -> options.add(option(option.id(), option.text())));
        } else if (question instanceof Scale scale) {
            for (int step = scale.min(); step <= scale.max(); step++) {
                options.add(option(Integer.toString(step), Integer.toString(step)));
            }
        } else if (question instanceof Consent) {
            options.add(option("true", words.text("answer.yes")));
            options.add(option("false", words.text("answer.no")));
        }
        return options;
    }

    private static Map<String, Object> option(String value, String text) {
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("value", value);
        option.put("text", text);
        return option;
    }

    private static boolean isSaid(@Nullable Object said, String value) {
        return said instanceof List<?> list
                ? list.stream().anyMatch(one -> value.equals(String.valueOf(one)))
                : value.equals(String.valueOf(said));
    }
}
