package likely.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Replies of the shapes that the real functions give, with numbers that look right but are nobody's arithmetic. */
final class MockData {
    /** By score, as the server says them. */
    static final List<String> BANDS = List.of(
            "detractor",
            "detractor",
            "detractor",
            "detractor",
            "detractor",
            "detractor",
            "detractor",
            "passive",
            "passive",
            "promoter",
            "promoter");

    static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\"><b>bold</b>";

    private MockData() {}

    /** A map in the order given, which may hold null as JSON does. */
    static Map<String, Object> object(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    static Map<String, Object> settings(String question, String locale, boolean hostile) {
        var text = hostile ? HOSTILE : "";
        return object(
                "id",
                "demo",
                "name",
                "Acme",
                "open",
                true,
                "locale",
                locale,
                "dir",
                locale.equals("ar") ? "rtl" : "ltr",
                "languages",
                List.of(locale),
                "question",
                question + text,
                "labels",
                object("low", "not at all likely" + text, "high", "extremely likely" + text),
                "bands",
                BANDS,
                "follow_ups",
                object(
                        "detractor",
                        "What went wrong for you?" + text,
                        "passive",
                        "What would make it better?" + text,
                        "promoter",
                        "What do you like most?" + text),
                "questions",
                List.of(
                        object(
                                "id",
                                "reason",
                                "type",
                                "choice",
                                "text",
                                "What mattered most?" + text,
                                "multiple",
                                false,
                                "choices",
                                List.of(
                                        object("id", "price", "text", "Price" + text),
                                        object("id", "speed", "text", "Speed"),
                                        object("id", "taste", "text", "Taste"))),
                        object(
                                "id",
                                "uses",
                                "type",
                                "choice",
                                "text",
                                "What do you use it for?",
                                "multiple",
                                true,
                                "choices",
                                List.of(object("id", "tea", "text", "Tea"), object("id", "coffee", "text", "Coffee"))),
                        object("id", "ease", "type", "scale", "text", "How easy was it?", "min", 1, "max", 5),
                        object("id", "more", "type", "text", "text", "Anything else?"),
                        object("id", "later", "type", "a kind of the future", "text", "?"),
                        object("id", "contact", "type", "consent", "text", "You may write to me about my answer.")),
                "thanks",
                object(
                        "detractor",
                        "Thank you, we will look into it." + text,
                        "passive",
                        "Thank you." + text,
                        "promoter",
                        "Thank you, that is lovely to hear." + text),
                "words",
                object("send", "Send", "skip", "Skip", "close", "Close"),
                "widget",
                widget());
    }

    /** When and how the widget asks, as a new survey has it but for the seconds. */
    private static Map<String, Object> widget() {
        return object(
                "trigger",
                object("after_seconds", 0),
                "page_views",
                1,
                "share",
                1.0,
                "pages",
                List.of(),
                "except_pages",
                List.of(),
                "devices",
                List.of("desktop", "tablet", "mobile"),
                "rest_days",
                90,
                "dismissed_days",
                30,
                "position",
                "bottom-end",
                "theme",
                "auto",
                "colors",
                object(
                        "light",
                        object("mark", "#0b5cad", "on", "#ffffff"),
                        "dark",
                        object("mark", "#8cc4ff", "on", "#0d1520")),
                "links",
                object(),
                "stamp",
                true,
                "do_not_track",
                false);
    }

    /** The score of so many detractors, passives and promoters. */
    static Map<String, Object> score(int detractors, int passives, int promoters) {
        int n = detractors + passives + promoters;
        var histogram = new ArrayList<>(Collections.nCopies(11, 0));
        spread(histogram, detractors, 0, 6);
        spread(histogram, passives, 7, 8);
        spread(histogram, promoters, 9, 10);
        Double nps = n == 0 ? null : 100.0 * (promoters - detractors) / n;
        var half = 150 / Math.sqrt(Math.max(1, n));
        return object(
                "nps",
                nps,
                "rounded",
                nps == null ? null : Math.round(nps),
                "n",
                n,
                "low",
                nps == null ? null : Math.max(-100, nps - half),
                "high",
                nps == null ? null : Math.min(100, nps + half),
                "standard_error",
                nps == null ? null : half / 196,
                "promoters",
                share(promoters, n),
                "passives",
                share(passives, n),
                "detractors",
                share(detractors, n),
                "histogram",
                histogram);
    }

    private static void spread(List<Integer> histogram, int many, int from, int to) {
        for (int i = 0; i < many; i++) {
            int at = from + (i * 5 + i / 3) % (to - from + 1);
            histogram.set(at, histogram.get(at) + 1);
        }
    }

    private static Map<String, Object> share(int part, int n) {
        return object("count", part, "percent", n == 0 ? null : Math.round(100.0 * part / n));
    }

    /** Days until today, one in seven without an answer. */
    static List<Map<String, Object>> days(int many) {
        var random = new Random(1);
        var today = LocalDate.now(ZoneOffset.UTC);
        return IntStream.range(0, many)
                .filter(back -> back % 7 != 3)
                .mapToObj(back -> object(
                        "day",
                        today.minusDays(many - 1L - back).toString(),
                        "score",
                        score(2 + random.nextInt(4), 3 + random.nextInt(5), 5 + random.nextInt(12))))
                .toList();
    }

    static List<Map<String, Object>> segments() {
        return List.of(
                object(
                        "value",
                        "EU",
                        "score",
                        score(20, 40, 90),
                        "rest",
                        object("difference", 21.4, "z", 3.1, "p", .002, "p_adjusted", .006)),
                object(
                        "value",
                        "US",
                        "score",
                        score(30, 35, 40),
                        "rest",
                        object("difference", -24.2, "z", -3.0, "p", .003, "p_adjusted", .006)),
                object(
                        "value",
                        HOSTILE,
                        "score",
                        score(4, 5, 6),
                        "rest",
                        object("difference", -8.1, "z", -.5, "p", .6, "p_adjusted", .6)),
                object("value", "APAC", "score", score(0, 0, 0), "rest", null));
    }

    static Map<String, Object> source(int marked, int excluded) {
        return object(
                "id",
                "2026-11-26-00ff00ff00ff00ff",
                "marked",
                marked,
                "excluded",
                excluded,
                "first_at",
                1_795_683_600L,
                "last_at",
                1_795_685_400L);
    }

    static Map<String, Object> answer(int id, int score, String comment, String region) {
        return object(
                "id",
                String.valueOf(id),
                "person",
                "7",
                "survey_type",
                "nps",
                "score",
                score,
                "band",
                score < 7 ? "detractor" : score < 9 ? "passive" : "promoter",
                "comment",
                comment,
                "permalink",
                "http://localhost/?answer=" + id,
                "created_at",
                1_795_330_800 - id * 4_000L,
                "updated_at",
                1_795_330_800 - id * 4_000L,
                "person_properties",
                region == null ? null : object("region", region, "colour", "pine"),
                "notes",
                List.of(),
                "tags",
                List.of(),
                "additional_answers",
                id % 3 != 0
                        ? List.of()
                        : List.of(object(
                                "id",
                                "1",
                                "question",
                                object("id", "reason", "type", "select_one", "text", "What mattered most?"),
                                "value",
                                object(
                                        "free_response",
                                        null,
                                        "scale",
                                        null,
                                        "select_one",
                                        object("id", "price", "text", "Price"),
                                        "select_many",
                                        null))));
    }

    static List<Map<String, Object>> answers() {
        var comments = List.of(
                "Pours beautifully, and the handle stays cool.",
                "Good, but the lid is stiff.",
                "Stopped heating after two weeks.",
                HOSTILE,
                "");
        return IntStream.range(0, 45)
                .mapToObj(id -> answer(
                        id,
                        List.of(10, 8, 3, 9, 7).get(id % 5),
                        comments.get(id % 5).isEmpty() ? null : comments.get(id % 5),
                        id % 4 == 3 ? null : List.of("EU", "US", HOSTILE).get(id % 3)))
                .toList();
    }
}
