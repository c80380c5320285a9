package likely.surveys.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.surveys.Survey;
import likely.surveys.SurveyTemplate;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignDocumentTest {
    private static final Survey SURVEY = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'A','trigger':{'type':'schedule','rule':'FREQ=WEEKLY;BYDAY=MO','start':'2026-01-05'}}",
                "{'name':'A','trigger':{'type':'schedule','rolling_days':90,'start':'2026-01-05','at':'10:30',"
                        + "'time_zone':'survey','audience':{'relations':['customer'],'properties':{'plan':['a','b']},"
                        + "'percent':20}},'reminders':{'count':2,'spacing_days':4}}",
                "{'name':'A','trigger':{'type':'schedule','after_joining_days':30}}",
                "{'name':'A','trigger':{'type':'event','event':'CallEnded','source':'pbx','key':'call.id',"
                        + "'cancelled_by':['CallDropped'],'delay':600,'properties':{'agent':'agent'}}}",
                "{'name':'A','trigger':{'type':'answer','band':'passive','delay':60,'conditions':{'consent':false,"
                        + "'comment':true,'segments':['reason=price'],'uncontacted':true}}}"
            })
    void what_is_stored_is_what_was_said(String document) {
        Campaign campaign =
                CampaignDocument.create("7", SURVEY, Json.object(document.replace('\'', '"')), 1_700_000_000);

        Map<String, Object> written = Json.object(Json.write(CampaignDocument.write(campaign)));

        assertThat(CampaignDocument.stored("demo", written)).isEqualTo(campaign);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | name can't be blank",
                "{'name':'A','trigger':{'type':'moon'}} | trigger.type is not one of schedule, event, answer",
                "{'name':'A','trigger':{'type':'schedule'}} | trigger.rule or rolling_days or after_joining_days is needed, and one of them only",
                "{'name':'A','trigger':{'type':'schedule','rule':'FREQ=DAILY'}} | trigger.start can't be blank",
                "{'name':'A','trigger':{'type':'schedule','rule':'FREQ=HOURLY','start':'2026-01-01'}} | trigger.rule repeats more often than daily",
                "{'name':'A','trigger':{'type':'schedule','rule':'FREQ=DAILY;BYHOUR=9','start':'2026-01-01'}} | trigger.rule has the part BYHOUR, which is not offered",
                "{'name':'A','trigger':{'type':'schedule','rule':'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30','start':'2026-01-01'}} | trigger.rule falls on no day",
                "{'name':'A','trigger':{'type':'schedule','rule':'FREQ=DAILY;UNTIL=20260301T000000Z','start':'2026-01-01'}} | trigger.rule has an UNTIL with a time; a date such as UNTIL=20271231 is wanted",
                "{'name':'A','trigger':{'type':'schedule','rule':'every day','start':'2026-01-01'}} | trigger.rule is not a recurrence of RFC 5545, such as FREQ=MONTHLY;BYMONTHDAY=1",
                "{'name':'A','trigger':{'type':'schedule','rolling_days':0,'start':'2026-01-01'}} | trigger.rolling_days is not a whole number from 1 to 3650",
                "{'name':'A','trigger':{'type':'schedule','after_joining_days':3,'at':'9 o'}} | trigger.at is not a time of day such as 09:00",
                "{'name':'A','trigger':{'type':'schedule','after_joining_days':3,'audience':{'relations':['prospect']}}} | trigger.audience.relations asks nobody: the survey asks a customer",
                "{'name':'A','trigger':{'type':'schedule','after_joining_days':3,'audience':{'percent':101}}} | trigger.audience.percent is not a whole number from 1 to 100",
                "{'name':'A','trigger':{'type':'event','key':'order'}} | trigger.event can't be blank",
                "{'name':'A','trigger':{'type':'event','event':'OrderCompleted'}} | trigger.key can't be blank",
                "{'name':'A','trigger':{'type':'answer'}} | trigger.band can't be blank",
                "{'name':'A','trigger':{'type':'answer','band':'passive','delay':-1}} | trigger.delay is not a whole number from 0 to 31536000",
                "{'name':'A','trigger':{'type':'answer','band':'passive'},'reminders':{'count':1}} | reminders is of no use: nobody answers what follows an answer",
                "{'name':'A','trigger':{'type':'schedule','after_joining_days':3},'reminders':{'count':10}} | reminders.count is not a whole number from 0 to 9"
            })
    void what_is_wrong_is_named_with_its_field(String document, String error) {
        Invalid invalid = catchThrowableOfType(
                Invalid.class, () -> CampaignDocument.create("7", SURVEY, Json.object(document.replace('\'', '"')), 0));

        assertThat(SampleCampaign.errors(invalid)).contains(error);
    }

    @Test
    void what_follows_an_answer_is_off_until_it_is_switched_on() {
        Map<String, Object> recovery = new LinkedHashMap<>(SampleCampaign.recovery());
        recovery.remove("enabled");

        assertThat(CampaignDocument.create("1", SURVEY, recovery, 0).enabled()).isFalse();
        assertThat(CampaignDocument.create("1", SURVEY, SampleCampaign.quarterly(), 0)
                        .enabled())
                .isTrue();
    }

    @Test
    void a_trigger_stays_of_its_type() {
        Campaign campaign = CampaignDocument.create("1", SURVEY, SampleCampaign.quarterly(), 0);

        assertThatThrownBy(() -> CampaignDocument.changed(campaign, SURVEY, SampleCampaign.afterOrder(), 1))
                .hasMessageContaining("trigger is of another type than before");
        assertThat(CampaignDocument.changed(campaign, SURVEY, Map.of("name", "B"), 1))
                .returns("B", Campaign::name)
                .returns(campaign.trigger(), Campaign::trigger)
                .returns(2L, Campaign::version)
                .returns(1L, Campaign::updatedAt);
    }

    @Test
    void a_review_link_for_promoters_alone_brings_a_warning() {
        Campaign promoters = review("1", "promoter", true);
        Campaign passives = review("2", "passive", true);

        assertThat(Warnings.of(SURVEY, promoters, List.of(promoters, passives)))
                .anyMatch(text -> text.startsWith("asking only promoters breaks review sites' rules"));
        assertThat(Warnings.of(SURVEY, promoters, List.of(promoters, passives, review("3", "detractor", false))))
                .hasSize(1);
        assertThat(Warnings.of(SURVEY, promoters, List.of(promoters, passives, review("3", "detractor", true))))
                .isEmpty();
        assertThat(Warnings.of(SURVEY, passives, List.of(promoters, passives))).isEmpty();
    }

    @Test
    void reminders_over_the_ceiling_and_consent_that_nobody_can_give_bring_warnings() {
        Map<String, Object> eager = new LinkedHashMap<>(SampleCampaign.quarterly());
        eager.put("reminders", Map.of("count", 3));
        Survey noConsent = SurveyTemplate.PROSPECTS.survey("demo", "Acme", 0);
        Campaign recovery = CampaignDocument.create("1", noConsent, SampleCampaign.recovery(), 0);

        assertThat(Warnings.of(SURVEY, CampaignDocument.create("1", SURVEY, eager, 0), List.of()))
                .containsExactly("the survey's ceiling of 3 mails for one asking holds back some reminders");
        assertThat(Warnings.of(noConsent, recovery, List.of(recovery)))
                .containsExactly("nobody can agree to be contacted: the survey has no question of the type consent");
    }

    private static Campaign review(String id, String band, boolean enabled) {
        Map<String, Object> document = Map.of(
                "name",
                "Review",
                "enabled",
                enabled,
                "texts",
                Map.of("en", Map.of("mail.promoter.text", "Tell others: https://reviews.example/acme")),
                "trigger",
                Map.of("type", "answer", "band", band));
        return CampaignDocument.create(id, SURVEY, document, 0);
    }
}
