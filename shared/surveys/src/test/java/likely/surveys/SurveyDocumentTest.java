package likely.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.scoring.Band;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SurveyDocumentTest {
    private static final Survey BLANK = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 1_000);

    @ParameterizedTest
    @EnumSource(SurveyTemplate.class)
    void what_is_stored_is_read_back_the_same(SurveyTemplate template) {
        Survey survey = template.survey("demo", "Acme", 1_000);
        assertThat(SurveyDocument.stored(Json.object(Json.write(SurveyDocument.write(survey)))))
                .isEqualTo(survey);
    }

    @Test
    void everything_that_can_be_set_is_read_back_the_same() {
        Survey survey = SurveyDocument.changed(BLANK, Json.object("""
                {"name":"Shop","brand":"Shop Ltd","asks_about":"product","subject":"the kettle","experience":"a visit",
                 "labels":{"low":"never","high":"surely"},"languages":["de","pt-BR"],
                 "follow_ups":{"passive":"What else?"},"thanks":{"promoter":"Thanks!"},
                 "questions":[{"id":"q1","type":"choice","text":"Why?","multiple":true,
                               "choices":[{"id":"a","text":"A"}]},
                              {"id":"q2","type":"scale","text":"How?","min":0,"max":100},
                              {"id":"q3","type":"text","text":"What?"},{"id":"q4","type":"consent","text":"May we?"}],
                 "allowed_origins":["https://shop.example"],"time_zone":"Europe/Berlin","segments":["q1","plan"],
                 "limits":{"responses":10,"closes_at":2000},"target":-100,"retention_days":30}"""), 2_000);
        assertThat(SurveyDocument.stored(Json.object(Json.write(SurveyDocument.write(survey)))))
                .isEqualTo(survey);
        assertThat(survey.version()).isEqualTo(2);
        assertThat(survey.createdAt()).isEqualTo(1_000);
        assertThat(survey.updatedAt()).isEqualTo(2_000);
        assertThat(survey.followUps()).containsExactly(Map.entry(Band.PASSIVE, "What else?"));
    }

    @ParameterizedTest
    @CsvSource({"{}, 30", "{\"responses\":9}, 30", "{\"per_place\":5}, 5", "{\"per_place\":null},"})
    void thirty_answers_a_place_and_hour_are_ordinary_unless_another_number_is_given_or_none(
            String limits, Integer perPlace) {
        Survey survey = SurveyDocument.apply(BLANK, Json.object("{\"limits\":" + limits + "}"));

        assertThat(survey.limits().perPlace()).isEqualTo(perPlace);
        assertThat(SurveyDocument.stored(Json.object(Json.write(SurveyDocument.write(survey))))
                        .limits())
                .isEqualTo(survey.limits());
    }

    @Test
    void what_is_not_given_stays_and_what_is_cleared_goes() {
        Survey aimed = SurveyDocument.apply(BLANK, Map.of("target", 50, "retention_days", 30));
        assertThat(SurveyDocument.apply(aimed, Map.of("unknown", 1))).isEqualTo(aimed);
        Map<String, Object> cleared = new LinkedHashMap<>();
        cleared.put("target", null);
        cleared.put("retention_days", null);
        assertThat(SurveyDocument.apply(aimed, cleared)).isEqualTo(BLANK);
    }

    @Test
    void words_that_are_the_shipped_ones_are_not_the_owners_own() {
        // As surveys were stored once, and as the owner takes words back
        Survey survey = SurveyDocument.apply(BLANK, Json.object("""
                {"labels":{"low":"not at all likely","high":"surely"},
                 "follow_ups":{"promoter":"What do you like most?","passive":"What else?"},
                 "thanks":{"promoter":"Thank you. We are glad to hear it."}}"""));
        assertThat(survey.labels().low()).isNull();
        assertThat(survey.labels().high()).isEqualTo("surely");
        assertThat(survey.followUps()).containsOnlyKeys(Band.PASSIVE);
        assertThat(survey.thanks()).isEmpty();
        assertThat(SurveyDocument.apply(survey, Json.object("""
                        {"labels":{"high":null},"follow_ups":{"passive":null}}"""))).isEqualTo(BLANK);
    }

    @Test
    void a_name_that_was_the_brands_follows_the_brand() {
        assertThat(SurveyDocument.apply(BLANK, Map.of("brand", "New")).subject().name())
                .isEqualTo("New");
        Survey product = SurveyDocument.apply(BLANK, Map.of("subject", "the kettle"));
        assertThat(SurveyDocument.apply(product, Map.of("brand", "New"))
                        .subject()
                        .name())
                .isEqualTo("the kettle");
    }

    @ParameterizedTest
    @CsvSource({
        "https://Shop.Example, https://shop.example",
        "https://shop.example:443, https://shop.example",
        "http://shop.example:80, http://shop.example",
        "https://shop.example:80, https://shop.example:80",
        "http://localhost:8080, http://localhost:8080"
    })
    void origins_are_kept_as_browsers_send_them(String given, String kept) {
        assertThat(SurveyDocument.apply(BLANK, Map.of("allowed_origins", List.of(given)))
                        .origins())
                .containsExactly(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"\"} | name is blank",
                "{\"name\":1} | name is not text",
                "{\"brand\":\"\\u0000\"} | brand has a control character",
                "{\"asks_about\":\"weather\"} | asks_about is not one of company, product, service, experience",
                "{\"asks_about\":\"experience\"} | experience is missing: an experience is asked about",
                "{\"labels\":\"low\"} | labels is not an object",
                "{\"labels\":{\"low\":1}} | labels.low is not text",
                "{\"languages\":[]} | languages is empty",
                "{\"languages\":[\"english please\"]} | languages[0] is not a language tag such as en or pt-BR",
                "{\"follow_ups\":{\"passive\":1}} | follow_ups.passive is not text",
                "{\"thanks\":[1]} | thanks is not an object",
                "{\"questions\":{}} | questions is not a list",
                "{\"questions\":[1]} | questions[0] is not an object",
                "{\"questions\":[{\"id\":\"a b\",\"type\":\"text\",\"text\":\"x\"}]} | questions[0].id is not 1 to 40 letters, digits, hyphens or underscores",
                "{\"questions\":[{\"type\":\"text\",\"text\":\"x\"}]} | questions[0].id is missing",
                "{\"questions\":[{\"id\":\"a\",\"text\":\"x\"}]} | questions[0].type is missing",
                "{\"questions\":[{\"id\":\"a\",\"type\":\"text\"}]} | questions[0].text is missing",
                "{\"questions\":[{\"id\":\"a\",\"type\":\"poll\",\"text\":\"x\"}]} | questions[0].type is not one of choice, text, scale, consent",
                "{\"questions\":[{\"id\":\"a\",\"type\":\"choice\",\"text\":\"x\"}]} | questions[0].choices is empty",
                "{\"questions\":[{\"id\":\"a\",\"type\":\"scale\",\"text\":\"x\",\"min\":5,\"max\":5}]} | questions[0].max is not above min",
                "{\"questions\":[{\"id\":\"a\",\"type\":\"text\",\"text\":\"x\"},{\"id\":\"a\",\"type\":\"text\",\"text\":\"x\"}]} | questions[1].id is there twice",
                "{\"questions\":[{\"id\":\"a\",\"type\":\"choice\",\"text\":\"x\",\"choices\":[{\"id\":\"b\",\"text\":\"B\"},{\"id\":\"b\",\"text\":\"C\"}]}]} | questions[0].choices[1].id is there twice",
                "{\"allowed_origins\":[\"shop.example\"]} | allowed_origins[0] is not an origin such as https://shop.example",
                "{\"allowed_origins\":[\"https://shop.example/path\"]} | allowed_origins[0] is not an origin such as https://shop.example",
                "{\"allowed_origins\":[\"*\"]} | allowed_origins[0] is not an origin such as https://shop.example",
                "{\"time_zone\":\"Mars/Base\"} | time_zone is not a time zone such as Europe/Berlin",
                "{\"segments\":[\"a\",\"a\"]} | segments has a name twice",
                "{\"segments\":[\"a=b\"]} | segments has a name with = or # in it",
                "{\"segments\":[\"a#b\"]} | segments has a name with = or # in it",
                "{\"limits\":{\"responses\":0}} | limits.responses is not a whole number from 1 to 2147483647",
                "{\"limits\":{\"per_place\":0}} | limits.per_place is not a whole number from 1 to 1000000",
                "{\"limits\":{\"closes_at\":\"soon\"}} | limits.closes_at is not a time in Unix seconds",
                "{\"texts\":{\"no language\":{}}} | texts.no language is not a language tag such as de or pt-BR",
                "{\"texts\":{\"de\":{\"mail.subjekt\":\"x\"}}} | texts.de.mail.subjekt is no text that can be replaced",
                "{\"texts\":{\"de\":{\"mail.subject\":\"{brand\"}}} | texts.de.mail.subject is not well formed: each { needs a name and a }, and a brace or ' of its own is quoted",
                "{\"target\":101} | target is not a whole number from -100 to 100",
                "{\"retention_days\":0} | retention_days is not a whole number from 1 to 36500",
            })
    void each_field_is_checked(String given, String error) {
        assertThatThrownBy(() -> SurveyDocument.apply(BLANK, Json.object(given)))
                .isInstanceOf(Invalid.class)
                .hasMessage(error);
    }

    @Test
    void lists_have_a_most() {
        List<Integer> twentyOne = java.util.Collections.nCopies(21, 1);
        assertThatThrownBy(() -> SurveyDocument.apply(BLANK, Map.of("segments", twentyOne, "questions", twentyOne)))
                .hasMessage("questions has more than 20 entries; segments has more than 20 entries");
    }
}
