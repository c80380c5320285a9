package likely.surveys.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import likely.scoring.Band;
import likely.surveys.Questions;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.Campaign.Reminders;
import likely.surveys.campaigns.Trigger;
import likely.surveys.json.Json;
import org.junit.jupiter.api.Test;

class SurveyWordsTest {
    private static final Survey PURCHASE = SurveyTemplate.AFTER_PURCHASE.survey("demo", "Acme", 1_000);

    private static Survey with(Survey survey, String json) {
        return SurveyDocument.apply(survey, Json.object(json));
    }

    private static Campaign campaign(Map<String, Map<String, String>> texts) {
        Trigger event = new Trigger.Event(null, "OrderCompleted", "order", Set.of(), Duration.ZERO, Map.of());
        return new Campaign("c", "demo", "C", true, event, Reminders.NONE, texts, 0, 0, 1);
    }

    @Test
    void a_templates_experience_is_told_in_the_persons_language() {
        assertThat(SurveyWords.of(PURCHASE, null, "de-CH").question())
                .isEqualTo("Wie wahrscheinlich ist es nach Ihrer Erfahrung mit Ihrem letzten Einkauf, dass Sie Acme"
                        + " Freunden oder Kollegen empfehlen?");
        assertThat(SurveyWords.of(with(PURCHASE, "{\"experience\":\"visiting us\"}"), null, "en-GB")
                        .question())
                .isEqualTo("Based on your experience of visiting us, how likely are you to recommend Acme to a friend"
                        + " or colleague?");
    }

    @Test
    void an_owner_names_the_experience_in_each_language() {
        Survey survey = with(PURCHASE, """
                {"experience":"visiting us","texts":{"de":{"experience":"Ihrem Besuch"}}}""");
        assertThat(SurveyWords.of(survey, null, "de").question()).contains("mit Ihrem Besuch,");
    }

    @Test
    void a_campaigns_words_go_before_the_surveys_and_these_before_the_shipped() {
        Survey survey = with(PURCHASE, """
                {"texts":{"de":{"mail.subject":"S {brand}","button.send":"Los"},"en":{"button.send":"Go"}}}""");
        SurveyWords words = SurveyWords.of(survey, campaign(Map.of("de", Map.of("mail.subject", "C {brand}"))), "de");
        assertThat(words.text("mail.subject")).isEqualTo("C Acme");
        assertThat(words.text("button.send")).isEqualTo("Los");
        assertThat(words.text("button.skip")).isEqualTo("Überspringen");
    }

    @Test
    void words_for_a_language_hold_for_its_regions_unless_these_have_their_own() {
        Survey survey = with(PURCHASE, """
                {"texts":{"pt":{"button.send":"Já"},"pt-br":{"button.skip":"Depois"}}}""");
        SurveyWords words = SurveyWords.of(survey, null, "pt-BR");
        assertThat(words.text("button.send")).isEqualTo("Já");
        assertThat(words.text("button.skip")).isEqualTo("Depois");
        assertThat(words.text("button.save")).isEqualTo("Salvar");
    }

    @Test
    void what_is_written_in_the_survey_itself_is_in_its_own_language_alone_and_taken_as_it_stands() {
        Survey survey = with(PURCHASE, """
                {"languages":["fr"],"follow_ups":{"passive":"L'idée {sic} ?"},"labels":{"low":"jamais"}}""");
        assertThat(SurveyWords.of(survey, null, null).followUp(Band.PASSIVE)).isEqualTo("L'idée {sic} ?");
        assertThat(SurveyWords.of(survey, null, null).low()).isEqualTo("jamais");
        assertThat(SurveyWords.of(survey, null, "it").followUp(Band.PASSIVE))
                .isEqualTo("Che cosa manca per arrivare a 9 o a 10?");
        assertThat(SurveyWords.of(survey, null, "it").low()).isEqualTo("per niente probabile");
    }

    @Test
    void plurals_are_those_of_the_language() {
        SurveyWords words = SurveyWords.of(PURCHASE, null, "pl");
        assertThat(words.text("choices.months", Map.of("n", 1))).isEqualTo("Raz w miesiącu");
        assertThat(words.text("choices.months", Map.of("n", 3))).isEqualTo("Raz na 3 miesiące");
        assertThat(words.text("choices.months", Map.of("n", 12))).isEqualTo("Raz na 12 miesięcy");
        assertThat(SurveyWords.of(PURCHASE, null, "ar").text("choices.months", Map.of("n", 2)))
                .isEqualTo("مرة كل شهرين");
    }

    @Test
    void own_words_that_cannot_be_filled_cost_their_wording_alone() {
        Campaign broken = campaign(Map.of("en", Map.of("mail.subject", "{gone}", "mail.intro", "{brand")));
        SurveyWords words = SurveyWords.of(PURCHASE, broken, "en");
        assertThat(words.text("mail.subject")).isEqualTo("One short question from Acme");
        assertThat(words.text("mail.intro")).startsWith("We would like to know");
    }

    @Test
    void a_brand_is_text_and_no_pattern() {
        SurveyWords words = SurveyWords.of(SurveyTemplate.RELATIONAL.survey("demo", "{n} $1 \\ 'A'", 0), null, null);
        assertThat(words.text("mail.subject")).isEqualTo("One short question from {n} $1 \\ 'A'");
    }

    @Test
    void a_text_that_there_is_not_is_a_mistake_of_ours() {
        SurveyWords words = SurveyWords.of(PURCHASE, null, null);
        assertThatThrownBy(() -> words.text("page.nothing")).hasMessage("There is no text page.nothing");
        assertThatThrownBy(() -> words.text("choices.months")).hasMessage("There is no value for {n}");
    }

    @Test
    void further_questions_are_asked_in_the_owners_words_for_a_language() {
        Survey survey = with(PURCHASE, """
                {"questions":[{"id":"reason","type":"choice","text":"Why?",
                               "choices":[{"id":"price","text":"Price"},{"id":"other","text":"Other"}]},
                              {"id":"contact","type":"consent","text":"May we write?"}],
                 "texts":{"de":{"questions.reason":"Warum?","questions.reason.price":"Preis"}}}""");

        assertThat(Questions.write(SurveyWords.of(survey, null, "de-AT").questions(survey)))
                .isEqualTo(Questions.write(with(PURCHASE, """
                        {"questions":[{"id":"reason","type":"choice","text":"Warum?",
                                       "choices":[{"id":"price","text":"Preis"},{"id":"other","text":"Other"}]},
                                      {"id":"contact","type":"consent","text":"May we write?"}]}""").questions()));
        assertThat(SurveyWords.of(survey, null, "fr").questions(survey)).isEqualTo(survey.questions());
    }
}
