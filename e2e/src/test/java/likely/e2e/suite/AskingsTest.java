package likely.e2e.suite;

import static likely.e2e.client.Asked.campaign;
import static likely.e2e.client.Asked.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import likely.e2e.client.Asked;
import likely.e2e.client.Caller;
import likely.e2e.client.LocalClock;
import likely.e2e.client.Mailbox;
import likely.e2e.client.Reply;
import likely.e2e.client.Signed;
import likely.e2e.client.Survey;
import likely.e2e.client.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Who is signed is asked in pages and by mail as one person; the clock goes forward for the mails, so it comes late. */
@Order(Integer.MAX_VALUE - 2)
class AskingsTest {
    private static final Duration DAYS = Duration.ofDays(3);

    private final Survey survey = Survey.with(Map.of("template", "after_purchase"));

    private static Instant now() {
        return Target.get().local() ? LocalClock.now() : Instant.now();
    }

    private static Map<String, Object> person(Survey survey, String email) {
        return Signed.person(survey, email, now().plus(Duration.ofHours(1)).getEpochSecond());
    }

    private static Reply ask(Survey survey, Map<String, Object> body) {
        return Caller.anybody()
                .with("Origin", "https://shop.example")
                .post("surveys/" + survey.id() + "/askings", body);
    }

    private static boolean mayAsk(Survey survey, String email) {
        return (boolean)
                done(ask(survey, Map.of("person", person(survey, email)))).get("ask");
    }

    @Test
    void somebody_signed_is_asked_once_over_surveys_and_tabs_and_not_again_after_putting_it_off() {
        Survey other = Survey.with(Map.of("template", "after_purchase"));
        String email = Asked.newAddress("Ann");
        Map<String, Object> person = person(survey, email);
        List<CompletableFuture<Object>> tabs = Stream.of(1, 2, 3)
                .map(tab -> CompletableFuture.supplyAsync(
                        () -> done(ask(survey, Map.of("person", person))).get("ask")))
                .toList();

        List<Object> told = new ArrayList<>();
        tabs.forEach(tab -> told.add(tab.join()));
        assertThat(told).containsExactlyInAnyOrder(true, false, false);
        assertThat(mayAsk(other, email)).isFalse();
        assertThat(done(ask(survey, Map.of("person", person, "dismissed", true))))
                .containsEntry("ask", false);
        assertThat(mayAsk(survey, email)).isFalse();
    }

    @Test
    void a_customer_is_asked_in_a_page_and_a_prospect_is_not() {
        Asked ben = Asked.add(survey, "Ben", Map.of("send", false, "relation", "prospect"));
        Asked cleo = Asked.add(survey, "Cleo", Map.of("send", false));
        assertThat(mayAsk(survey, ben.email())).isFalse();
        assertThat(mayAsk(survey, cleo.email())).isTrue();
    }

    @Test
    void of_somebody_unsigned_nobody_is_told() {
        Reply refused = ask(survey, Map.of("person", Map.of("email", Asked.newAddress("Dan"))));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("\"person\"");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("*");
        Reply preflight = Caller.anybody()
                .with("Origin", "https://shop.example")
                .with("Access-Control-Request-Method", "POST")
                .send("OPTIONS", "surveys/" + survey.id() + "/askings", null);
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
    }

    @Test
    void whoever_answers_in_the_page_gets_neither_the_mail_that_was_planned_nor_its_reminder_but_what_follows() {
        assumeTrue(Target.get().local(), "no other clock can be moved");
        Mailbox mailbox = Mailbox.find().orElseThrow();
        order("After an order", Map.of("count", 1, "spacing_days", 1));
        campaign(
                survey,
                Map.of(
                        "name",
                        "Recovery",
                        "enabled",
                        true,
                        "trigger",
                        Map.of("type", "answer", "band", "detractor", "delay", 0)));
        Asked eve = ordered("Eve");
        Asked fay = ordered("Fay");
        Map<String, Object> answer = new HashMap<>(Map.of("submissionId", Survey.newSubmission(), "score", 3));
        answer.put("person", person(survey, eve.email()));
        assertThat(survey.answer(answer).status()).isEqualTo(201);

        LocalClock.until(() -> eve.mail("follow_up").get("state"), "sent"::equals);
        LocalClock.forward(DAYS);
        LocalClock.until(() -> fay.mail("survey").get("state"), "sent"::equals);
        LocalClock.forward(DAYS);
        LocalClock.until(() -> fay.mail("reminder").get("state"), "sent"::equals);

        assertThat(eve.mail("survey")).containsEntry("state", "skipped").containsEntry("reason", "responded");
        assertThat(eve.mail("reminder").get("state")).isIn("skipped", "cancelled");
        assertThat(mailbox.to(eve.email())).hasSize(1);
        assertThat(mailbox.to(fay.email())).hasSize(2);
        assertThat(survey.api().get("v1/survey_responses").list())
                .singleElement()
                .satisfies(response -> assertThat(response).containsEntry("person", eve.id()));
    }

    private void order(String name, Map<String, Object> reminders) {
        Map<String, Object> trigger =
                Map.of("type", "event", "event", "OrderCompleted", "key", "order", "delay", DAYS.toSeconds());
        campaign(survey, Map.of("name", name, "reminders", reminders, "trigger", trigger));
    }

    /** Somebody who ordered, and whose mails are planned. */
    private Asked ordered(String name) {
        Asked person = Asked.add(survey, name, Map.of("send", false));
        Map<String, Object> detail = Map.of(
                "survey", survey.id(), "order", Survey.newSubmission(), "person", Map.of("email", person.email()));
        assertThat(survey.api()
                        .post("v1/events", Map.of("type", "OrderCompleted", "detail", detail))
                        .status())
                .isEqualTo(202);
        LocalClock.until(person::mails, mails -> mails.size() == 2);
        return person;
    }
}
