package likely.surveys.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import likely.surveys.Unavailable;
import likely.surveys.campaigns.SampleCampaign;
import likely.surveys.invitations.Invitation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However often, whenever and however badly it is planned, what is planned is the same. */
class PlanningLawsTest {
    private static final String BEGIN = "2026-03-28T00:00:00Z";

    /** Fails at one write, and at no other. */
    private static final class Crashing extends InMemoryMails {
        private int left;

        Crashing(int writes) {
            left = writes;
        }

        @Override
        protected void write() {
            if (left-- == 0) {
                throw new Unavailable(new IllegalStateException("told by a test"));
            }
        }
    }

    @Property(tries = 20)
    void planning_twice_is_planning_once(
            @ForAll @IntRange(min = 1, max = 30) int people,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 2_000) Integer> minutes) {
        Stage once = stage(people, new InMemoryMails());
        planAfter(once, Duration.ofDays(3));

        Stage often = stage(people, new InMemoryMails());
        for (int each : minutes) {
            planAfter(often, Duration.ofMinutes(each));
        }
        often.now = Instant.parse(BEGIN).plus(Duration.ofDays(12));
        often.now = once.now.isBefore(often.now) ? once.now : often.now;
        often.plan();
        often.plan();

        assertThat(planned(often)).containsAllEntriesOf(planned(once));
        assertThat(planned(often).keySet()).hasSameSizeAs(often.mails.all());
    }

    @Property(tries = 30)
    void after_a_crash_at_any_write_planning_again_has_the_same(
            @ForAll @IntRange(min = 1, max = 30) int people, @ForAll @IntRange(min = 0, max = 200) int write) {
        Stage whole = stage(people, new InMemoryMails());
        planAfter(whole, Duration.ofDays(3));

        Stage broken = stage(people, new Crashing(write));
        broken.pass(Duration.ofDays(3));
        try {
            broken.plan();
        } catch (Unavailable e) {
            broken.pass(Duration.ofMinutes(5));
            broken.plan();
        }

        assertThat(planned(broken)).isEqualTo(planned(whole));
    }

    @Property(tries = 20)
    void a_change_that_is_taken_back_leaves_what_there_was(
            @ForAll @IntRange(min = 1, max = 30) int people, @ForAll @IntRange(min = 1, max = 99) int percent) {
        Stage stage = stage(people, new InMemoryMails());
        planAfter(stage, Duration.ofDays(3));
        Map<String, Long> before = planned(stage);

        stage.change(
                "7", SampleCampaign.withTrigger(SampleCampaign.quarterly(), "audience", Map.of("percent", percent)));
        stage.plan();
        stage.change("7", SampleCampaign.quarterly());
        stage.plan();

        assertThat(planned(stage)).isEqualTo(before);
    }

    private static Stage stage(int people, InMemoryMails mails) {
        Stage stage = new Stage(BEGIN, mails);
        for (int i = 0; i < people; i++) {
            stage.person(Integer.toString(i), i % 3 == 0 ? "Asia/Tokyo" : null, Map.of());
        }
        stage.campaign("7", SampleCampaign.quarterly());
        stage.campaign("8", SampleCampaign.panel("2026-01-01", 5));
        return stage;
    }

    private static void planAfter(Stage stage, Duration time) {
        stage.pass(time);
        stage.plan();
    }

    /** What waits, and when. */
    private static Map<String, Long> planned(Stage stage) {
        return stage.mails.all().stream()
                .filter(mail -> !mail.state().settled())
                .collect(Collectors.toMap(Invitation::id, Invitation::dueAt, (one, other) -> one, LinkedHashMap::new));
    }
}
