package likely.surveys.widget;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import likely.scoring.Band;
import likely.scoring.Score;
import likely.surveys.Questions;
import likely.surveys.Survey;
import likely.surveys.json.Json;
import likely.surveys.texts.SurveyWords;
import org.jspecify.annotations.Nullable;

/** What a widget needs to ask: the same for everybody who reads a language, and in that language alone. */
public final class PublicSurvey {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8}){0,4}");

    /** A browser names a few; more would only be more addresses of one reply. */
    private static final int MOST_WISHES = 5;

    private PublicSurvey() {}

    /**
     * The reply.
     *
     * @param wanted language tags with commas between them, the most wanted first, of which five are looked at; null, or
     *     ones in which there are no words, for the survey's own language
     */
    public static Map<String, Object> of(Survey survey, boolean open, @Nullable String wanted) {
        SurveyWords words = SurveyWords.of(survey, null, wishes(wanted));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", survey.id());
        view.put("name", survey.subject().brand());
        view.put("open", open);
        view.put("locale", words.language().tag());
        view.put("dir", words.language().direction());
        view.put("languages", survey.languages());
        view.put("question", words.question());
        view.put("labels", Json.texts("low", words.low(), "high", words.high()));
        // By score, so that no page has to know where a band begins.
        view.put(
                "bands",
                Score.ALL.stream()
                        .map(score -> WidgetDocument.name(score.band()))
                        .toList());
        view.put("follow_ups", byBand(words::followUp));
        view.put("questions", Questions.write(words.questions(survey)));
        view.put("thanks", byBand(words::thanks));
        Map<String, String> buttons = Json.texts("send", words.text("button.send"), "skip", words.text("button.skip"));
        buttons.put("close", words.text("button.close"));
        view.put("words", buttons);
        view.put("widget", widget(survey));
        return view;
    }

    private static Map<String, Object> widget(Survey survey) {
        Widget widget = survey.widget();
        Map<String, Object> view = WidgetDocument.rules(widget);
        String brand = Objects.requireNonNullElse(
                widget.color(), survey.outreach().sender().color());
        Map<String, Object> colors = new LinkedHashMap<>();
        colors.put("light", color(CardColor.on(CardColor.LIGHT_CARD, brand)));
        colors.put("dark", color(CardColor.on(CardColor.DARK_CARD, brand)));
        view.put("colors", colors);
        return view;
    }

    private static Map<String, String> color(CardColor color) {
        return Json.texts("mark", color.mark(), "on", color.on());
    }

    private static @Nullable String wishes(@Nullable String wanted) {
        return wanted == null
                ? null
                : Stream.of(wanted.split(",", MOST_WISHES + 1))
                        .limit(MOST_WISHES)
                        .map(String::strip)
                        .filter(tag -> TAG.matcher(tag).matches())
                        .collect(Collectors.joining(","));
    }

    private static Map<String, String> byBand(Function<Band, String> texts) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (Band band : Band.values()) {
            byName.put(WidgetDocument.name(band), texts.apply(band));
        }
        return byName;
    }
}
