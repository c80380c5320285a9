package likely.e2e.suite;

import static likely.e2e.client.Asked.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import likely.e2e.client.Asked;
import likely.e2e.client.Await;
import likely.e2e.client.Aws;
import likely.e2e.client.Caller;
import likely.e2e.client.Mail;
import likely.e2e.client.Mailbox;
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
