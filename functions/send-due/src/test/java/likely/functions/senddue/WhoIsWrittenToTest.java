package likely.functions.senddue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.embedded.SesEvents;
import likely.embedded.SesFaults;
import likely.surveys.Survey;
import likely.surveys.campaigns.SampleCampaign;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Each rule at the moment of sending, when it counts. */
class WhoIsWrittenToTest {
    private static final String ADA = "ada@shop.example";

    private final Post post = new Post();

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void the_same_person_under_another_case_in_two_campaigns_on_one_day_gets_one_mail() {
        post.survey("shop", Map.of());
        post.person("1", ADA, null);
        Invitation one = post.asking("spring", "1", ADA);
        Invitation other = post.asking("shop", "spring", "1", "ADA@Shop.Example");

        post.run();

        assertThat(post.recipients()).containsExactly(ADA);
        assertThat(List.of(post.state(one), post.state(other))).containsExactlyInAnyOrder(State.SENT, State.SKIPPED);
    }

    @Test
    void reminder_and_recovery_are_not_held_back_by_the_surveys_own_sending() {
        post.person("1", ADA, null);
        Invitation asking = post.asking("spring", "1", ADA);
        post.run();
        post.clock.advance(Duration.ofDays(3));
        Invitation reminder = post.reminder(asking, ADA);
        post.run();
        assertThat(post.state(reminder)).isEqualTo(State.SENT);

        post.answer(asking, 3);
        Invitation recovery = post.followUp(asking, ADA);
        post.run();
        assertThat(post.state(recovery)).isEqualTo(State.SENT);
        assertThat(post.recipients()).containsExactly(ADA, ADA, ADA);
    }

    @Test
    void what_was_answered_before_the_claim_is_skipped_and_so_is_a_recovery_that_is_no_longer_called_for() {
        post.person("1", ADA, null);
        Invitation asking = post.asking("spring", "1", ADA);
        post.run();
        Invitation reminder = post.reminder(asking, ADA);
        Invitation recovery = post.followUp(asking, ADA);
        post.answer(asking, 9);

        post.run();

        assertThat(post.now(reminder).reason()).isEqualTo("answered");
        assertThat(post.now(recovery).reason()).isEqualTo("band_left");
        assertThat(post.recipients()).hasSize(1);
    }

    @Test
    void who_changes_time_zone_between_planning_and_sending_is_written_to_in_the_new_ones_hours() {
        post.survey("hours", Map.of("sending", Map.of("from", "09:00", "until", "17:00")));
        post.person("1", ADA, "UTC");
        Invitation asking = post.asking("hours", "spring", "1", ADA);
        post.personsAttribute("1", "zone", "America/Los_Angeles"); // where it is two in the morning

        post.run();

        assertThat(post.state(asking)).isEqualTo(State.SCHEDULED);
        assertThat(Instant.ofEpochSecond(post.now(asking).dueAt())).isEqualTo("2026-11-25T17:00:00Z");
        post.clock.advance(Duration.ofHours(7));
        post.run();
        assertThat(post.recipients()).containsExactly(ADA);
    }

    @Test
    void who_moves_to_where_it_is_earlier_waits_for_the_campaigns_hour_there() {
        Survey survey = post.survey("moved", Map.of());
        Map<String, Object> daily = new LinkedHashMap<>(SampleCampaign.quarterly());
        daily.put(
                "trigger",
                Map.of(
                        "type",
                        "schedule",
                        "rule",
                        "FREQ=DAILY",
                        "start",
                        "2026-01-01",
                        "at",
                        "11:00",
                        "time_zone",
                        "person"));
        post.campaigns.add(SampleCampaign.of("q", survey, daily, 0));
        post.person("1", ADA, "Europe/Berlin"); // where it is eleven now
        post.set("People", Map.of("pk", Post.s("person#1")), "surveys", AttributeValue.fromL(List.of(Post.s("moved"))));
        Invitation planned = post.asking("moved", "2026-11-25", "1", ADA);
        post.set("Invitations", Map.of("id", Post.s(planned.id())), "campaign", Post.s("q"));
        post.personsAttribute("1", "zone", "Atlantic/Azores"); // and nine

        post.run();

        assertThat(post.state(planned)).isEqualTo(State.SCHEDULED);
        assertThat(Instant.ofEpochSecond(post.now(planned).dueAt())).isEqualTo("2026-11-25T12:00:00Z");
        post.clock.advance(Duration.ofHours(2));
        post.run();
        assertThat(post.recipients()).containsExactly(ADA);
    }

