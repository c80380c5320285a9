package likely.surveys.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutreachDocumentTest {
    private static final Survey BLANK = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0);

    @Test
    void what_is_given_is_read_again_as_it_was_written() {
        Survey survey = SurveyDocument.apply(BLANK, Json.object("""
                {"sending": {"from": "09:00", "until": "17:30", "days_off": ["sunday", "saturday"],
                   "holidays": ["2026-12-25"], "relational_days": 180, "transactional_days": 14, "floor_days": 3,
                   "mails_per_asking": 2},
                 "sender": {"name": "Acme", "address": "hello@acme.example", "reply_to": "care@acme.example",
                   "postal_address": "1 Main Street", "color": "#aabbcc", "logo": "https://acme.example/l.png"}}
                """));
        assertThat(SurveyDocument.stored(SurveyDocument.write(survey)).outreach())
                .isEqualTo(survey.outreach());
    }

    @Test
    void what_is_not_given_stays() {
        Survey survey = SurveyDocument.apply(BLANK, Json.object("{\"sending\": {\"floor_days\": 0}}"));
        assertThat(survey.outreach().sending().floor()).isZero();
        assertThat(survey.outreach().sending().quarantine()).isEqualTo(Sending.DEFAULT.quarantine());
        assertThat(survey.outreach().sender()).isEqualTo(Sender.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'sending': {'from': '9 am'}} | sending.from is not a time of day such as 09:00",
                "{'sending': {'days_off': ['payday']}} | sending.days_off[0] is no day such as saturday",
                "{'sending': {'holidays': ['2026-02-30']}} | sending.holidays[0] is no date such as 2026-12-25",
                "{'sending': {'floor_days': -1}} | sending.floor_days is not a whole number from 0 to 3650",
                "{'sending': {'mails_per_asking': 0}} | sending.mails_per_asking is not a whole number from 1 to 10",
                "{'sender': {'address': 'nobody'}} | sender.address is not an email address",
                "{'sender': {'reply_to': 'a@b.example\\nBcc: x@y.example'}} | sender.reply_to",
                "{'sender': {'color': 'red'}} | sender.color is not a color such as #2456c7",
                "{'sender': {'logo': 'http://acme.example/l.png'}} | sender.logo is not an https address",
                "{'sender': {'logo': 'javascript:alert(1)'}} | sender.logo is not an https address",
            })
    void what_is_wrong_is_named(String given, String error) {
        assertThatThrownBy(() -> SurveyDocument.apply(BLANK, Json.object(given.replace('\'', '"'))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .anySatisfy(one -> assertThat(one.field() + " " + one.reason())
                                        .startsWith(error)));
    }
}
