package likely.surveys.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import likely.surveys.Survey;
import likely.surveys.SurveyTemplate;
import org.junit.jupiter.api.Test;

/** What every {@link Campaigns} does. */
public abstract class CampaignsContract {
    private static final Survey DEMO = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0);
    private static final Survey DEMO_2 = SurveyTemplate.RELATIONAL.survey("demo-2", "Acme", 0);

    protected abstract Campaigns campaigns();

    @Test
    void one_that_was_added_is_found_as_it_was_under_its_survey_alone() {
        Campaign everything = CampaignDocument.create("1", DEMO, SampleCampaign.quarterly(), 5);
        campaigns().add(everything);

        assertThat(campaigns().find("demo", "1")).contains(everything);
        assertThat(campaigns().find("demo-2", "1")).isEmpty();
        assertThat(campaigns().find("demo", "2")).isEmpty();
    }

    @Test
    void lists_are_a_surveys_or_all() {
        Campaign second = CampaignDocument.create("2", DEMO, SampleCampaign.afterOrder(), 5);
        Campaign first = CampaignDocument.create("1", DEMO, SampleCampaign.recovery(), 5);
        Campaign other = CampaignDocument.create("3", DEMO_2, SampleCampaign.quarterly(), 5);
        campaigns().add(second);
        campaigns().add(first);
        campaigns().add(other);

        assertThat(campaigns().of("demo")).containsExactly(first, second);
        assertThat(campaigns().of("demo-2")).containsExactly(other);
        assertThat(campaigns().of("demo-3")).isEmpty();
        assertThat(campaigns().all()).containsExactlyInAnyOrder(first, second, other);
    }

    @Test
    void an_id_is_given_once() {
        Campaign campaign = CampaignDocument.create("1", DEMO, SampleCampaign.quarterly(), 5);
        campaigns().add(campaign);

        assertThatThrownBy(() -> campaigns().add(campaign)).isInstanceOf(Campaigns.Taken.class);
    }

    @Test
    void only_the_version_that_was_read_is_replaced() {
        Campaign campaign = CampaignDocument.create("1", DEMO, SampleCampaign.quarterly(), 5);
        campaigns().add(campaign);
        Campaign changed = CampaignDocument.changed(campaign, DEMO, Map.of("enabled", false), 9);

        campaigns().replace(changed);

        assertThat(campaigns().find("demo", "1")).contains(changed);
        assertThatThrownBy(() -> campaigns().replace(changed)).isInstanceOf(Campaigns.Changed.class);
    }
}
