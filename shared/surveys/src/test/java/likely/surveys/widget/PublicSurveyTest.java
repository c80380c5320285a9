package likely.surveys.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicSurveyTest {
    private static final Survey BLANK = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0);
    private static final Survey GERMAN = SurveyDocument.apply(BLANK, Json.object("""
            {"languages":["de-AT","en"],"follow_ups":{"passive":"Was noch?"},
             "texts":{"de":{"button.send":"Ab damit"},"sw":{"button.send":"Tuma"}}}"""));

    private static Map<String, Object> view(Survey survey, @Nullable String wanted) {
        return PublicSurvey.of(survey, true, wanted);
    }

    @Test
    void words_are_those_of_the_surveys_own_language_unless_another_is_wanted() {
        assertThat(view(GERMAN, null))
                .containsEntry("locale", "de")
                .containsEntry("question", "Wie wahrscheinlich ist es, dass Sie Acme Freunden oder Kollegen empfehlen?")
                .containsEntry("labels", Map.of("low", "sehr unwahrscheinlich", "high", "sehr wahrscheinlich"))
                .containsEntry("words", Map.of("send", "Ab damit", "skip", "Überspringen", "close", "Schließen"));
        assertThat((Map<?, ?>) view(GERMAN, null).get("follow_ups"))
                .isEqualTo(Map.of(
                        "passive", "Was noch?",
                        "promoter", "Was gefällt Ihnen am besten?",
                        "detractor", "Was hat Sie enttäuscht, und was sollten wir besser machen?"));
        assertThat(view(GERMAN, "en").toString()).doesNotContain("empfehlen", "Was noch?", "Ab damit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pt-BR,en        | pt-BR | ltr",
                "pt-PT           | pt    | ltr",
                "fr-CA,de        | fr    | ltr",
                "tlh,sv          | sv    | ltr",
                "sw              | sw    | ltr",
                "ar-EG           | ar    | rtl",
                "he              | he    | rtl",
                "fa-IR           | fa    | rtl",
                "zh-Hant-HK      | zh-TW | ltr",
                "a,b,c,d,e,fr    | de    | ltr",
                "no tag at all,fr| fr    | ltr",
                ",,              | de    | ltr",
                "x;q=1,%00       | de    | ltr",
            })
    void the_first_of_five_wishes_that_there_are_words_for_is_granted(String wanted, String locale, String dir) {
        assertThat(view(GERMAN, wanted)).containsEntry("locale", locale).containsEntry("dir", dir);
    }

    @Test
    void every_wish_for_one_language_gets_the_same_reply() {
        assertThat(Json.write(view(GERMAN, "fr-FR,de"))).isEqualTo(Json.write(view(GERMAN, "fr-CA,en,sv")));
    }

    @Test
    void colors_come_worked_out_from_the_widgets_or_else_the_senders() {
        Survey sender = SurveyDocument.apply(BLANK, Json.object("{\"sender\":{\"color\":\"#ffe600\"}}"));
        assertThat(colors(sender))
                .isEqualTo(Map.of(
                        "light", Map.of("mark", "#827500", "on", "#ffffff"),
                        "dark", Map.of("mark", "#ffe600", "on", "#000000")));
        Survey own = SurveyDocument.apply(sender, Json.object("{\"widget\":{\"color\":\"#000000\"}}"));
        assertThat(colors(own).toString()).contains("#000000", "#878787").doesNotContain("#ffe600");
    }

    @Test
    void it_has_all_that_decides_when_to_ask_and_nothing_that_is_the_owners() {
        Map<String, Object> view = view(SurveyDocument.apply(BLANK, Json.object("""
                {"target":50,"segments":["plan"],"widget":{"pages":["/products/*"],"share":0.5}}""")), null);
        assertThat(view)
                .doesNotContainKeys("target", "segments", "allowed_origins", "limits", "retention_days", "version");
        assertThat((Map<?, ?>) view.get("widget"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("trigger", trigger()),
                        Map.entry("page_views", 1),
                        Map.entry("share", 0.5),
                        Map.entry("pages", List.of("/products/*")),
                        Map.entry("except_pages", List.of()),
                        Map.entry("devices", List.of("desktop", "tablet", "mobile")),
                        Map.entry("rest_days", 90),
                        Map.entry("dismissed_days", 30),
                        Map.entry("position", "bottom-end"),
                        Map.entry("theme", "auto"),
                        Map.entry("links", Map.of()),
                        Map.entry("stamp", true),
                        Map.entry("do_not_track", false),
                        Map.entry("colors", colors(BLANK))));
    }

    private static Map<String, Object> trigger() {
        return Json.object("""
                {"after_seconds":10,"scroll_percent":null,"element":null,"event":null,"exit_intent":false}""");
    }

    private static Map<?, ?> colors(Survey survey) {
        return (Map<?, ?>) ((Map<?, ?>) view(survey, null).get("widget")).get("colors");
    }
}