    @Test
    void a_quarantine_drops_a_survey_and_an_unsubscription_drops_everything() {
        post.person("1", ADA, null);
        post.asking("spring", "1", ADA);
        post.run();
        post.clock.advance(Duration.ofDays(30));
        Invitation again = post.asking("summer", "1", ADA);
        post.person("2", "bob@shop.example", null);
        Invitation unsubscribed = post.asking("spring", "2", "bob@shop.example");
        post.set(
                "People",
                Map.of("pk", Post.s("address#" + post.addresses.ofEmail("bob@shop.example"))),
                "unsubscribedAt",
                AttributeValue.fromN("1"));

        post.run();

        assertThat(post.now(again).reason()).isEqualTo("quarantine");
        assertThat(post.now(unsubscribed).reason()).isEqualTo("unsubscribed");
    }

    @Test
    void a_new_address_gets_the_mail_that_was_planned_for_the_old_one() {
        post.person("1", ADA, null);
        Invitation asking = post.asking("spring", "1", ADA);
        post.personsAttribute("1", "email", "ada@new.example");
        post.addressOf("1", "ada@new.example");

        post.run();

        assertThat(post.recipients()).containsExactly("ada@new.example");
        post.note(SesEvents.bounce(post.onlyMail(), post.clock.instant(), "Permanent", "General"));
        assertThat(post.address("ada@new.example")).containsKey("bouncedAt");
        assertThat(post.address(ADA)).doesNotContainKeys("bouncedAt", "askedBy");
        assertThat(post.state(asking)).isEqualTo(State.SENT);
    }

    @Test
    void an_address_that_ses_refuses_in_the_middle_of_a_wave_stops_nobody_else() {
        for (int i = 1; i <= 5; i++) {
            post.person("" + i, "p" + i + "@shop.example", null);
        }
        Invitation refused = post.asking("spring", "3", "p3@shop.example");
        for (int i : new int[] {1, 2, 4, 5}) {
            post.asking("spring", "" + i, "p" + i + "@shop.example");
        }
        post.ses.faults().fate("p3@shop.example", SesFaults.Fate.REJECTED);

        assertThat(post.run()).containsEntry("sent", 4).containsEntry("refused", 1);

        assertThat(post.now(refused).reason()).isEqualTo("refused_by_ses");
        assertThat(post.address("p3@shop.example")).doesNotContainKeys("askedRelational", "askedBy");
        assertThat(post.recipients())
                .containsExactlyInAnyOrder("p1@shop.example", "p2@shop.example", "p4@shop.example", "p5@shop.example");
    }

    @Test
    void nothing_of_a_name_becomes_a_header() {
        post.survey(
                "inject",
                Map.of(
                        "sender",
                        Map.of("name", "Acme\r\nBcc: everybody@shop.example", "reply_to", "help@shop.example")));
        post.person("1", ADA, null);
        post.personsAttribute("1", "name", "Ada\r\nX-Evil: 1");
        post.asking("inject", "spring", "1", ADA);

        post.run();

        assertThat(post.onlyMail()).satisfies(mail -> {
            assertThat(mail.headers()).doesNotContainKeys("Bcc", "X-Evil");
            assertThat(mail.header("From").orElse("")).contains("<surveys@shop.example>");
            assertThat(mail.header("Reply-To")).contains("help@shop.example");
            assertThat(mail.destinations()).containsExactly(ADA);
        });
    }

    @Test
    void what_a_campaign_planned_waits_while_it_is_off() {
        post.person("1", ADA, null);
        Invitation planned = post.asking("spring", "1", ADA);
        Map<String, Object> document = new LinkedHashMap<>(SampleCampaign.quarterly());
        document.put("enabled", false);
        post.campaigns.add(SampleCampaign.of("q", post.survey("other", Map.of()), document, 0));
        post.set("Invitations", Map.of("id", Post.s(planned.id())), "campaign", Post.s("q"));
        post.set("Invitations", Map.of("id", Post.s(planned.id())), "survey", Post.s("other"));

        post.run();

        assertThat(post.recipients()).isEmpty();
        assertThat(post.state(planned)).isEqualTo(State.SCHEDULED);
    }
}
