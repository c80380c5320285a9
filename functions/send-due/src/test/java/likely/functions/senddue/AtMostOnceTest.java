package likely.functions.senddue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import likely.aws.Clients;
import likely.aws.dynamodb.FaultyDynamoDb;
import likely.aws.ses.SesMailer;
import likely.embedded.SesEvents;
import likely.embedded.SesFaults;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.ses.SesClient;

/** A mail is sent at most once, whatever goes wrong. */
class AtMostOnceTest {
    private static final String ADA = "ada@shop.example";

    private final Post post = new Post();
    private Invitation asking;

    @BeforeEach
    void plan() {
        post.person("1", ADA, null);
        asking = post.asking("spring", "1", ADA);
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void a_due_mail_is_sent_with_its_links_tags_and_headers() {
        assertThat(post.run()).containsEntry("sent", 1);

        assertThat(post.state(asking)).isEqualTo(State.SENT);
        assertThat(post.onlyMail()).satisfies(mail -> {
            assertThat(mail.destinations()).containsExactly(ADA);
            assertThat(mail.source()).isEqualTo("surveys@shop.example");
            assertThat(mail.configurationSet()).isEqualTo("likely");
            assertThat(mail.tags()).isEqualTo(Map.of("invitation", asking.id(), "survey", "demo"));
            assertThat(mail.header("From")).contains("Acme <surveys@shop.example>");
            assertThat(mail.header("List-Unsubscribe").orElse(""))
                    .startsWith("<https://likely.example/live/unsubscribe/");
            assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
            assertThat(mail.header("Message-ID")).isEmpty();
        });
        assertThat(post.run()).isEqualTo(Map.of("end", "nothing_due"));
    }

    @Test
    void two_dispatchers_and_a_stale_index_make_one_call() throws Exception {
        // Both read the mail as one that waits, and a third has an index that still names it afterwards.
        CountDownLatch both = new CountDownLatch(2);
        FaultyDynamoDb slow = new FaultyDynamoDb(post.dynamoDb);
        slow.after(request -> {
            if (request instanceof GetItemRequest get
                    && get.key().containsKey("id")
                    && get.key().get("id").s().equals(asking.id())) {
                both.countDown();
                await(both);
            }
        });
        Dispatchers dispatchers = new Dispatchers(post, slow);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<String>> results = threads.invokeAll(List.of(dispatchers::handle, dispatchers::handle));
        threads.shutdown();

        assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder("SENT", "STALE");
        assertThat(dispatchers.handle()).isEqualTo("STALE");
        assertThat(post.ses.sendCalls()).isEqualTo(1);
    }

    @Test
    void a_crash_before_ses_leaves_no_mail_and_an_unknown_one() {
        assertThatThrownBy(() -> post.function(Post.before(letter -> {
                            throw new Post.Crash();
                        }))
                        .handleRequest(Map.of(), new Call(880_000)))
                .isInstanceOf(Post.Crash.class);
        assertThat(post.state(asking)).isEqualTo(State.SENDING);

        post.clock.advance(Duration.ofMinutes(3));
        post.run();

        assertThat(post.state(asking)).isEqualTo(State.UNKNOWN);
        assertThat(post.run()).isEqualTo(Map.of("end", "nothing_due"));
        assertThat(post.ses.sendCalls()).isZero();
    }

    @Test
    void accepted_then_a_crash_then_the_send_event_is_sent_with_one_mail() {
        assertThatThrownBy(() -> post.function(Post.after(letter -> {
                            throw new Post.Crash();
                        }))
                        .handleRequest(Map.of(), new Call(880_000)))
                .isInstanceOf(Post.Crash.class);
        post.clock.advance(Duration.ofMinutes(3));
        post.run();
        assertThat(post.state(asking)).isEqualTo(State.UNKNOWN);

        post.note(SesEvents.send(post.onlyMail()));

        assertThat(post.state(asking)).isEqualTo(State.SENT);
        assertThat(post.now(asking).sentAt()).isEqualTo(Post.NOW.getEpochSecond());
        post.run();
        assertThat(post.ses.sendCalls()).isEqualTo(1);
    }

    @Test
    void a_connection_that_ends_before_the_reply_makes_one_call_and_an_unknown_one() {
        post.ses.faults().next(SesFaults.Call.DROP_AFTER, 1);

        assertThat(post.run()).containsEntry("unknown", 1);

        assertThat(post.state(asking)).isEqualTo(State.UNKNOWN);
        assertThat(post.now(asking).reason()).isEqualTo("connection_lost");
        post.clock.advance(Duration.ofDays(1));
        post.run();
        assertThat(post.ses.sendCalls()).isEqualTo(1);
    }

    @Test
    void a_time_out_makes_one_call_and_an_unknown_one() {
        post.ses.faults().next(SesFaults.Call.LATE_REPLY, 1);
        post.ses.faults().late(Duration.ofSeconds(2));
        SesClient impatient = Clients.once(SesClient.builder(), "SES", post.settings(), Duration.ofMillis(500));

        post.function(mailer -> new SesMailer(impatient, Optional.empty())).handleRequest(Map.of(), new Call(880_000));

        assertThat(post.now(asking).reason()).isEqualTo("time_out");
        post.clock.advance(Duration.ofDays(1));
        post.run();
        assertThat(post.ses.sendCalls()).isEqualTo(1);
    }

    @Test
    void a_failure_of_ses_makes_one_call_and_an_unknown_one() {
        post.ses.faults().next(SesFaults.Call.UNAVAILABLE, 1);

        post.run();

        assertThat(post.state(asking)).isEqualTo(State.UNKNOWN);
        assertThat(post.ses.sendCalls()).isEqualTo(1);
    }

    @Test
    void three_throttles_then_success_is_one_mail() {
        post.ses.faults().next(SesFaults.Call.THROTTLE, 3);

        for (int run = 0; run < 3; run++) {
            assertThat(post.run()).containsEntry("throttled", 1);
            assertThat(post.state(asking)).isEqualTo(State.SCHEDULED);
            assertThat(post.address(ADA)).doesNotContainKeys("askedRelational", "askedBy");
            post.clock.advance(Duration.ofSeconds(20));
        }
        post.run();

        assertThat(post.state(asking)).isEqualTo(State.SENT);
        assertThat(post.onlyMail().destinations()).containsExactly(ADA);
        assertThat(post.ses.sendCalls()).isEqualTo(4);
    }

    @Test
    void ses_that_cannot_be_reached_gives_the_mail_back() {
        post.set("AWS_ENDPOINT_URL_SES", "http://127.0.0.1:1");
        Dispatchers unreachable = new Dispatchers(post, post.dynamoDb);

        assertThat(unreachable.handle()).isEqualTo("THROTTLED");
        assertThat(post.state(asking)).isEqualTo(State.SCHEDULED);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
