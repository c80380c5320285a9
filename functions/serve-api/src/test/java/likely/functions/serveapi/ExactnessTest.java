package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import likely.surveys.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metrics and scores through the whole function, against a count by hand; the days on which clocks change are in it. */
class ExactnessTest {
    /** Around the end of summer time in Europe, 2026-10-25T01:00:00Z, and in New York a week later. */
    private static final long MIDDLE = 1_792_890_000L;

    private static final int SPAN = 9 * 86_400;

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, UTC", "America/New_York, America/New_York", "Pacific/Apia, America/St_Johns"})
    void metrics_are_exact_to_the_second(String before, String after) {
        Api api = new Api();
        Random random = new Random(1);
        List<Response> all = new ArrayList<>();
        for (String zone : List.of(before, after)) {
            api.owner("PUT", "/v1/surveys/demo")
                    .json("{\"time_zone\":\"" + zone + "\"}")
                    .send();
            for (int i = 0; i < 120; i++) {
                Map<String, String> properties = random.nextInt(4) == 0
                        ? Map.of()
                        : Map.of("region", List.of("EU", "US", "APAC").get(random.nextInt(3)));
                Response response = Answers.at("demo", random.nextInt(11), moment(random), ZoneId.of(zone), properties);
                api.record(response);
                all.add(response);
            }
        }
        api.count();

        for (int i = 0; i < 40; i++) {
            Long since = random.nextInt(6) == 0 ? null : Long.valueOf(moment(random));
            Long until = random.nextInt(6) == 0 ? null : Long.valueOf(moment(random));
            if (since == null && until == null) {
                continue;
            }
            String range = (since == null ? "" : "since=" + since) + (until == null ? "" : "&until=" + until);
            List<Response> wanted = all.stream()
                    .filter(it -> since == null || it.createdAt() >= since)
                    .filter(it -> until == null || it.createdAt() <= until)
                    .toList();
            long promoters =
                    wanted.stream().filter(it -> it.score().value() >= 9).count();
            long detractors =
                    wanted.stream().filter(it -> it.score().value() <= 6).count();
            long n = wanted.size();

            Map<String, Object> metrics = api.get("/v1/metrics?" + range).object();
            assertThat(metrics)
                    .as(range)
                    .containsEntry("response_count", (int) n)
                    .containsEntry("promoter_count", (int) promoters)
                    .containsEntry("detractor_count", (int) detractors)
                    .containsEntry("nps", n == 0 ? 0 : (int) Math.floor(100.0 * (promoters - detractors) / n + 0.5));

            Map<String, Object> scores =
                    api.get("/v1/scores?interval=day&segment=region&" + range).object();
            assertThat(counts(scores.get("days"), "day")).as(range).isEqualTo(byDay(wanted));
            assertThat(counts(scores.get("segments"), "value")).as(range).isEqualTo(byRegion(wanted));
        }
    }

    @org.junit.jupiter.api.Test
    void without_a_range_the_thirty_days_that_end_at_the_newest_answer_count() {
        Api api = new Api();
        api.get("/v1/session");
        long newest = 1_700_000_000L;
        for (long ago : List.of(0L, 1L, 30 * 86_400L, 30 * 86_400L + 1, 90 * 86_400L)) {
            api.record(Answers.at("demo", 10, newest - ago, ZoneId.of("UTC"), Map.of()));
        }
        api.count();

        assertThat(api.get("/v1/metrics").object()).containsEntry("response_count", 3);
        assertThat(api.get("/v1/metrics?until=" + newest).object()).containsEntry("response_count", 5);
    }

    private static Map<String, Integer> byDay(List<Response> responses) {
        Map<String, Integer> days = new HashMap<>();
        responses.forEach(it -> days.merge(it.day().toString(), 1, Integer::sum));
        return days;
    }

    private static Map<String, Integer> byRegion(List<Response> responses) {
        Map<String, Integer> regions = new HashMap<>();
        responses.stream()
                .filter(it -> it.properties().containsKey("region"))
                .forEach(it -> regions.merge(it.properties().get("region"), 1, Integer::sum));
        return regions;
    }

    private static Map<String, Integer> counts(Object list, String name) {
        Map<String, Integer> counts = new HashMap<>();
        ((List<?>) list).forEach(row -> {
            Map<?, ?> one = (Map<?, ?>) row;
            counts.put((String) one.get(name), (Integer) ((Map<?, ?>) one.get("score")).get("n"));
        });
        return counts;
    }

    private static long moment(Random random) {
        long hour = MIDDLE + random.nextInt(-SPAN / 3_600, SPAN / 3_600) * 3_600L;
        return random.nextBoolean() ? hour + random.nextInt(-1, 2) : hour + random.nextInt(3_600);
    }
}
