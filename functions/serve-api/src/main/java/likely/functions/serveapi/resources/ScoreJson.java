package likely.functions.serveapi.resources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import likely.scoring.Band;
import likely.scoring.Comparison;
import likely.scoring.NetPromoterScore;
import likely.scoring.Score;
import likely.scoring.Tally;
import org.jspecify.annotations.Nullable;

/** Scores as JSON: what nobody answered has null for its score, and never 0. */
final class ScoreJson {
    private ScoreJson() {}

    /** Points from -100 to 100; {@code standard_error} is a share, of which 0.09 is 9 points. */
    static Map<String, Object> score(Tally tally) {
        Optional<NetPromoterScore> score = NetPromoterScore.of(tally);
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "nps", score, NetPromoterScore::value);
        put(json, "rounded", score, NetPromoterScore::rounded);
        json.put("n", tally.responses());
        put(json, "low", score, it -> it.interval().low());
        put(json, "high", score, it -> it.interval().high());
        put(json, "standard_error", score, NetPromoterScore::standardError);
        json.put("promoters", band(tally, Band.PROMOTER, score));
        json.put("passives", band(tally, Band.PASSIVE, score));
        json.put("detractors", band(tally, Band.DETRACTOR, score));
        List<Long> histogram = new ArrayList<>();
        for (long count : tally.counts()) {
            histogram.add(count);
        }
        json.put("histogram", histogram);
        return json;
    }

    /** By score, so that no page has to know where a band begins. */
    static List<String> bands() {
        return Score.ALL.stream()
                .map(score -> score.band().name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Map<String, Object> band(Tally tally, Band band, Optional<NetPromoterScore> score) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", tally.count(band));
        put(json, "percent", score, it -> it.percent(band));
        return json;
    }

    /** A segment against all other answers; null when there are none on one of the two sides. */
    static Map<String, Object> segment(
            String value, Tally tally, @Nullable Comparison plain, @Nullable Comparison adjusted) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", value);
        json.put("score", score(tally));
        Map<String, Object> rest = null;
        if (plain != null && adjusted != null) {
            rest = new LinkedHashMap<>();
            rest.put("difference", plain.difference());
            rest.put("z", plain.z());
            rest.put("p", plain.p());
            rest.put("p_adjusted", adjusted.p());
        }
        json.put("rest", rest);
        return json;
    }

    /** Delighted's core group: whole numbers alone, so that nobody's answers have the score 0. */
    static Map<String, Object> metrics(Tally tally) {
        Optional<NetPromoterScore> score = NetPromoterScore.of(tally);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("nps", score.map(NetPromoterScore::rounded).orElse(0));
        put(json, "promoter", tally, score, Band.PROMOTER);
        put(json, "passive", tally, score, Band.PASSIVE);
        put(json, "detractor", tally, score, Band.DETRACTOR);
        json.put("response_count", tally.responses());
        return json;
    }

    private static void put(
            Map<String, Object> json, String name, Tally tally, Optional<NetPromoterScore> score, Band band) {
        json.put(name + "_count", tally.count(band));
        json.put(name + "_percent", score.map(it -> it.percent(band)).orElse(0));
    }

    private static <T> void put(
            Map<String, Object> json,
            String name,
            Optional<NetPromoterScore> score,
            Function<NetPromoterScore, T> value) {
        json.put(name, score.map(value).orElse(null));
    }
}
