package likely.surveys.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import likely.scoring.Tally;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.answers.InMemoryAnswers;
import likely.surveys.answers.Range;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Any range is exact to the second, whatever the clocks of the survey's zone do in it; what is excluded is in none. */
class ScoreQueryTest {
    /** Zones and moments around which their clocks, or their calendars, jump. */
    private static final Map<String, String> JUMPS = new TreeMap<>(Map.of(
            "Europe/Berlin", "2026-10-25T01:00:00Z",
            "America/New_York", "2026-03-08T07:00:00Z",
            "America/St_Johns", "2010-11-07T02:31:00Z", // back at one minute past midnight, to the day before
            "America/Sao_Paulo", "2018-11-04T03:00:00Z", // a day that begins at one
            "America/Havana", "2026-11-01T05:00:00Z", // midnight twice
            "Pacific/Apia", "2011-12-30T10:00:00Z", // a day that never was
            "Asia/Kathmandu", "2026-06-01T00:00:00Z",
            "Pacific/Kiritimati", "2026-06-01T00:00:00Z",
            "UTC", "2026-06-01T00:00:00Z"));

    private static final long HOURS = 3_600;

    private final InMemoryAnswers answers = new InMemoryAnswers();
    private final ScoreQuery query = new ScoreQuery(answers, answers, answers);

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(JUMPS.keySet());
    }

    @Property(tries = 400)
    void a_range_is_exact_to_the_second(@ForAll("zones") String zone, @ForAll Random random) {
        answers.all.clear();
        long jump = ZonedDateTime.parse(JUMPS.get(zone)).toEpochSecond();
        Survey survey = survey(zone);
        for (int id = 0; id < 60; id++) {
            add(survey, id, moment(jump, random), random);
        }
        for (int i = 0; i < 12; i++) {
            check(survey, range(jump, random));
        }
    }

    @Property(tries = 400)
    void a_range_is_exact_whatever_zones_the_survey_was_in(
            @ForAll @Size(min = 2, max = 4) List<@net.jqwik.api.From("zones") String> zones, @ForAll Random random) {
        answers.all.clear();
        long jump = ZonedDateTime.parse(JUMPS.get(zones.get(0))).toEpochSecond();
        Survey survey = survey(zones.get(0));
        int id = 0;
        for (String zone : zones) {
            survey = SurveyDocument.changed(survey, Map.of("time_zone", zone), 1);
            survey = SurveyDocument.stored(SurveyDocument.write(survey));
            for (int i = 0; i < 20; i++) {
                add(survey, id++, moment(jump, random), random);
            }
        }
        for (int i = 0; i < 12; i++) {
            check(survey, range(jump, random));
        }
    }

    @Property(tries = 50)
    void whole_days_are_not_read_answer_by_answer(@ForAll @IntRange(min = 1, max = 60) int days) {
        Survey survey = survey("Europe/Berlin");
        LocalDate first = LocalDate.of(2026, 3, 1);
        ZoneId zone = survey.zone();
        Range range = new Range(
                first.atStartOfDay(zone).toEpochSecond(),
                first.plusDays(days).atStartOfDay(zone).toEpochSecond() - 1);

        assertThat(WholeDays.of(survey, range)).isEqualTo(new WholeDays(first, first.plusDays(days - 1L), List.of()));
    }

    @Test
    void nobody_answered() {
        Survey survey = survey("UTC");

        assertThat(query.newest(survey)).isEmpty();
        assertThat(query.in(survey, Range.ALL).total()).isEqualTo(Tally.EMPTY);
        assertThat(query.in(survey, new Range(10L, 5L)).byDay()).isEmpty();
    }

    private void check(Survey survey, Range range) {
        List<Response> wanted = answers.all.stream()
                .filter(it -> range.contains(it.createdAt()) && !it.excluded())
                .toList();
        Map<LocalDate, Tally> byDay = new TreeMap<>();
        Map<String, Tally> byRegion = new TreeMap<>();
        wanted.forEach(it -> byDay.merge(it.day(), Tally.of(it.score()), Tally::plus));
        wanted.forEach(it -> byRegion.merge(it.properties().get("region"), Tally.of(it.score()), Tally::plus));

        ScoreQuery.Answered answered = query.in(survey, range);
        assertThat(answered.byDay()).isEqualTo(byDay);
        assertThat(answered.total()).isEqualTo(byDay.values().stream().reduce(Tally.EMPTY, Tally::plus));
        assertThat(answered.bySegment("region", 100)).isEqualTo(byRegion);
    }

    private void add(Survey survey, int id, long at, Random random) {
        String region = List.of("EU", "US", "a=b#c").get(random.nextInt(3));
        Response response = InMemoryAnswers.response(survey, id, random.nextInt(11), at, at, Map.of("region", region));
        answers.all.add(InMemoryAnswers.marked(response, null, random.nextInt(5) == 0, 1, at));
    }

    /** Most within two days of the jump, many right at it and at full hours, where days begin. */
    private static long moment(long jump, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> jump + random.nextInt(-2, 3);
            case 1 -> jump - jump % HOURS + HOURS * random.nextInt(-60, 60) + random.nextInt(-1, 2);
            case 2 -> jump + random.nextInt(-5_000, 5_000);
            default -> jump + random.nextInt(-200_000, 200_000);
        };
    }

    private static Range range(long jump, Random random) {
        Long since = random.nextInt(5) == 0 ? null : Long.valueOf(moment(jump, random));
        Long until = random.nextInt(5) == 0 ? null : Long.valueOf(moment(jump, random));
        return new Range(since, until);
    }

    private static Survey survey(String zone) {
        return SurveyDocument.apply(
                SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0),
                Map.of("time_zone", zone, "segments", List.of("region")));
    }
}
