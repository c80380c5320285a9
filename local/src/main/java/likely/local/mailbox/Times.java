package likely.local.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times as the pages write them: in UTC, which no reader's own zone changes. */
final class Times {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.UK).withZone(ZoneOffset.UTC);

    private Times() {}

    static String minute(Instant time) {
        return MINUTE.format(time);
    }

    /** Such as {@code 2 days 3 hours}; empty for none. */
    static String length(Duration duration) {
        List<String> parts = new ArrayList<>();
        part(parts, duration.toDays(), "day");
        part(parts, duration.toHoursPart(), "hour");
        part(parts, duration.toMinutesPart(), "minute");
        part(parts, duration.toSecondsPart(), "second");
        return String.join(" ", parts);
    }

    private static void part(List<String> parts, long count, String unit) {
        if (count != 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}
