package likely.functions.announceresponses;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import likely.aws.dynamodb.Malformed;
import likely.aws.dynamodb.ResponseItem;
import likely.aws.streams.ResponseChange;
import likely.scoring.Score;
import likely.surveys.json.Json;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Image;
import org.jspecify.annotations.Nullable;

/**
 * One event for the bus. Delivery is at least once and unordered, so each carries the response's id and rev, and a
 * consumer keeps the highest. Never a comment, an address or an answer's text. docs/events.md describes the fields.
 *
 * @param type {@code ResponseRecorded}, {@code ResponseChanged} or {@code ResponseRemoved}
 * @param response the response's id
 * @param detail JSON
 */
record Announcement(String type, String response, String detail) {
    static final String SOURCE = "likely";

    static Announcement of(ResponseChange change) {
        Image image = change.image();
        Contribution now = change.expired() ? null : image.contribution();
        Contribution before = before(change);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("id", image.response());
        detail.put("survey", change.text("survey"));
        detail.put("rev", image.rev());
        if (now == null) {
            detail.put("reason", change.expired() ? "expired" : change.excluded() ? "excluded" : "erased");
        } else {
            detail.put("touchpoint", change.text("touchpoint"));
            detail.put("day", now.day().toString());
            scored(detail, now.score());
            detail.put("segments", segments(now.segments()));
            if (before != null) {
                Map<String, Object> previous = new LinkedHashMap<>();
                scored(previous, before.score());
                detail.put("previous", previous);
            }
        }
        return new Announcement(type(now, change), image.response(), Json.write(detail));
    }

    /** An image that was no response is no reason to keep quiet about the one that is: it was mended. */
    private static @Nullable Contribution before(ResponseChange change) {
        try {
            return change.before().isEmpty()
                    ? null
                    : ResponseItem.image(change.before(), false).contribution();
        } catch (Malformed e) {
            return null;
        }
    }

    /** Its bytes as the bus counts them. */
    int size() {
        return (SOURCE + type + detail).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String type(@Nullable Contribution now, ResponseChange change) {
        if (now == null) {
            return "ResponseRemoved";
        }
        return change.before().isEmpty() ? "ResponseRecorded" : "ResponseChanged";
    }

    private static void scored(Map<String, Object> detail, Score score) {
        detail.put("score", score.value());
        detail.put("band", score.band().name().toLowerCase(Locale.ROOT));
    }

    /** The values of each segment; a question with several choices has several. */
    private static Map<String, List<String>> segments(List<String> segments) {
        Map<String, List<String>> values = new TreeMap<>();
        for (String segment : segments) {
            int equals = segment.indexOf('=');
            values.computeIfAbsent(segment.substring(0, equals), name -> new ArrayList<>())
                    .add(segment.substring(equals + 1));
        }
        return values;
    }
}
