package likely.surveys.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import likely.scoring.Band;
import likely.surveys.Survey;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.Campaign.Reminders;
import likely.surveys.campaigns.Trigger;
import likely.surveys.campaigns.Trigger.Condition;
import likely.surveys.invitations.Invitation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MailRendererTest {
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
    private static final String HOSTILE = "<script>alert('\"&{{brand}}')</script>\r\nBcc: eve@evil.example";

    private static List<String> links(String html) {
        return HREF.matcher(html)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .toList();
    }

    static List<String> languages() {
        return likely.surveys.texts.Language.shipped();
    }

    @Test
    void a_survey_has_eleven_links_and_the_way_out_and_no_other() {
        MailContent mail = Mails.render("{}", Kind.SURVEY, null);
        List<String> wanted = IntStream.rangeClosed(0, 10)
                .mapToObj(score -> Mails.ANSWER + "?score=" + score + "&lang=en")
                .toList();
        assertThat(links(mail.html()))
                .containsExactlyElementsOf(java.util.stream.Stream.concat(
                                wanted.stream(), java.util.stream.Stream.of(Mails.UNSUBSCRIBE + "?lang=en"))
                        .toList());
        assertThat(mail.text().lines().filter(line -> line.startsWith("https://")))
                .containsExactlyElementsOf(links(mail.html()));
        assertThat(mail.html())
                .contains("How likely is it that you would recommend Acme to a friend or colleague?")
                .contains(">not at all likely</td>", ">extremely likely</td>");
        assertThat(mail.subject()).isEqualTo("One short question from Acme");
    }

    @Test
    void no_mail_has_its_readers_address_in_it() {
        for (Kind kind : Kind.values()) {
            MailContent mail = Mails.render("{}", kind, Band.PROMOTER);
            assertThat(mail.toString()).doesNotContain("ada@").doesNotContain("mail.example");
        }
    }

    @Test
    void headers_tell_how_to_leave_and_that_a_machine_wrote() {
        assertThat(Mails.render("{}", Kind.SURVEY, null).headers())
                .containsEntry("List-Unsubscribe", "<" + Mails.UNSUBSCRIBE + ">")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .containsEntry("Auto-Submitted", "auto-generated")
                .containsEntry("Precedence", "bulk")
                .containsEntry("Content-Language", "en");
        assertThat(Mails.render("{}", Kind.FOLLOW_UP, Band.PASSIVE).headers()).doesNotContainKey("Precedence");
    }

    @Test
    void the_footer_says_who_writes_and_why() {
        MailContent mail = Mails.render("""
                {"sender":{"postal_address":"Acme Ltd\\n1 Road <b>, Town","logo":"https://acme.example/l.png?a=1&b=2"}}""", Kind.SURVEY, null);
        assertThat(mail.html())
                .contains("because you are a customer of Acme.")
                .contains(">Acme Ltd</p>", ">1 Road &lt;b&gt;, Town</p>")
                .contains("<img src=\"https://acme.example/l.png?a=1&amp;b=2\" alt=\"Acme\"");
        assertThat(mail.text()).contains("because you are a customer of Acme.", "1 Road <b>, Town", Mails.UNSUBSCRIBE);
    }

    @Test
    void a_reminder_asks_again_in_other_words() {
        MailContent mail = Mails.render("{}", Kind.REMINDER, null);
        assertThat(mail.subject()).isEqualTo("Reminder: one short question from Acme");
        assertThat(mail.html()).contains("A few days ago we asked", "?score=10");
    }

    @ParameterizedTest
    @CsvSource({"DETRACTOR, put it right", "PASSIVE, to earn a 9 or a 10", "PROMOTER, tell your story"})
    void what_follows_an_answer_asks_for_no_score(Band band, String said) {
        MailContent mail = Mails.render("{}", Kind.FOLLOW_UP, band);
        assertThat(mail.html()).contains(said).doesNotContain("?score=").contains("because you answered a survey");
        assertThat(mail.text()).contains(said);
        assertThat(links(mail.html())).containsExactly(Mails.UNSUBSCRIBE + "?lang=en");
    }

    @Test
    void a_campaign_has_words_and_a_link_of_its_own() {
        Survey survey = Mails.survey("{}");
        Campaign campaign = new Campaign(
                "c",
                "demo",
                "C",
                true,
                new Trigger.Answer(Band.PROMOTER, Duration.ZERO, new Condition(true, null, List.of(), false)),
                Reminders.NONE,
                Map.of(
                        "en",
                        Map.of(
                                "mail.promoter.subject", "Hi {name}",
                                "mail.promoter.text", "{named, select, yes {Dear {name}} other {Hello}},\n\nreview us",
                                "mail.promoter.url", "https://reviews.example/?a=1&b=2",
                                "mail.link", "Review {brand}")),
                0,
                0,
                1);
        MailContent mail = new MailRenderer()
                .render(Mails.order(
                        survey,
                        campaign,
                        Kind.FOLLOW_UP,
                        Band.PROMOTER,
                        Map.of(),
                        Mails.person("Ada", null, Map.of())));
        assertThat(mail.subject()).isEqualTo("Hi Ada");
        assertThat(mail.html()).contains(">Dear Ada,</p>", ">review us</p>", ">Review Acme</span>");
        assertThat(links(mail.html()).get(0)).isEqualTo("https://reviews.example/?a=1&b=2");
        assertThat(mail.text()).contains("https://reviews.example/?a=1&b=2");
        MailContent nameless = new MailRenderer()
                .render(Mails.order(
                        survey, campaign, Kind.FOLLOW_UP, Band.PROMOTER, Map.of(), Mails.person(null, null, Map.of())));
        assertThat(nameless.html()).contains(">Hello,</p>");
    }

    @Test
    void special_properties_change_the_mail_those_of_the_asking_first() {
        Map<String, String> persons =
                Map.of("Delighted Email Subject", "P", "questionProductName", "the kettle", "locale", "it");
        MailContent mail = Mails.asked(
                Map.of(
                        "delighted_email_subject",
                        "S\r\nBcc: eve@evil.example",
                        "delighted_intro_message",
                        "You were here."),
                Mails.person("Ada", "fr", persons));
        assertThat(mail.subject()).isEqualTo("S Bcc: eve@evil.example");
        assertThat(mail.html()).contains(">You were here.</p>", "<html lang=\"fr\"", "recommandiez the kettle");
        assertThat(Mails.asked(Map.of("locale", "de-AT"), Mails.person(null, "fr", persons))
                        .html())
                .contains("<html lang=\"de\"", "dass Sie the kettle");
        assertThat(Mails.asked(Map.of(), Mails.person(null, null, persons)).html())
                .contains("<html lang=\"it\"");
    }

    @Test
    void what_was_bought_can_be_named() {
        Survey survey = Mails.survey("{\"texts\":{\"en\":{\"mail.subject\":\"How is your {product}?\"}}}");
        assertThat(new MailRenderer()
                        .render(Mails.order(
                                survey,
                                null,
                                Kind.SURVEY,
                                null,
                                Map.of("product", "Kettle 3"),
                                Mails.person(null, null, Map.of())))
                        .subject())
                .isEqualTo("How is your Kettle 3?");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatever_is_said_of_brand_and_person_stays_text(Kind kind) {
        Survey survey = Mails.survey(likely.surveys.json.Json.write(Map.of(
                "brand", HOSTILE,
                "labels", Map.of("low", HOSTILE, "high", HOSTILE),
                "sender", Map.of("postal_address", HOSTILE),
                "texts", Map.of("en", Map.of("mail.intro", "{name}", "mail.subject", "{name}")))));
        Map<String, String> properties =
                Map.of("question_product_name", HOSTILE, "delighted_intro_message", HOSTILE, "locale", "\"><script>");
        for (Band band : Band.values()) {
            MailContent mail = new MailRenderer()
                    .render(Mails.order(
                            survey, null, kind, band, properties, Mails.person(HOSTILE, "\"><script>", Map.of())));
            assertThat(mail.html()).doesNotContain("<script").contains("&lt;script&gt;");
            assertThat(links(mail.html())).allMatch(link -> link.startsWith("https://nps.acme.example/"));
            assertThat(mail.subject()).doesNotContain("\r").doesNotContain("\n");
            assertThat(mail.headers().values()).noneMatch(value -> value.contains("\n"));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_language_can_be_sent(String language) {
        for (Kind kind : Kind.values()) {
            for (Band band : Band.values()) {
                MailContent mail = new MailRenderer()
                        .render(new SampleMail(Mails.survey("{}"), null, kind, band, language)
                                .order("https://x.example"));
                assertThat(mail.subject()).isNotBlank().doesNotContain("{");
                assertThat(mail.html())
                        .contains("<html lang=\"" + language + "\"")
                        .doesNotContain("{{");
            }
        }
    }

    @Test
    void a_mail_from_right_to_left_is_mirrored() {
        String html = new MailRenderer()
                .render(new SampleMail(Mails.survey("{}"), null, Kind.SURVEY, null, "ar").order("https://x.example"))
                .html();
        assertThat(html).contains("dir=\"rtl\"", "align=\"right\"").doesNotContain("dir=\"ltr\"");
        List<String> aligned = Pattern.compile("class=\"faint\" width=\"50%\" align=\"(\\w+)\"")
                .matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(aligned).containsExactly("right", "left");
    }

    @Test
    void a_test_says_that_it_is_one() {
        MailOrder order = new SampleMail(Mails.survey("{}"), null, Kind.SURVEY, null, null).order("https://x.example");
        MailContent mail = new MailRenderer().renderTest(order);
        assertThat(mail.html()).contains("This is a test mail.");
        assertThat(mail.text()).contains("[This is a test mail.");
        assertThat(links(mail.html()).get(0)).isEqualTo("https://x.example/answer/test-demo?score=0&lang=en");
        assertThat(new MailRenderer().render(order).html()).doesNotContain("test mail");
    }
}
