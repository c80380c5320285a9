package likely.surveys.campaigns;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import likely.surveys.campaigns.Trigger.Days;
import likely.surveys.json.Fields;
import org.jspecify.annotations.Nullable;

/** A schedule's days: {@code rule} with {@code start}, {@code rolling_days} with {@code start}, or {@code after_joining_days}. */
final class DaysDocument {
    private static final List<String> WAYS = List.of("rule", "rolling_days", "after_joining_days");
    private static final int LONGEST_RULE = 500;
    private static final int MOST_DAYS = 3_650;

    private DaysDocument() {}

    static @Nullable Days read(Fields fields) {
        if (WAYS.stream().filter(fields::has).count() != 1) {
            fields.refuse("rule", "or rolling_days or after_joining_days is needed, and one of them only");
            return null;
        }
        if (fields.has("after_joining_days")) {
            Integer days = fields.integer("after_joining_days", 1, MOST_DAYS);
            return days == null ? null : new Days.AfterJoining(days);
        }
        LocalDate start = TriggerDocument.date(fields, "start");
        if (!fields.has("start")) {
            fields.refuse("start", "can't be blank");
        }
        if (fields.has("rolling_days")) {
            Integer days = fields.integer("rolling_days", 1, MOST_DAYS);
            return days == null || start == null ? null : new Days.RollingPanel(start, days);
        }
        return recurrence(fields, start);
    }

    private static Days.@Nullable Recurrence recurrence(Fields fields, @Nullable LocalDate start) {
        String rule = fields.text("rule", LONGEST_RULE);
        if (rule == null || start == null) {
            return null;
        }
        try {
            Recurrences.check(start, rule);
        } catch (IllegalArgumentException e) {
            fields.refuse("rule", String.valueOf(e.getMessage()));
            return null;
        }
        return new Days.Recurrence(start, rule);
    }

    static void write(Days days, Map<String, Object> json) {
        if (days instanceof Days.Recurrence recurrence) {
            json.put("rule", recurrence.rule());
            json.put("start", recurrence.start().toString());
        } else if (days instanceof Days.RollingPanel panel) {
            json.put("rolling_days", panel.days());
            json.put("start", panel.start().toString());
        } else if (days instanceof Days.AfterJoining joining) {
            json.put("after_joining_days", joining.days());
        }
    }
}
