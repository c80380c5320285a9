package likely.functions.senddue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import likely.aws.dynamodb.DynamoLeases;
import likely.surveys.sending.Guard;
import likely.surveys.sending.Health;
import likely.surveys.sending.Lease;
import likely.surveys.sending.Letter;
import likely.surveys.sending.Mailer;
import likely.surveys.sending.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How much is sent, and when nothing is. */
class RateAndQuotaTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    private final Post post = new Post();

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void a_quota_used_up_in_mid_wave_goes_on_the_next_day_without_a_double() {
        post.ses.quota().set(7, 500);
        wave(12);

        assertThat(post.run()).containsEntry("end", "quota_used").containsEntry("sent", 7);
        assertThat(post.run()).containsEntry("end", "quota_used").doesNotContainKey("sent");
        post.clock.advance(Duration.ofHours(25));
        assertThat(post.run()).containsEntry("end", "nothing_due").containsEntry("sent", 5);

        assertThat(new HashSet<>(post.recipients())).hasSize(12);
        assertThat(post.recipients()).hasSize(12);
        assertThat(post.ses.quota().aboveQuota()).isZero();
    }

    @Test
    void the_rate_is_used_and_never_exceeded() {
        post.oneByOne();
        wave(40);

        post.function(Post.rate(20)).handleRequest(Map.of(), new Call(880_000));

        Duration taken = Duration.between(Post.NOW, post.clock.instant());
        assertThat(post.recipients()).hasSize(40);
        // 39 spaces of a twentieth of a second, with 95 % of the rate used at least
        assertThat(taken).isBetween(Duration.ofMillis(39 * 50), Duration.ofMillis((long) (39 * 50 / 0.95) + 1));
    }

    @Test
    void a_run_that_finds_another_one_leaves_at_once() throws Exception {
        wave(1);
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        SendDue slow = post.function(Post.before(letter -> {
            sending.countDown();
            await(released);
        }));
        CompletableFuture<Map<String, Object>> first =
                CompletableFuture.supplyAsync(() -> slow.handleRequest(Map.of(), new Call(880_000)));
        sending.await();
        post.person("late", "late@shop.example", null);
        post.asking("spring", "late", "late@shop.example");

        assertThat(post.run()).isEqualTo(Map.of("end", "busy"));

        released.countDown();
        assertThat(first.get()).containsEntry("sent", 2);
        assertThat(post.recipients()).hasSize(2);
    }

    @Test
    void a_run_that_finds_one_about_to_stop_takes_over_when_its_lease_is_over_and_keeps_to_its_turns() {
        wave(1);
        post.oneByOne();
        Lease other =
                new Lease("other", Post.NOW.plusSeconds(40), Post.NOW.plusSeconds(30), Post.NOW.plusSeconds(50), null);
        new DynamoLeases(post.dynamoDb, post.table("Invitations")).take(other, null);

        assertThat(post.run()).containsEntry("sent", 1);

        assertThat(post.onlyMail().at()).isBetween(Post.NOW.plusSeconds(50), Post.NOW.plusSeconds(51));
    }

    @Test
    void after_a_crash_the_next_run_waits_until_no_call_of_the_first_can_be_under_way() {
        wave(1);
        assertThatThrownBy(() -> post.function(Post.before(letter -> {
                            throw new Post.Crash();
                        }))
                        .handleRequest(Map.of(), new Call(880_000)))
                .isInstanceOf(Post.Crash.class);
        post.person("late", "late@shop.example", null);
        post.asking("spring", "late", "late@shop.example");

        assertThat(post.run()).isEqualTo(Map.of("end", "busy"));
        post.clock.advance(Duration.ofSeconds(61));

        assertThat(post.run()).containsEntry("sent", 1);
        assertThat(post.recipients()).containsExactly("late@shop.example");
    }

    @Test
    void a_run_whose_lease_was_taken_makes_no_further_call() {
        wave(30);
        AtomicInteger calls = new AtomicInteger();
        UnaryOperator<Mailer> taken = Post.after(letter -> {
            if (calls.incrementAndGet() == 3) {
                post.set("Invitations", Map.of("id", Post.s("lease#send-due")), "owner", Post.s("another run"));
            }
        });
        // So slow that the wave outlasts a renewal.
        SendDue overtaken = post.function(mailer -> taken.apply(Post.rate(1).apply(mailer)));

        assertThat(overtaken.handleRequest(Map.of(), new Call(880_000))).containsEntry("end", "lease_lost");

        assertThat(post.recipients().size()).isBetween(3, 20);
    }

    @Test
    void a_new_domain_is_ramped_up_by_days() {
        post.set("RAMP_UP", "2");
        wave(20);

        assertThat(post.run()).containsEntry("sent", 2);
        assertThat(post.run()).doesNotContainKey("sent");
        post.clock.advance(Duration.ofDays(1));
        assertThat(post.run()).containsEntry("sent", 4);
        post.clock.advance(Duration.ofDays(1));
        assertThat(post.run()).containsEntry("sent", 8);
    }

    @Test
    void the_guardian_pauses_and_the_owner_resumes() {
        post.records.addSent(TODAY, 60);
        hurt("bounces", 7);
        wave(3);

        assertThat(post.run()).isEqualTo(Map.of("end", "paused"));

        assertThat(post.records.guard().pause())
                .isEqualTo(new Guard.Pause(Guard.Cause.BOUNCES, Post.NOW.getEpochSecond()));
        assertThat(post.ses.sendCalls()).isZero();
        post.records.resume(TODAY, new Health(60, 7, 0));
        assertThat(post.run()).containsEntry("sent", 3);
        assertThat(post.records.days(TODAY, TODAY).get(TODAY)).isEqualTo(new Health(63, 7, 0));
    }

    @Test
    void an_account_that_takes_no_mail_stops_the_run_and_drops_nothing() {
        wave(3);
        SendDue blocked = post.function(mailer -> new Blocking());

        assertThat(blocked.handleRequest(Map.of(), new Call(880_000))).containsEntry("end", "account_blocked");

        assertThat(post.run()).containsEntry("sent", 3);
    }

    private void wave(int people) {
        for (int i = 0; i < people; i++) {
            post.person("w" + i, "w" + i + "@shop.example", null);
            post.asking("spring", "w" + i, "w" + i + "@shop.example");
        }
    }

    private void hurt(String what, int times) {
        post.set(
                "Invitations",
                Map.of("id", Post.s("health#" + TODAY)),
                what,
                AttributeValue.fromN(Integer.toString(times)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Blocking implements Mailer {
        @Override
        public Outcome send(Letter letter) {
            return new Outcome.Blocked(Outcome.Block.ACCOUNT, "AccountSendingPausedException");
        }

        @Override
        public Quota quota() {
            return new Quota(100, 100, 0);
        }
    }
}
