package likely.functions.plansurveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import likely.surveys.campaigns.CampaignDocument;
import likely.surveys.campaigns.SampleCampaign;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.InvitationId;
import likely.surveys.invitations.State;
import likely.surveys.json.Invalid;
import org.junit.jupiter.api.Test;

/** The schedule's call, over tables. */
class WavesTest {
    private final Installation likely = new Installation();

    @Test
    void a_wave_is_planned_once_moved_by_a_change_and_called_off_when_it_asks_nobody() {
        likely.now = Instant.parse("2026-06-29T00:00:00Z");
        for (int i = 1; i <= 9; i++) {
            likely.person(Integer.toString(i), "p" + i + "@shop.example");
        }
        likely.campaign("7", SampleCampaign.quarterly());
        likely.now = Instant.parse("2026-06-30T12:00:00Z");

        assertThat(likely.plan())
                .containsEntry("planned", 27L)
                .containsEntry("complete", true)
                .containsEntry("busy", false);
        assertThat(likely.plan()).containsEntry("planned", 0L);
        assertThat(survey("5").dueAt())
                .isEqualTo(Instant.parse("2026-07-01T09:00:00Z").getEpochSecond());

        change(SampleCampaign.withTrigger(SampleCampaign.quarterly(), "at", "10:00"));
        likely.plan();
        assertThat(survey("5").dueAt())
                .isEqualTo(Instant.parse("2026-07-01T10:00:00Z").getEpochSecond());
        assertThat(likely.invitations
                        .find(InvitationId.reminder(survey("5").id(), 1))
                        .orElseThrow()
                        .dueAt())
                .isEqualTo(Instant.parse("2026-07-04T10:00:00Z").getEpochSecond());

        change(SampleCampaign.withTrigger(SampleCampaign.quarterly(), "start", "2026-01-02"));
        likely.plan();
        assertThat(survey("5"))
                .returns(State.CANCELLED, Invitation::state)
                .returns("campaign-changed", Invitation::reason);
    }

    @Test
    void a_run_without_time_leaves_all_to_the_next() {
        likely.person("1", "p1@shop.example");
        likely.campaign("7", SampleCampaign.panel("2026-01-01", 1));

        assertThat(likely.function.handleRequest(Map.of("task", "plan"), Installation.context(20_000)))
                .containsEntry("complete", false)
                .containsEntry("planned", 0L);
        assertThat(likely.plan()).containsEntry("complete", true);
    }

    @Test
    void a_task_that_is_none_is_refused() {
        assertThatThrownBy(() -> likely.function.handleRequest(Map.of("task", "guess"), Installation.context(20_000)))
                .isInstanceOf(Invalid.class)
                .hasMessage("task is not known");
    }

    private Invitation survey(String person) {
        return likely.invitations
                .find(InvitationId.survey("demo", "7", "2026-07-01", person))
                .orElseThrow();
    }

    private void change(Map<String, Object> changes) {
        likely.campaigns.replace(CampaignDocument.changed(
                likely.campaigns.find("demo", "7").orElseThrow(),
                Installation.SURVEY,
                changes,
                likely.now.getEpochSecond()));
    }
}
