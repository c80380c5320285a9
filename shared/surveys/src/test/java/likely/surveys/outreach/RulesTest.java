package likely.surveys.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import likely.surveys.people.Person;
import likely.surveys.people.Relation;
import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Survey SURVEY = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0);

    @Test
    void nothing_speaks_against_a_customer_who_was_never_asked() {
        assertThat(against(SURVEY, mail(Kind.SURVEY), person("a@b.example"), Standing.unknown("k")))
                .isEmpty();
        assertThat(Rules.check(SURVEY, mail(Kind.SURVEY), person("a@b.example"), Standing.unknown("k"), NOW))
                .extracting(Finding::rule)
                .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(Rule.DISMISSED)));
    }

    @Test
    void each_rule_speaks_for_itself() {
        Person person = person("a@b.example");
        assertThat(against(SURVEY, mail(Kind.SURVEY), person(null), Standing.unknown("k")))
                .containsOnlyKeys(Rule.ADDRESS);
        assertThat(against(SURVEY, mail(Kind.SURVEY), person, standing(5L, Set.of(), null, null, Map.of(), null)))
                .containsOnlyKeys(Rule.UNSUBSCRIBED);
        assertThat(against(
                        SURVEY, mail(Kind.SURVEY), person, standing(null, Set.of("demo"), null, null, Map.of(), null)))
                .containsOnlyKeys(Rule.UNSUBSCRIBED_FROM_SURVEY);
        assertThat(against(
                        SURVEY, mail(Kind.SURVEY), person, standing(null, Set.of("other"), null, null, Map.of(), null)))
                .isEmpty();
        assertThat(against(SURVEY, mail(Kind.SURVEY), person, standing(null, Set.of(), 5L, null, Map.of(), null)))
                .containsOnlyKeys(Rule.BOUNCED);
        assertThat(against(SURVEY, mail(Kind.SURVEY), person, standing(null, Set.of(), null, 5L, Map.of(), null)))
                .containsOnlyKeys(Rule.COMPLAINED);
    }

    @Test
    void prospects_are_asked_by_surveys_for_prospects_alone() {
        Person prospect = new Person(
                "1", "a@b.example", null, null, Relation.PROSPECT, null, null, Map.of(), Set.of(), null, 0, 0, 1);
        Survey prospects = SurveyTemplate.PROSPECTS.survey("new", "Acme", 0);

        assertThat(against(SURVEY, mail(Kind.SURVEY), prospect, Standing.unknown("k")))
                .containsOnlyKeys(Rule.RELATION);
        assertThat(against(prospects, mail(Kind.SURVEY), prospect, Standing.unknown("k")))
                .isEmpty();
        assertThat(against(prospects, mail(Kind.SURVEY), person("a@b.example"), Standing.unknown("k")))
                .containsOnlyKeys(Rule.RELATION);
    }

    @Test
    void each_occasion_has_a_quarantine_and_all_have_a_floor() {
        long tenDaysAgo = NOW.minus(Duration.ofDays(10)).getEpochSecond();
        long threeDaysAgo = NOW.minus(Duration.ofDays(3)).getEpochSecond();
        Person person = person("a@b.example");

        assertThat(against(SURVEY, mail(Kind.SURVEY), person, asked(Occasion.RELATIONAL, tenDaysAgo)))
                .containsOnlyKeys(Rule.QUARANTINE);
        assertThat(against(SURVEY, mail(Kind.SURVEY), person, asked(Occasion.TRANSACTIONAL, tenDaysAgo)))
                .isEmpty();
        assertThat(against(SURVEY, mail(Kind.SURVEY), person, asked(Occasion.TRANSACTIONAL, threeDaysAgo)))
                .containsOnlyKeys(Rule.FLOOR);
    }

    /** From the first of January to the first of April are 90 days, one of them an hour short. */
    @Test
    void a_quarter_later_is_late_enough_though_the_last_mail_was_a_little_late() {
        long january = Instant.parse("2026-01-01T09:05:00Z").getEpochSecond();
        Instant april = Instant.parse("2026-04-01T08:00:00Z");
        Standing standing = asked(Occasion.RELATIONAL, january);

        assertThat(Rules.check(SURVEY, mail(Kind.SURVEY), person("a@b.example"), standing, april))
                .allMatch(Finding::passes);
        assertThat(Rules.check(
                        SURVEY, mail(Kind.SURVEY), person("a@b.example"), standing, april.minus(Duration.ofDays(1))))
                .filteredOn(finding -> !finding.passes())
                .containsExactly(new Finding(
                        Rule.QUARANTINE,
                        false,
                        january + Duration.ofDays(90).minusHours(12).toSeconds()));
    }

    @Test
    void the_persons_own_wish_holds_for_all_surveys() {
        Map<Occasion, Long> asked =
                Map.of(Occasion.TRANSACTIONAL, NOW.minus(Duration.ofDays(40)).getEpochSecond());
        assertThat(against(
                        SURVEY,
                        mail(Kind.SURVEY),
                        person("a@b.example"),
                        standing(null, Set.of(), null, null, asked, 90)))
                .containsOnlyKeys(Rule.PERSONS_WISH);
    }

    @Test
    void reminders_and_follow_ups_are_not_held_back_by_the_asking_that_they_belong_to() {
        Standing standing = asked(Occasion.RELATIONAL, NOW.getEpochSecond());
        assertThat(against(SURVEY, mail(Kind.REMINDER), person("a@b.example"), standing))
                .isEmpty();
        assertThat(against(SURVEY, mail(Kind.FOLLOW_UP), person("a@b.example"), standing))
                .isEmpty();
    }

    @Test
    void a_claim_that_was_given_back_is_not_held_back_by_itself() {
        Map<Occasion, Long> asked = Map.of(Occasion.RELATIONAL, NOW.getEpochSecond());
        Standing own =
                new Standing("k", "1", null, Set.of(), null, null, 0, asked, "77", null, null, Map.of(), Map.of());
        assertThat(against(SURVEY, mail(Kind.SURVEY), person("a@b.example"), own))
                .isEmpty();
    }

    @Test
    void who_answered_in_a_page_since_it_was_planned_gets_neither_the_survey_nor_its_reminders() {
        Person person = person("a@b.example");
        assertThat(against(SURVEY, mail(Kind.SURVEY), person, responded("demo", 0)))
                .containsOnlyKeys(Rule.RESPONDED);
        assertThat(against(SURVEY, mail(Kind.REMINDER), person, responded("demo", 5)))
                .containsOnlyKeys(Rule.RESPONDED);
        assertThat(against(SURVEY, mail(Kind.FOLLOW_UP), person, responded("demo", 5)))
                .isEmpty();
        assertThat(against(SURVEY, mail(Kind.SURVEY), person, responded("other", 5)))
                .isEmpty();
        assertThat(against(SURVEY, mail(Kind.SURVEY), person, responded("demo", -1)))
                .isEmpty();
    }

    @Test
    void in_a_page_neither_mail_nor_hours_speak_against_an_asking() {
        Standing unwanted = standing(5L, Set.of("demo"), 5L, 5L, Map.of(), null);
        assertThat(Rules.inPage(SURVEY, Relation.CUSTOMER, unwanted, NOW)).allMatch(Finding::passes);
        assertThat(Rules.inPage(SURVEY, null, Standing.unknown("k"), NOW))
                .extracting(Finding::rule)
                .containsExactly(Rule.RELATION, Rule.QUARANTINE, Rule.FLOOR, Rule.PERSONS_WISH, Rule.DISMISSED);
    }

    @Test
    void each_rule_of_a_page_speaks_for_itself() {
        long now = NOW.getEpochSecond();
        long tenDaysAgo = now - Duration.ofDays(10).toSeconds();
        assertThat(inPage(Relation.PROSPECT, Standing.unknown("k"))).containsExactly(Rule.RELATION);
        assertThat(inPage(null, asked(Occasion.RELATIONAL, tenDaysAgo))).containsExactly(Rule.QUARANTINE);
        assertThat(inPage(null, asked(Occasion.TRANSACTIONAL, now))).containsExactly(Rule.FLOOR);
        assertThat(inPage(null, standing(null, Set.of(), null, null, Map.of(Occasion.TRANSACTIONAL, tenDaysAgo), 30)))
                .containsExactly(Rule.PERSONS_WISH);
        assertThat(inPage(null, dismissed(tenDaysAgo, tenDaysAgo))).containsExactly(Rule.DISMISSED);
        assertThat(inPage(null, dismissed(tenDaysAgo + 1, tenDaysAgo)))
                .containsExactly(Rule.QUARANTINE, Rule.DISMISSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"response-7", "5070930253314838301"})
    void closing_a_card_does_not_put_off_an_answer_or_a_mail(String askedBy) {
        long twentyDaysAgo = NOW.minus(Duration.ofDays(20)).getEpochSecond();
        assertThat(inPage(null, dismissed(twentyDaysAgo, twentyDaysAgo + 1, askedBy)))
                .containsExactly(Rule.QUARANTINE, Rule.DISMISSED);
    }

    private static List<Rule> inPage(@Nullable Relation relation, Standing standing) {
        return Rules.inPage(SURVEY, relation, standing, NOW).stream()
                .filter(finding -> !finding.passes())
                .map(Finding::rule)
                .toList();
    }

    private static Standing dismissed(long asked, long dismissed) {
        return dismissed(asked, dismissed, "page-1");
    }

    private static Standing dismissed(long asked, long dismissed, String askedBy) {
        return new Standing(
                "k",
                "1",
                null,
                Set.of(),
                null,
                null,
                0,
                Map.of(Occasion.RELATIONAL, asked),
                askedBy,
                null,
                null,
                Map.of(Occasion.RELATIONAL, dismissed),
                Map.of());
    }

    private static Standing responded(String survey, long at) {
        return new Standing(
                "k", "1", null, Set.of(), null, null, 0, Map.of(), null, null, null, Map.of(), Map.of(survey, at));
    }

    @Test
    void hours_are_told_in_the_persons_zone() {
        Survey office = SurveyDocument.apply(
                SURVEY, Map.of("sending", Map.of("from", "09:00", "until", "17:00"), "time_zone", "Europe/Berlin"));
        Person inAuckland = new Person(
                "1",
                "a@b.example",
                null,
                null,
                Relation.CUSTOMER,
                ZoneId.of("Pacific/Auckland"),
                null,
                Map.of(),
                Set.of(),
                null,
                0,
                0,
                1);

        assertThat(against(office, mail(Kind.SURVEY), person("a@b.example"), Standing.unknown("k")))
                .isEmpty();
        assertThat(against(office, mail(Kind.SURVEY), inAuckland, Standing.unknown("k")))
                .containsEntry(Rule.HOURS, Instant.parse("2026-11-25T20:00:00Z").getEpochSecond());
    }

    private static Map<Rule, @Nullable Long> against(Survey survey, Invitation mail, Person person, Standing standing) {
        Map<Rule, @Nullable Long> against = new LinkedHashMap<>();
        Rules.check(survey, mail, person, standing, NOW).stream()
                .filter(finding -> !finding.passes())
                .forEach(finding -> against.put(finding.rule(), finding.until()));
        return against;
    }

    private static Standing asked(Occasion occasion, long at) {
        return standing(null, Set.of(), null, null, new EnumMap<>(Map.of(occasion, at)), null);
    }

    private static Standing standing(
            @Nullable Long unsubscribed,
            Set<String> from,
            @Nullable Long bounced,
            @Nullable Long complained,
            Map<Occasion, Long> asked,
            @Nullable Integer rest) {
        return new Standing(
                "k", "1", unsubscribed, from, bounced, complained, 0, asked, null, null, rest, Map.of(), Map.of());
    }

    private static Person person(@Nullable String email) {
        return new Person("1", email, null, null, Relation.CUSTOMER, null, null, Map.of(), Set.of(), null, 0, 0, 1);
    }

    private static Invitation mail(Kind kind) {
        return new Invitation(
                "77",
                "demo",
                "c",
                "w",
                kind,
                Occasion.RELATIONAL,
                "1",
                "k",
                "77",
                null,
                null,
                0,
                Map.of(),
                0,
                0,
                State.SCHEDULED,
                null,
                null);
    }
}
