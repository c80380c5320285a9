package likely.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which the shop's pages ask by themselves, each by a survey of its own: one that was answered or closed in one
 * way would hold back the same survey in another.
 */
public enum Way {
    SECONDS("demo", "After some seconds", "Stay for two seconds.", "/demo"),
    SCROLL("demo-scroll", "By scroll depth", "Scroll half-way down.", "/demo/products/grinder"),
    SEEN("demo-seen", "When an element is seen", "Scroll to the reviews.", "/demo/products/dripper"),
    EXIT("demo-exit", "On the way out", "Move the pointer up and out of the page.", "/demo/products/cups"),
    /** Asks by mail too, an hour later, whoever did not answer in the page. */
    ORDER(
            "demo-order",
            "By an event",
            "Buy something: the confirmation tells the widget of order_confirmed.",
            "/demo/checkout");

    private final String survey;
    private final String title;
    private final String act;
    private final String page;

    Way(String survey, String title, String act, String page) {
        this.survey = survey;
        this.title = title;
        this.act = act;
        this.page = page;
    }

    /** The id of its survey. */
    public String survey() {
        return survey;
    }

    /** When its survey asks, and in the shop's own colour: a part of the survey's document. */
    public Map<String, Object> widget() {
        return Map.of("trigger", trigger(), "color", "#205049");
    }

    private Map<String, Object> trigger() {
        return switch (this) {
            case SECONDS -> Map.of("after_seconds", 2);
            case SCROLL -> Map.of("scroll_percent", 50);
            case SEEN -> Map.of("element", "#reviews");
            case EXIT -> Map.of("exit_intent", true);
            case ORDER -> Map.of("event", "order_confirmed");
        };
    }

    /** Its survey, for the call that makes one. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", survey);
        document.put("name", "Demo, " + title.toLowerCase(Locale.ROOT));
        document.put("brand", "Acme");
        document.put("template", this == ORDER ? "after_purchase" : "relational");
        document.put("segments", List.of("product", "colour", "region"));
        document.put("widget", widget());
        return document;
    }

    /** For the list of ways in each page's foot. */
    Map<String, Object> row(@Nullable Way shown) {
        return Map.of("title", title, "act", act, "page", page, "here", this == shown);
    }
}
