package likely.surveys.campaigns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.surveys.Survey;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;

/** Campaigns for tests, as their owner writes them. */
public final class SampleCampaign {
    private SampleCampaign() {}

    /** Everybody four times a year, with two reminders. */
    public static Map<String, Object> quarterly() {
        return Json.object("""
                {"name":"Quarterly","reminders":{"count":2,"spacing_days":3},
                 "texts":{"de":{"mail.subject":"Wie zufrieden sind Sie?"}},
                 "trigger":{"type":"schedule","rule":"FREQ=MONTHLY;INTERVAL=3","start":"2026-01-01","at":"09:00",
                            "time_zone":"person"}}
                """);
    }

    public static Map<String, Object> panel(String start, int days) {
        return Json.object("""
                {"name":"Panel","trigger":{"type":"schedule","rolling_days":%d,"start":"%s","at":"09:00"}}
                """.formatted(days, start));
    }

    /** A day after an order, unless it came back. */
    public static Map<String, Object> afterOrder() {
        return Json.object("""
                {"name":"After an order","reminders":{"count":1},
                 "trigger":{"type":"event","event":"OrderCompleted","key":"order","cancelled_by":["OrderReturned"],
                            "delay":86400,"properties":{"order":"order","product":"item.name"}}}
                """);
    }

    /** To detractors who may be contacted, the next day. */
    public static Map<String, Object> recovery() {
        return Json.object("""
                {"name":"Recovery","enabled":true,"trigger":{"type":"answer","band":"detractor","delay":86400}}
                """);
    }

    public static Campaign of(String id, Survey survey, Map<String, Object> document, long now) {
        return CampaignDocument.create(id, survey, document, now);
    }

    /** The same with other fields in its trigger. */
    public static Map<String, Object> withTrigger(Map<String, Object> document, String name, Object value) {
        Map<String, Object> trigger = new LinkedHashMap<>(trigger(document));
        trigger.put(name, value);
        Map<String, Object> changed = new LinkedHashMap<>(document);
        changed.put("trigger", trigger);
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> trigger(Map<String, Object> document) {
        return (Map<String, Object>) document.getOrDefault("trigger", Map.of());
    }

    static List<String> errors(Invalid invalid) {
        return invalid.errors().stream().map(e -> e.field() + " " + e.reason()).toList();
    }
}
