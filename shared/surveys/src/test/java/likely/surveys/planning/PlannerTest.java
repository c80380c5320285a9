package likely.surveys.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.surveys.campaigns.SampleCampaign;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.InvitationId;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import likely.surveys.people.Relation;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Instant NINE = Instant.parse("2026-04-01T09:00:00Z");
    private final Stage stage = new Stage("2026-03-01T00:00:00Z");

    @Test
    void a_wave_is_planned_two_days_ahead_with_its_reminders() {
        stage.person("1");
        stage.campaign("7", SampleCampaign.quarterly());

        stage.now = Instant.parse("2026-03-29T18:59:00Z"); // 31 March, 9 o'clock, is not yet near anywhere
        assertThat(stage.plan().planned()).isZero();
        stage.now = Instant.parse("2026-03-29T19:00:00Z");
        assertThat(stage.plan().planned()).isEqualTo(3);

        assertThat(stage.waiting())
                .isEqualTo(Map.of("1", List.of(NINE, NINE.plus(Duration.ofDays(3)), NINE.plus(Duration.ofDays(6)))));
        Invitation survey = stage.mails
                .find(InvitationId.survey("demo", "7", "2026-04-01", "1"))
                .orElseThrow();
        assertThat(survey)
                .returns(Kind.SURVEY, Invitation::kind)
                .returns(Occasion.RELATIONAL, Invitation::occasion)
                .returns(survey.id(), Invitation::asking)
                .returns(stage.addresses.ofEmail("P1@Shop.example"), Invitation::address);
        assertThat(stage.mails.find(InvitationId.reminder(survey.id(), 2)).orElseThrow())
                .returns(Kind.REMINDER, Invitation::kind)
                .returns(2, Invitation::number)
                .returns(survey.id(), Invitation::asking)
                .returns("1", Invitation::person);
    }

    @Test
    void everybody_is_asked_at_nine_on_their_own_clock() {
        stage.person("1", "Pacific/Auckland", Map.of());
        stage.person("2", "America/Los_Angeles", Map.of());
        stage.campaign("7", SampleCampaign.withTrigger(SampleCampaign.panel("2026-01-01", 1), "rolling_days", 1));

        stage.now = Instant.parse("2026-03-01T12:00:00Z");
        stage.plan();

        assertThat(stage.waiting().get("1")).contains(Instant.parse("2026-03-01T20:00:00Z"));
        assertThat(stage.waiting().get("2")).contains(Instant.parse("2026-03-01T17:00:00Z"));
    }

    @Test
    void only_who_is_what_the_survey_asks_and_is_among_its_people_is_asked() {
        stage.person("1");
        long now = stage.now.getEpochSecond();
        stage.everybody.put("2", Stage.person("2", null, Map.of(), Relation.PROSPECT, Set.of("demo"), now));
        stage.everybody.put("3", Stage.person("3", null, Map.of(), Relation.CUSTOMER, Set.of("other"), now));
        stage.campaign("7", SampleCampaign.quarterly());
        stage.now = NINE.minus(Duration.ofHours(20));

        stage.plan();

        assertThat(stage.waiting()).containsOnlyKeys("1");
    }

    @Test
    void who_is_added_between_planning_and_the_wave_is_asked_too_and_nobody_later() {
        stage.person("1");
        stage.campaign("7", SampleCampaign.quarterly());
        stage.now = NINE.minus(Duration.ofDays(1));
        stage.plan();
        stage.pass(Duration.ofMinutes(5));
        stage.person("2");
        stage.pass(Duration.ofMinutes(5));

        assertThat(stage.plan().planned()).isEqualTo(3);

        stage.now = NINE.plusSeconds(1);
        stage.person("3");
        stage.pass(Duration.ofMinutes(5));
        assertThat(stage.plan().planned()).isZero();
        assertThat(stage.waiting()).containsOnlyKeys("1", "2");
    }

    @Test
    void a_planner_that_was_away_asks_late_but_not_after_a_week() {
        stage.person("1");
        stage.campaign("7", SampleCampaign.quarterly());

        stage.now = NINE.plus(Duration.ofDays(6));
        assertThat(stage.plan().planned()).isEqualTo(3);

        Stage longAway = new Stage("2026-03-01T00:00:00Z");
        longAway.person("1");
        longAway.campaign("7", SampleCampaign.quarterly());
        longAway.now = NINE.plus(Duration.ofDays(9));
        assertThat(longAway.plan().planned()).isZero();
    }

    @Test
    void a_campaign_does_not_ask_for_waves_from_before_it_was_made_or_switched_on() {
        stage.person("1");
        stage.now = NINE.plus(Duration.ofHours(5));
        stage.campaign("7", SampleCampaign.quarterly());

        assertThat(stage.plan().planned()).isZero();
    }

    @Test
    void while_it_is_off_nothing_is_planned() {
        stage.person("1");
        stage.campaign("7", SampleCampaign.quarterly());
        stage.change("7", Map.of("enabled", false));
        stage.now = NINE.minus(Duration.ofHours(20));

        assertThat(stage.plan().planned()).isZero();
        stage.change("7", Map.of("enabled", true));
        assertThat(stage.plan().planned()).isEqualTo(3);
    }

    @Test
    void a_pass_that_is_out_of_time_goes_on_where_it_was() {
        for (int i = 0; i < 1_000; i++) {
            stage.person(Integer.toString(i));
        }
        stage.campaign("7", SampleCampaign.withTrigger(SampleCampaign.quarterly(), "at", "10:00"));
        stage.now = NINE.minus(Duration.ofHours(20));
        int runs = 0;
        long looked = 0;
        Planner.Numbers numbers;
        do {
            int[] turns = {4};
            numbers = stage.planner().plan("a", () -> Duration.ofSeconds(turns[0]-- > 0 ? 60 : 10));
            looked += numbers.people();
            runs++;
        } while (!numbers.complete());

        assertThat(runs).isGreaterThan(2);
        assertThat(looked).isBetween(1_000L, 1_600L); // the last page of each shard again, and no more
        assertThat(stage.mails.all()).hasSize(3_000);
    }

    @Test
    void one_plans_at_a_time() {
        stage.places.lease("other", stage.now.getEpochSecond(), stage.now.getEpochSecond() + 60);

        assertThat(stage.plan().busy()).isTrue();
        stage.pass(Duration.ofMinutes(1));
        assertThat(stage.plan().busy()).isFalse();
    }

    @Test
    void a_later_hour_and_another_spacing_move_what_was_not_sent() {
        stage.person("1");
        stage.person("2");
        stage.campaign("7", SampleCampaign.quarterly());
        stage.now = NINE.minus(Duration.ofHours(20));
        stage.plan();
        stage.mails.become(InvitationId.survey("demo", "7", "2026-04-01", "2"), State.SENT);

        stage.change("7", SampleCampaign.withTrigger(SampleCampaign.quarterly(), "at", "11:00"));
        stage.change("7", Map.of("reminders", Map.of("count", 1, "spacing_days", 5)));
        stage.plan();

        Instant eleven = NINE.plus(Duration.ofHours(2));
        assertThat(stage.waiting())
                .isEqualTo(Map.of(
                        "1",
                        List.of(eleven, eleven.plus(Duration.ofDays(5))),
                        "2",
                        List.of(eleven.plus(Duration.ofDays(5)))));
    }

    @Test
    void who_is_no_longer_in_the_audience_is_called_off_and_comes_back_with_it() {
        stage.person("1", null, Map.of("plan", "pro"));
        stage.person("2", null, Map.of("plan", "free"));
        stage.campaign("7", SampleCampaign.quarterly());
        stage.now = NINE.minus(Duration.ofHours(20));
        stage.plan();

        stage.change(
                "7",
                SampleCampaign.withTrigger(
                        SampleCampaign.quarterly(), "audience", Map.of("properties", Map.of("plan", List.of("pro")))));
        stage.plan();
        assertThat(stage.waiting()).containsOnlyKeys("1");
        assertThat(stage.mails
                        .find(InvitationId.survey("demo", "7", "2026-04-01", "2"))
                        .orElseThrow())
                .returns(State.CANCELLED, Invitation::state)
                .returns("campaign-changed", Invitation::reason);

        stage.change("7", SampleCampaign.quarterly());
        stage.plan();
        assertThat(stage.waiting()).containsOnlyKeys("1", "2");
    }

    @Test
    void a_person_who_moves_is_planned_by_the_clock_that_is_known_when_planning_again() {
        stage.person("1", "Europe/Berlin", Map.of());
        stage.campaign("7", SampleCampaign.quarterly());
        stage.now = NINE.minus(Duration.ofHours(20));
        stage.plan();
        assertThat(stage.waiting().get("1").get(0)).isEqualTo("2026-04-01T07:00:00Z");

        long before = stage.everybody.get("1").createdAt();
        stage.everybody.put(
                "1", Stage.person("1", "America/New_York", Map.of(), Relation.CUSTOMER, Set.of("demo"), before));
        stage.change("7", Map.of("name", "Q"));
        stage.plan();

        assertThat(stage.waiting().get("1").get(0)).isEqualTo("2026-04-01T13:00:00Z");
    }

    @Test
    void a_change_in_the_middle_of_a_pass_ends_it() {
        for (int i = 0; i < 2_000; i++) {
            stage.person(Integer.toString(i));
        }
        stage.campaign("7", SampleCampaign.quarterly());
        stage.now = NINE.minus(Duration.ofHours(20));
        int[] turns = {3};
        Planner.Numbers cut = stage.planner().plan("a", () -> {
            if (turns[0]-- == 0) {
                stage.change("7", SampleCampaign.withTrigger(SampleCampaign.quarterly(), "at", "11:00"));
            }
            return Duration.ofMinutes(2);
        });
        assertThat(cut.complete()).isFalse();

        stage.plan();

        Instant eleven = NINE.plus(Duration.ofHours(2));
        assertThat(stage.waiting())
                .hasSize(2_000)
                .allSatisfy((person, due) -> assertThat(due.get(0)).isEqualTo(eleven));
    }
}
