package likely.functions.plansurveys;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import likely.surveys.json.Fields;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import likely.surveys.planning.ShopEvent;
import org.jspecify.annotations.Nullable;

/** An event in EventBridge's envelope. */
record BusEvent(String source, String type, Instant time, Map<String, Object> detail) {
    private static final String OWN = "likely";

    /** Longer than any that EventBridge takes. */
    private static final int LONGEST = 256;

    /**
     * Reads an event.
     *
     * @throws Invalid naming the fields that are wrong
     */
    static BusEvent read(String body) {
        Map<String, Object> envelope = Json.object(body);
        Fields fields = Fields.of(envelope);
        String source = fields.text("source", LONGEST);
        String type = fields.text("detail-type", LONGEST);
        for (String needed : new String[] {"source", "detail-type", "time", "detail"}) {
            if (!fields.has(needed)) {
                fields.refuse(needed, "is missing");
            }
        }
        fields.object("detail");
        fields.check();
        return new BusEvent(
                String.valueOf(source), String.valueOf(type), time(fields), strings(envelope.get("detail")));
    }

    private static Instant time(Fields fields) {
        try {
            return Instant.parse(String.valueOf(fields.text("time", LONGEST)));
        } catch (DateTimeException e) {
            throw new Invalid("time", "is not a moment such as 2026-05-04T10:00:00Z");
        }
    }

    private static Map<String, Object> strings(@Nullable Object detail) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (detail instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        return fields;
    }

    /** Whether it tells of an answer, and not of something that happened elsewhere. */
    boolean isOwn() {
        return source.equals(OWN);
    }

    ShopEvent ofShop() {
        return new ShopEvent(source, type, time, detail);
    }

    String text(String name) {
        if (detail.get(name) instanceof String text) {
            return text;
        }
        throw new Invalid("detail." + name, "is missing or no text");
    }
}
