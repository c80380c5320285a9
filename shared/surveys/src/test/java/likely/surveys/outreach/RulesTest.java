package likely.surveys.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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

class RulesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Survey SURVEY = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0);

    @Test
    void nothing_speaks_against_a_customer_who_was_never_asked() {
        assertThat(against(SURVEY, mail(Kind.SURVEY), person("a@b.example"), Standing.unknown("k")))
                .isEmpty();
        assertThat(Rules.check(SURVEY, mail(Kind.SURVEY), person("a@b.example"), Standing.unknown("k"), NOW))
                .extracting(Finding::rule)
                .containsExactly(Rule.values());
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
        Standing own = new Standing("k", "1", null, Set.of(), null, null, 0, asked, "77", null, null);
        assertThat(against(SURVEY, mail(Kind.SURVEY), person("a@b.example"), own))
                .isEmpty();
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
        return new Standing("k", "1", unsubscribed, from, bounced, complained, 0, asked, null, null, rest);
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
