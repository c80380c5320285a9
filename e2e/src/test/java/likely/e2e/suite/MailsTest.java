package likely.e2e.suite;

import static java.time.temporal.ChronoUnit.SECONDS;
import static likely.e2e.client.Asked.campaign;
import static likely.e2e.client.Asked.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import likely.e2e.client.Asked;
import likely.e2e.client.Caller;
import likely.e2e.client.LocalClock;
import likely.e2e.client.Mail;
import likely.e2e.client.Mailbox;
import likely.e2e.client.Reply;
import likely.e2e.client.Survey;
import likely.e2e.client.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Weeks of mail on the clock of `local`. It is not put back, which is why this comes after the others. */
@Order(Integer.MAX_VALUE - 1)
class MailsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private static Mailbox mailbox;

    private final Survey survey = Survey.with(Map.of(
            "time_zone",
            BERLIN.getId(),
            "questions",
            List.of(Map.of("id", "contact", "type", "consent", "text", "May we write to you?")),
            "sender",
            Map.of("reply_to", "care@acme.example", "postal_address", "1 Oak Street, Leeds")));

    @BeforeAll
    static void onlyLocal() {
        assumeTrue(Target.get().local(), "no other clock can be moved");
        mailbox = Mailbox.find().orElseThrow();
    }

    @Test
    void a_wave_comes_at_nine_wherever_somebody_lives_and_an_answer_brings_the_recovery_mail_next_day() {
        List<Asked> berlin = Stream.of("Ada", "Ben", "Cleo")
                .map(name -> Asked.add(survey, name, Map.of("send", false)))
                .toList();
        List<Asked> newYork = Stream.of("Dan", "Eve")
                .map(name -> Asked.add(survey, name, Map.of("send", false, "time_zone", NEW_YORK.getId())))
                .toList();
        LocalDate day = LocalClock.now().atZone(BERLIN).toLocalDate().plusDays(1);
        String quarterly = campaign(
                survey,
                Map.of(
                        "name",
                        "Quarterly",
                        "reminders",
                        Map.of("count", 1, "spacing_days", 3),
                        "trigger",
                        quarterly(day, "08:00")));
        campaign(
                survey,
                Map.of(
                        "name",
                        "Recovery",
                        "enabled",
                        true,
                        "trigger",
                        Map.of("type", "answer", "band", "detractor", "delay", 86_400)));
        Instant nineInBerlin = day.atTime(NINE).atZone(BERLIN).toInstant();
        Instant nineInNewYork = day.atTime(NINE).atZone(NEW_YORK).toInstant();
        assertThat(rehearsed(quarterly, 30))
                .hasSize(5)
                .containsEntry(berlin.get(0).id(), nineInBerlin.minus(Duration.ofHours(1)))
                .containsEntry(newYork.get(0).id(), nineInNewYork.minus(Duration.ofHours(1)));

        LocalClock.forward(Duration.ofMinutes(5)); // so that it is planned before the day
        LocalClock.until(() -> newYork.get(1).mail("survey"), planned -> !planned.isEmpty());
        done(survey.api().put("v1/campaigns/" + quarterly, Map.of("trigger", quarterly(day, "09:00"))));
        LocalClock.until(
                () -> newYork.get(1).mail("survey"),
                planned -> LocalClock.moment(planned, "due_at").equals(nineInNewYork));
        LocalClock.to(nineInBerlin);
        berlin.forEach(person -> mail(person, 1));
        newYork.forEach(person ->
                assertThat(mailbox.to(person.email())).as(person.email()).isEmpty());
        LocalClock.to(nineInNewYork);
        newYork.forEach(person -> mail(person, 1));

        Asked ada = berlin.get(0);
        String three = mail(ada, 1).score(3);
        assertThat(Caller.anybody().get(three).status()).isEqualTo(200);
        assertThat(answers()).isEmpty();
        Asked.answer(three, 3, "comment=Too+slow&answer.contact=true");
        assertThat(answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer)
                        .containsEntry("score", 3)
                        .containsEntry("comment", "Too slow")
                        .containsEntry("person", ada.id())
                        .containsEntry("touchpoint", "email"));
        Instant answered = LocalClock.now();
        Map<String, Object> recovery = LocalClock.until(() -> ada.mail("follow_up"), mail -> !mail.isEmpty());
        assertThat(LocalClock.moment(recovery, "due_at"))
                .isCloseTo(answered.plus(Duration.ofDays(1)), within(60, SECONDS));
        LocalClock.forward(Duration.ofDays(1));
        mail(ada, 2);

        LocalClock.to(nineInNewYork.plus(Duration.ofDays(3)));
        mail(newYork.get(1), 2);
        assertThat(ada.mail("reminder")).containsEntry("state", "cancelled").containsEntry("reason", "answered");
        assertThat(mailbox.to(ada.email())).hasSize(2);
    }

    @Test
    void an_order_brings_its_mail_after_the_delay_and_one_that_was_sent_back_brings_none() {
        campaign(
                survey,
                Map.of(
                        "name",
                        "After an order",
                        "trigger",
                        Map.of(
                                "type",
                                "event",
                                "event",
                                "OrderCompleted",
                                "key",
                                "order",
                                "cancelled_by",
                                List.of("OrderReturned"),
                                "delay",
                                7_200,
                                "properties",
                                Map.of("order", "order"))));
        String kept = UUID.randomUUID().toString();
        String returned = UUID.randomUUID().toString();
        String ann = Asked.newAddress("Ann");
        String ben = Asked.newAddress("Ben");
        event("OrderCompleted", Map.of("order", kept, "email", ann));
        event("OrderCompleted", Map.of("order", kept, "email", ann));
        event("OrderCompleted", Map.of("order", returned, "person", Map.of("email", ben)));
        event("OrderReturned", Map.of("order", returned));
        Asked of = LocalClock.until(
                () -> person(ben),
                person -> person.mail("survey").getOrDefault("state", "").equals("cancelled"));
        assertThat(of.mail("survey")).containsEntry("reason", "event-undone");
        assertThat(mailbox.to(ann)).isEmpty();

        LocalClock.forward(Duration.ofHours(2));
        List<Mail> mails = LocalClock.until(() -> mailbox.to(ann), found -> !found.isEmpty());

        Asked.answer(mails.get(0).score(10), 10, "comment=");
        assertThat(answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer).containsEntry("person_properties", Map.of("order", kept)));
        assertThat(mailbox.to(ann)).hasSize(1);
        assertThat(mailbox.to(ben)).isEmpty();
    }

    @Test
    void a_scanner_that_opens_every_link_changes_nothing() {
        Asked ann = Asked.add(survey, "Ann", Map.of());
        Mail mail = mail(ann, 1);
        assertThat(mail.scores()).hasSize(11);

        List<String> all = new ArrayList<>(mail.links());
        all.removeIf(link -> !link.startsWith(Target.get().url().toString()));
        all.add(mail.unsubscribe());
        Caller scanner = Caller.anybody().with("User-Agent", "Mozilla/5.0 (compatible; Barracuda)");
        for (String link : all) {
            scanner.send("HEAD", link, null);
            scanner.get(link);
        }

        assertThat(answers()).isEmpty();
        assertThat(survey.api().get("v1/unsubscribes").list()).isEmpty();
        String invitation = String.valueOf(ann.mail("survey").get("id"));
        Map<String, Object> trace = done(survey.api().get("v1/invitations/" + invitation));
        assertThat(trace).containsEntry("state", "sent");
        assertThat(Survey.objects(trace, "openings"))
                .isNotEmpty()
                .allSatisfy(opening -> assertThat(opening).containsEntry("agent", "scanner"));
    }

    @Test
    void who_unsubscribes_by_one_click_gets_no_more_mail() {
        Asked ann = Asked.add(survey, "Ann", Map.of());
        Reply reply = Asked.press(mail(ann, 1).unsubscribe(), "List-Unsubscribe=One-Click");
        assertThat(reply.status()).isEqualTo(200);

        done(survey.api().post("v1/people", Map.of("email", ann.email(), "delay", 60)));
        List<Map<String, Object>> mails = LocalClock.until(
                ann::mails, found -> found.stream().anyMatch(mail -> "skipped".equals(mail.get("state"))));

        assertThat(mails).extracting(mail -> String.valueOf(mail.get("reason"))).contains("unsubscribed");
        assertThat(mailbox.to(ann.email())).hasSize(1);
        assertThat(survey.api().get("v1/unsubscribes").list())
                .extracting(row -> row.get("person_id"))
                .containsExactly(ann.id());
    }

    @Test
    void of_a_mail_that_nobody_knows_about_the_owner_decides() {
        LocalClock.fault("fault=drop-before&calls=1");
        Asked ann = Asked.add(survey, "Ann", Map.of());
        String id = LocalClock.until(this::unknown, found -> found.size() == 1).get(0);
        assertThat(mailbox.to(ann.email())).isEmpty();
        done(Caller.owner().post("v1/sending/pause", Map.of()));

        done(Caller.owner().put("v1/invitations/" + id, Map.of("state", "not_sent", "again", true)));

        assertThat(unknown()).isEmpty();
        assertThat(done(Caller.owner().post("v1/sending/resume", Map.of()))).containsEntry("paused", false);
        mail(ann, 1);
    }

    @Test
    void a_mail_that_was_taken_without_a_reply_is_sent_once_when_SES_tells_of_it() {
        LocalClock.fault("fault=drop-after&calls=1");
        Asked ann = Asked.add(survey, "Ann", Map.of());

        mail(ann, 1);

        LocalClock.until(() -> ann.mail("survey"), mail -> "sent".equals(mail.get("state")));
        assertThat(unknown()).isEmpty();
        assertThat(mailbox.to(ann.email())).hasSize(1);
    }

    @Test
    void an_address_that_bounced_is_listed_and_gets_no_more_mail() {
        String email = Asked.newAddress("Ann");
        LocalClock.fault("address=" + email.replace("+", "%2B") + "&fate=bounces");
        Asked ann = new Asked(
                survey,
                (String) done(survey.api().post("v1/people", Map.of("email", email)))
                        .get("id"),
                email);
        mail(ann, 1);
        LocalClock.until(
                () -> survey.api().get("v1/bounces").list(),
                bounces -> bounces.stream().anyMatch(row -> ann.id().equals(row.get("person_id"))));

        done(survey.api().post("v1/people", Map.of("email", email, "delay", 60)));
        done(Caller.owner().post("v1/sending/resume", Map.of())); // of few mails one bounce is much
        List<Map<String, Object>> mails = LocalClock.until(
                ann::mails, found -> found.stream().anyMatch(mail -> "skipped".equals(mail.get("state"))));

        assertThat(mails).extracting(mail -> String.valueOf(mail.get("reason"))).contains("bounced");
        assertThat(mailbox.to(email)).hasSize(1);
    }

    @Test
    void a_test_mail_comes_to_oneself_at_once() {
        String email = Asked.newAddress("Ann");

        done(Caller.owner().post("v1/surveys/" + survey.id() + "/test_mail", Map.of("to", email)));

        assertThat(mailbox.to(email)).hasSize(1);
    }

    private static Map<String, Object> quarterly(LocalDate day, String at) {
        return Map.of("type", "schedule", "rule", "FREQ=MONTHLY;INTERVAL=3", "start", day.toString(), "at", at);
    }

    private static Mail mail(Asked person, int number) {
        return LocalClock.until(() -> mailbox.to(person.email()), mails -> mails.size() >= number)
                .get(number - 1);
    }

    private List<Map<String, Object>> answers() {
        return survey.api().get("v1/survey_responses").list();
    }

    private void event(String type, Map<String, Object> detail) {
        Reply reply = survey.api().post("v1/events", Map.of("type", type, "detail", detail));
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
    }

    /** Whom an event told of; nobody yet has no mails. */
    private Asked person(String email) {
        return survey.api().get("v1/people").list().stream()
                .filter(person -> email.equals(person.get("email")))
                .map(person -> new Asked(survey, (String) person.get("id"), email))
                .findFirst()
                .orElse(new Asked(survey, "", email));
    }

    private List<String> unknown() {
        return Caller.owner().get("v1/invitations?state=unknown").list().stream()
                .filter(mail -> survey.id().equals(mail.get("survey")))
                .map(mail -> (String) mail.get("id"))
                .toList();
    }

    /** Whom a campaign asks when, page by page. */
    private Map<String, Instant> rehearsed(String campaign, int days) {
        Map<String, Instant> askings = new HashMap<>();
        String path = "v1/campaigns/" + campaign + "/rehearsal?per_page=500&days=" + days;
        while (!path.isEmpty()) {
            Reply page = survey.api().get(path);
            for (Map<String, Object> asking : Survey.objects(done(page), "askings")) {
                askings.put((String) asking.get("person"), LocalClock.moment(asking, "due_at"));
            }
            path = page.header("Link").replaceFirst("^<([^>]*)>.*", "$1");
        }
        return askings;
    }
}
