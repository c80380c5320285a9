package likely.functions.serveapi.resources;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.scoring.Comparison;
import likely.scoring.Segments;
import likely.scoring.Tally;
import likely.surveys.Survey;
import likely.surveys.answers.Range;
import likely.surveys.json.Invalid;
import likely.surveys.scores.ScoreQuery;
import likely.surveys.scores.ScoreQuery.Answered;

/** What answers add up to. */
public final class ScoreRoutes {
    private static final long THIRTY_DAYS = Duration.ofDays(30).toSeconds();

    /** A property of which every visitor has another value is no segment; so many are read and compared. */
    private static final int MOST_VALUES = 100;

    private final Scope scope;
    private final ScoreQuery scores;

    public ScoreRoutes(Scope scope, ScoreQuery scores) {
        this.scope = scope;
        this.scores = scores;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "metrics", Access.ANY_KEY, this::metrics),
                Route.of("GET", "scores", Access.ANY_KEY, this::scores));
    }

    private Reply metrics(Call call) {
        Survey survey = scope.survey(call);
        Range range = call.query().range("since", "until");
        if (range.isAll()) {
            OptionalLong newest = scores.newest(survey);
            if (newest.isEmpty()) {
                return Reply.json(200, ScoreJson.metrics(Tally.EMPTY));
            }
            range = new Range(newest.getAsLong() - THIRTY_DAYS, newest.getAsLong());
        }
        return Reply.json(200, ScoreJson.metrics(scores.in(survey, range).total()));
    }

    private Reply scores(Call call) {
        Survey survey = scope.survey(call);
        Range range = call.query().range("since", "until");
        boolean daily =
                call.query().text("interval").map(ScoreRoutes::requireDay).orElse(false);
        Answered answered = scores.in(survey, range);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("survey", survey.id());
        json.put("time_zone", survey.zone().getId());
        json.put("bands", ScoreJson.bands());
        json.put("since", range.since());
        json.put("until", range.until());
        // Segments before the whole: what is counted between the two readings is then in the whole alone.
        List<Map.Entry<String, Map<String, Tally>>> segments = call.query()
                .text("segment")
                .map(name -> List.of(Map.entry(name, answered.bySegment(name, MOST_VALUES))))
                .orElse(List.of());
        var days = answered.byDay();
        Tally total = days.values().stream().reduce(Tally.EMPTY, Tally::plus);
        json.put("score", ScoreJson.score(total));
        if (daily) {
            List<Map<String, Object>> list = new ArrayList<>();
            days.forEach((day, tally) -> {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("day", day.toString());
                one.put("score", ScoreJson.score(tally));
                list.add(one);
            });
            json.put("days", list);
        }
        segments.forEach(segment -> json.put("segments", compared(segment.getValue(), total)));
        return Reply.json(200, json);
    }

    private static boolean requireDay(String interval) {
        if (!interval.equals("day")) {
            throw new Invalid("interval", "is not day");
        }
        return true;
    }

    private static List<Map<String, Object>> compared(Map<String, Tally> segments, Tally total) {
        Map<String, Tally> testable = new LinkedHashMap<>(segments);
        testable.values().removeIf(tally -> !isPart(tally, total));
        Map<String, Comparison> adjusted = Segments.againstRest(testable, total);
        List<Map<String, Object>> list = new ArrayList<>();
        segments.forEach((value, tally) -> {
            Comparison plain = adjusted.containsKey(value) ? Comparison.againstRest(tally, total) : null;
            list.add(ScoreJson.segment(value, tally, plain, adjusted.get(value)));
        });
        return list;
    }

    /** An answer that was erased between two readings may be missing in the whole. */
    private static boolean isPart(Tally part, Tally whole) {
        long[] parts = part.counts();
        long[] all = whole.counts();
        for (int score = 0; score < parts.length; score++) {
            if (parts[score] > all[score]) {
                return false;
            }
        }
        return true;
    }
}
