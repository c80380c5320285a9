package likely.e2e.suite;

import static likely.e2e.client.Asked.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import likely.e2e.client.Asked;
import likely.e2e.client.Await;
import likely.e2e.client.Aws;
import likely.e2e.client.Caller;
import likely.e2e.client.Mail;
import likely.e2e.client.Mailbox;
import likely.e2e.client.Reply;
import likely.e2e.client.Survey;
import likely.e2e.client.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an order to the recovery mail, without any delay: what every imitation of AWS can do on its own clock. */
class FirstMailTest {
    private static Mailbox mailbox;
    private static Aws aws;

    @BeforeAll
    static void reach() {
        assumeTrue(Target.get().disposable() && Target.get().aws().isPresent(), "nobody is to get these mails");
        mailbox = Mailbox.find().orElseThrow();
        aws = Target.get().aws().orElseThrow();
    }

    @Test
    void an_order_brings_a_mail_a_press_is_counted_and_whoever_is_unhappy_hears_from_us() {
        Survey survey = Survey.with(Map.of(
                "template",
                "after_purchase",
                "questions",
                List.of(Map.of("id", "contact", "type", "consent", "text", "May we write to you?"))));
        campaign(
                survey,
                Map.of(
                        "name",
                        "After an order",
                        "trigger",
                        Map.of("type", "event", "event", "OrderCompleted", "key", "order", "delay", 0)));
        campaign(
                survey,
                Map.of(
                        "name",
                        "Recovery",
                        "enabled",
                        true,
                        "trigger",
                        Map.of("type", "answer", "band", "detractor", "delay", 0)));
        String email = Asked.newAddress("Ann");
        Map<String, Object> order =
                Map.of("order", UUID.randomUUID().toString(), "person", Map.of("email", email, "name", "Ann"));
        survey.api().post("v1/events", Map.of("type", "OrderCompleted", "detail", order));

        Mail mail = mail(email, 1);

        assertThat(mail.scores()).hasSize(11);
        assertThat(mail.links().toString() + mail.unsubscribe()).doesNotContain(email);
        for (String link : mail.scores()) {
            assertThat(Caller.anybody().get(link).status()).isEqualTo(200);
        }
        assertThat(survey.api().get("v1/survey_responses").list()).isEmpty();
        Asked.answer(mail.score(2), 2, "comment=It+was+late&answer.contact=true");
        survey.counted(1);
        mail(email, 2);
        assertThat(mailbox.to(email)).hasSize(2);
    }

    @Test
    void what_somebody_chooses_holds_and_the_own_answer_can_be_erased() {
        Survey survey = Survey.plain();
        Asked ann = Asked.add(survey, "Ann", Map.of());
        Mail mail = mail(ann.email(), 1);
        Asked.answer(mail.score(9), 9, "comment=Fine");
        survey.counted(1);

        assertThat(choose(mail, "action=save&all=on&survey=on&rest=3&reason=Too+often"))
                .contains("checked");
        assertThat(unsubscribed(survey)).isEqualTo(1);
        choose(mail, "action=undo");
        assertThat(unsubscribed(survey)).isZero();
        choose(mail, "action=erase");

        survey.counted(0);
    }

    @Test
    void a_link_without_a_mail_takes_as_many_answers_as_it_may() {
        Survey survey = Survey.plain();
        Map<String, Object> link =
                Asked.done(survey.api().post("v1/links", Map.of("answers", 2, "touchpoint", "checkout")));
        String address = (String) link.get("url");

        assertThat(Caller.anybody().get(address).status()).isEqualTo(200);
        assertThat(List.of(1, 2, 3, 1))
                .extracting(visitor -> Asked.press(address, "score=8&page=000000000000000" + visitor)
                        .status())
                .containsExactly(200, 200, 409, 200);

        survey.counted(2);
        assertThat(survey.api().get("v1/links/" + link.get("id")).json()).containsEntry("used", 2);
    }

    @Test
    void an_event_that_cannot_be_used_is_kept() {
        Survey survey = Survey.plain();
        campaign(
                survey,
                Map.of(
                        "name",
                        "After a call",
                        "trigger",
                        Map.of("type", "event", "event", "CallEnded", "key", "call")));
        String unplannable = aws.queueUrl("unplannable-events");
        int before = aws.waiting(unplannable);

        aws.sqs()
                .sendMessage(m -> m.queueUrl(aws.queueUrl("plan-requests")).messageBody("""
                {"version": "0", "id": "%s", "detail-type": "CallEnded", "source": "phones", "account": "000000000000",
                 "time": "%s", "region": "eu-west-1", "resources": [], "detail": {"survey": "%s", "call": "1"}}
                """.formatted(
                                UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.SECONDS), survey.id())));

        Await.until(() -> aws.waiting(unplannable), waiting -> waiting > before);
    }

    private static String choose(Mail mail, String form) {
        Reply reply = Asked.press(mail.unsubscribe(), form);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.body();
    }

    private static int unsubscribed(Survey survey) {
        return survey.api().get("v1/unsubscribes").list().size();
    }

    /** Has mail sent that would be within the minute, and answers the mail of that number. */
    private static Mail mail(String email, int number) {
        return Await.until(
                        () -> {
                            aws.invoke("send-due", "{\"task\":\"send-due\"}");
                            return mailbox.to(email);
                        },
                        mails -> mails.size() >= number,
                        Duration.ofMillis(500))
                .get(number - 1);
    }
}
