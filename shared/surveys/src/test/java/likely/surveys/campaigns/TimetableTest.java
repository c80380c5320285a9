package likely.surveys.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.people.Person;
import likely.surveys.people.Relation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
    private static final Survey SURVEY = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0);

    /** Clocks go forward over the hour: it is as much later; they go back over it: it is the first of the two. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 02:30, Europe/Berlin,       2026-03-28T01:30:00Z",
        "2026-03-29, 02:30, Europe/Berlin,       2026-03-29T01:30:00Z",
        "2026-10-25, 02:30, Europe/Berlin,       2026-10-25T00:30:00Z",
        "2026-10-26, 02:30, Europe/Berlin,       2026-10-26T01:30:00Z",
        "2026-03-08, 02:15, America/New_York,    2026-03-08T07:15:00Z",
        "2026-11-01, 01:30, America/New_York,    2026-11-01T05:30:00Z",
        "2026-10-04, 02:15, Australia/Lord_Howe, 2026-10-03T15:45:00Z",
        "2026-04-05, 01:45, Australia/Lord_Howe, 2026-04-04T14:45:00Z",
        "2026-06-01, 09:00, Pacific/Kiritimati,  2026-05-31T19:00:00Z",
        "2028-02-29, 09:00, Asia/Kolkata,        2028-02-29T03:30:00Z"
    })
    void an_hour_is_told_on_the_persons_clock(LocalDate day, String at, String zone, Instant moment) {
        Timetable timetable = timetable(SURVEY, schedule("FREQ=DAILY", "2026-01-01", at, "person"));

        assertThat(timetable.due(day.toString(), person("1", zone, Map.of()))).contains(moment);
    }

    @Test
    void or_on_the_surveys_when_it_is_to_be_so_or_the_persons_is_not_known() {
        Survey berlin = SurveyDocument.apply(SURVEY, Map.of("time_zone", "Europe/Berlin"));
        Instant nine = Instant.parse("2026-01-01T08:00:00Z");
        Person tokyo = person("1", "Asia/Tokyo", Map.of());
        Person somewhere = person("2", null, Map.of());

        assertThat(timetable(berlin, schedule("FREQ=DAILY", "2026-01-01", "09:00", "survey"))
                        .due("2026-01-01", tokyo))
                .contains(nine);
        assertThat(timetable(berlin, schedule("FREQ=DAILY", "2026-01-01", "09:00", "person"))
                        .due("2026-01-01", somewhere))
                .contains(nine);
    }

    @Test
    void mail_waits_for_the_hours_and_days_on_which_it_may_go() {
        Survey weekdays = SurveyDocument.apply(
                SURVEY, Map.of("sending", Map.of("from", "10:00", "until", "18:00", "days_off", List.of("sunday"))));
        Timetable timetable = timetable(weekdays, schedule("FREQ=DAILY", "2026-01-01", "09:00", "person"));

        // 4 January 2026 is a Sunday.
        assertThat(timetable.due("2026-01-04", person("1", "UTC", Map.of())))
                .contains(Instant.parse("2026-01-05T10:00:00Z"));
    }

    @Test
    void of_a_day_that_is_none_of_its_own_there_is_no_wave() {
        Timetable monthly = timetable(SURVEY, schedule("FREQ=MONTHLY", "2026-01-31", "09:00", "person"));

        assertThat(monthly.due("2026-02-28", person("1", null, Map.of()))).isEmpty();
        assertThat(monthly.due("panel-2026-01-31", person("1", null, Map.of()))).isEmpty();
        assertThat(monthly.days(Instant.parse("2026-01-30T00:00:00Z"), Instant.parse("2026-06-01T00:00:00Z")))
                .containsExactly(
                        LocalDate.parse("2026-01-31"), LocalDate.parse("2026-03-31"), LocalDate.parse("2026-05-31"));
    }

    @Test
    void who_was_added_after_the_moment_is_not_asked() {
        Timetable daily = timetable(SURVEY, schedule("FREQ=DAILY", "2026-01-01", "09:00", "person"));
        long nine = Instant.parse("2026-01-02T09:00:00Z").getEpochSecond();

        assertThat(daily.due("2026-01-02", person("1", null, Map.of(), nine))).isPresent();
        assertThat(daily.due("2026-01-02", person("1", null, Map.of(), nine + 1)))
                .isEmpty();
    }

    @Test
    void new_customers_are_asked_once_so_many_days_after() {
        Timetable joining = timetable(SURVEY, Map.of("type", "schedule", "after_joining_days", 30));
        Person evening =
                person("1", "America/New_York", Map.of(), at("2026-01-01T03:00:00Z")); // still the old year there

        assertThat(joining.wave(LocalDate.parse("2026-01-30"))).isEqualTo(joining.wave(LocalDate.parse("2027-01-30")));
        assertThat(joining.due("joined", evening)).contains(Instant.parse("2026-01-30T14:00:00Z"));
        assertThat(joining.due("2026-01-30", evening)).isEmpty();
    }

    @Test
    void an_audience_is_told_by_survey_relation_properties_and_address() {
        Map<String, Object> trigger = schedule("FREQ=DAILY", "2026-01-01", "09:00", "person");
        trigger.put("audience", Map.of("properties", Map.of("plan", List.of("pro", "team"), "region", List.of("EU"))));
        Trigger.Audience audience =
                ((Trigger.Schedule) campaign(SURVEY, trigger).trigger()).audience();
        Map<String, String> right = Map.of("plan", "team", "region", "EU");
        Person one = person("1", null, right);

        assertThat(Audiences.miss(SURVEY, "7", audience, one)).isEmpty();
        assertThat(Audiences.miss(SURVEY, "7", audience, person("1", null, Map.of("plan", "pro"))))
                .contains(Audiences.Miss.PROPERTIES);
        assertThat(Audiences.miss(SURVEY, "7", audience, with(one, "a@b.example", Relation.PROSPECT, Set.of("demo"))))
                .contains(Audiences.Miss.RELATION);
        assertThat(Audiences.miss(SURVEY, "7", audience, with(one, "a@b.example", Relation.CUSTOMER, Set.of("other"))))
                .contains(Audiences.Miss.NOT_OF_THIS_SURVEY);
        assertThat(Audiences.miss(SURVEY, "7", audience, with(one, null, Relation.CUSTOMER, Set.of("demo"))))
                .contains(Audiences.Miss.NO_ADDRESS);
    }

    @Test
    void a_sample_is_of_that_size_stable_and_grows_by_taking_others_in() {
        Set<String> tenth = sampled("7", 10);

        assertThat(tenth).hasSizeBetween(1_850, 2_150).isEqualTo(sampled("7", 10));
        assertThat(sampled("7", 20)).hasSizeBetween(3_800, 4_200).containsAll(tenth);
        assertThat(sampled("8", 10).stream().filter(tenth::contains)).hasSizeBetween(150, 250);
        assertThat(sampled("7", 100)).hasSize(20_000);
    }

    private static Set<String> sampled(String campaign, int percent) {
        Trigger.Audience audience = new Trigger.Audience(Set.of(), Map.of(), percent);
        return IntStream.range(0, 20_000)
                .mapToObj(i -> person(Integer.toString(i), null, Map.of()))
                .filter(person ->
                        Audiences.miss(SURVEY, campaign, audience, person).isEmpty())
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    @Test
    void a_panel_asks_everybody_once_a_period_and_as_many_on_each_day() {
        Timetable panel = timetable(SURVEY, Map.of("type", "schedule", "rolling_days", 90, "start", "2026-01-01"));

        SortedMap<LocalDate, Integer> days = perDay(panel, "panel-2026-01-01");

        assertThat(days).hasSize(90);
        assertThat(days.firstKey()).isEqualTo(LocalDate.parse("2026-01-01"));
        assertThat(days.lastKey()).isEqualTo(LocalDate.parse("2026-03-31"));
        assertThat(days.values()).allSatisfy(count -> assertThat(count).isBetween(1_000, 1_222));
        assertThat(days.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(100_000);
    }

    @Test
    void a_panel_leaves_days_off_out_and_gives_nobody_a_monday_for_a_sunday() {
        Survey weekdays =
                SurveyDocument.apply(SURVEY, Map.of("sending", Map.of("days_off", List.of("saturday", "sunday"))));
        Timetable panel = timetable(weekdays, Map.of("type", "schedule", "rolling_days", 91, "start", "2026-01-01"));

        SortedMap<LocalDate, Integer> days = perDay(panel, "panel-2026-01-01");

        assertThat(days).hasSize(65);
        assertThat(days.values()).allSatisfy(count -> assertThat(count).isBetween(1_384, 1_692));
    }

    @Test
    void a_persons_own_day_in_a_panel_stays_the_same() {
        Timetable panel = timetable(SURVEY, Map.of("type", "schedule", "rolling_days", 30, "start", "2026-01-01"));
        for (int i = 0; i < 100; i++) {
            Person person = person(Integer.toString(i), null, Map.of());
            LocalDate first = panel.day("panel-2026-01-01", person).orElseThrow();

            assertThat(panel.day("panel-2026-01-31", person)).contains(first.plusDays(30));
            assertThat(panel.wave(first)).isEqualTo("panel-2026-01-01");
            assertThat(panel.wave(first.plusDays(30))).isEqualTo("panel-2026-01-31");
        }
        assertThat(panel.day("panel-2026-01-02", person("1", null, Map.of()))).isEqualTo(Optional.empty());
    }

    private static SortedMap<LocalDate, Integer> perDay(Timetable panel, String wave) {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        for (int i = 0; i < 100_000; i++) {
            Person person = person(Integer.toString(i), null, Map.of());
            days.merge(panel.day(wave, person).orElseThrow(), 1, Integer::sum);
        }
        return days;
    }

    private static Map<String, Object> schedule(String rule, String start, String at, String zone) {
        return new LinkedHashMap<>(
                Map.of("type", "schedule", "rule", rule, "start", start, "at", at, "time_zone", zone));
    }

    private static Campaign campaign(Survey survey, Map<String, Object> trigger) {
        return CampaignDocument.create("7", survey, Map.of("name", "A", "trigger", trigger), 0);
    }

    private static Timetable timetable(Survey survey, Map<String, Object> trigger) {
        return Timetable.of(survey, campaign(survey, trigger)).orElseThrow();
    }

    private static long at(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    private static Person person(String id, @Nullable String zone, Map<String, String> properties) {
        return person(id, zone, properties, 0);
    }

    private static Person person(String id, @Nullable String zone, Map<String, String> properties, long createdAt) {
        return new Person(
                id,
                "a@b.example",
                null,
                null,
                Relation.CUSTOMER,
                zone == null ? null : ZoneId.of(zone),
                null,
                properties,
                Set.of("demo"),
                null,
                createdAt,
                createdAt,
                1);
    }

    private static Person with(Person p, @Nullable String email, Relation relation, Set<String> surveys) {
        return new Person(
                p.id(), email, "+491701234567", null, relation, null, null, p.properties(), surveys, null, 0, 0, 1);
    }
}
