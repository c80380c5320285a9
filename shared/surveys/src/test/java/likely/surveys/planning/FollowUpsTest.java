package likely.surveys.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import likely.scoring.Band;
import likely.scoring.Score;
import likely.surveys.Response;
import likely.surveys.ResponseId;
import likely.surveys.Touchpoint;
import likely.surveys.answers.InMemoryAnswers;
import likely.surveys.campaigns.SampleCampaign;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.InvitationId;
import likely.surveys.invitations.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowUpsTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final String ANSWER = ResponseId.of("demo", "invitation-55");
    private static final String MAIL = InvitationId.followUp("9", ANSWER);
    private final Stage stage = new Stage(NOW.toString());

    @BeforeEach
    void campaign() {
        stage.person("1");
        stage.campaign("9", SampleCampaign.recovery());
    }

    @Test
    void a_detractor_who_may_be_contacted_is_written_to_the_next_day() {
        answered(3, null, true);

        assertThat(stage.mails.find(MAIL).orElseThrow())
                .returns(Kind.FOLLOW_UP, Invitation::kind)
                .returns(ANSWER, Invitation::response)
                .returns(Band.DETRACTOR, Invitation::band)
                .returns("55", Invitation::asking)
                .returns("1", Invitation::person)
                .returns(NOW.plus(Duration.ofDays(1)).getEpochSecond(), Invitation::dueAt);
        stage.followUps().after("demo", ANSWER);
        assertThat(stage.mails.all()).hasSize(1);
    }

    @Test
    void nobody_is_written_to_without_consent_address_or_the_band() {
        answered(3, null, false);
        answered(9, null, true);
        stage.everybody.clear();
        answered(3, null, true);

        assertThat(stage.mails.all()).isEmpty();
    }

    @Test
    void while_it_is_off_nobody_is() {
        stage.change("9", Map.of("enabled", false));
        answered(3, null, true);

        assertThat(stage.mails.all()).isEmpty();
    }

    @Test
    void an_answer_that_changes_before_the_mail_leaves_calls_it_off_and_brings_it_back() {
        answered(3, null, true);
        answered(9, null, true);
        assertThat(stage.mails.find(MAIL).orElseThrow())
                .returns(State.CANCELLED, Invitation::state)
                .returns("answer-changed", Invitation::reason);

        answered(2, null, true);
        assertThat(stage.mails.find(MAIL).orElseThrow().state()).isEqualTo(State.SCHEDULED);

        stage.mails.become(MAIL, State.SENT);
        answered(9, null, true);
        answered(1, null, true);
        assertThat(stage.mails.find(MAIL).orElseThrow().state()).isEqualTo(State.SENT);
    }

    @Test
    void an_answer_that_is_taken_out_of_the_count_calls_it_off_until_it_is_back() {
        answered(3, null, true);
        Response counted = stage.answers.get(ANSWER);
        stage.answers.put(ANSWER, InMemoryAnswers.marked(counted, null, true, 2, counted.updatedAt()));
        stage.followUps().after("demo", ANSWER);
        assertThat(stage.mails.find(MAIL).orElseThrow().state()).isEqualTo(State.CANCELLED);

        stage.answers.put(ANSWER, counted);
        stage.followUps().after("demo", ANSWER);
        assertThat(stage.mails.find(MAIL).orElseThrow().state()).isEqualTo(State.SCHEDULED);
    }

    @Test
    void an_answer_that_was_erased_calls_it_off_for_good() {
        answered(3, null, true);
        stage.answers.clear();
        stage.followUps().after("demo", ANSWER);

        assertThat(stage.mails.find(MAIL).orElseThrow().reason()).isEqualTo("answer-removed");
    }

    @Test
    void comment_segments_and_earlier_contact_are_conditions() {
        Map<String, Object> conditions =
                Map.of("consent", false, "comment", true, "segments", List.of("reason=price"), "uncontacted", true);
        stage.change("9", SampleCampaign.withTrigger(SampleCampaign.recovery(), "conditions", conditions));
        answered(3, null, false);
        assertThat(stage.mails.all()).isEmpty();

        answered(3, "Slow", false);
        assertThat(stage.mails.find(MAIL)).isPresent();

        Response second = answer("invitation-56", 3, "Slow", false);
        stage.answers.put(second.id(), second);
        stage.followUps().after("demo", second.id());
        assertThat(stage.mails.all()).hasSize(1);
    }

    @Test
    void an_old_answer_that_is_changed_now_is_none_to_write_after() {
        stage.now = NOW.plus(Duration.ofDays(8));
        answered(3, null, true);

        assertThat(stage.mails.all()).isEmpty();
    }

    @Test
    void an_answer_stops_the_reminders_of_its_survey() {
        stage.campaign("7", SampleCampaign.afterOrder());
        stage.events()
                .handle(new ShopEvent("shop", "OrderCompleted", NOW, Map.of("order", 1, "email", "p1@shop.example")));
        String asking = InvitationId.survey("demo", "7", "event:1", "");
        stage.mails.become(asking, State.SENT);
        Response answer = answer("invitation-" + asking, 9, null, false);
        stage.answers.put(answer.id(), anonymous(answer));

        stage.followUps().after("demo", answer.id());

        assertThat(stage.mails.find(InvitationId.reminder(asking, 1)).orElseThrow())
                .returns(State.CANCELLED, Invitation::state)
                .returns("answered", Invitation::reason);
    }

    @Test
    void a_changed_campaign_moves_its_follow_ups_and_calls_off_those_it_would_not_plan() {
        stage.plan();
        answered(3, null, true);
        stage.change("9", SampleCampaign.withTrigger(SampleCampaign.recovery(), "delay", 3_600));
        stage.plan();
        assertThat(stage.mails.find(MAIL).orElseThrow().dueAt())
                .isEqualTo(NOW.plusSeconds(3_600).getEpochSecond());

        stage.change("9", SampleCampaign.withTrigger(SampleCampaign.recovery(), "band", "passive"));
        stage.plan();
        assertThat(stage.mails.find(MAIL).orElseThrow().reason()).isEqualTo("campaign-changed");
    }

    private void answered(int score, @Nullable String comment, boolean consent) {
        Response answer = answer("invitation-55", score, comment, consent);
        stage.answers.put(ANSWER, answer);
        stage.followUps().after("demo", ANSWER);
    }

    private static Response answer(String submission, int score, @Nullable String comment, boolean consent) {
        return response(submission, score, comment, consent, "1");
    }

    private static Response anonymous(Response answer) {
        return response(answer.submissionId(), answer.score().value(), null, false, null);
    }

    private static Response response(
            String submission, int score, @Nullable String comment, boolean consent, @Nullable String person) {
        return new Response(
                ResponseId.of("demo", submission),
                "demo",
                submission,
                1,
                1,
                Score.of(score),
                comment,
                Map.of("contact", consent),
                Map.of(),
                List.of("reason=price"),
                person,
                Map.of(),
                Map.of(),
                "en",
                null,
                Touchpoint.EMAIL,
                LocalDate.parse("2026-05-04"),
                NOW.getEpochSecond(),
                NOW.getEpochSecond(),
                null,
                false);
    }
}
