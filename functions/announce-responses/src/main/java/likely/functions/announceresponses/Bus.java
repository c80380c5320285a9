package likely.functions.announceresponses;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.aws.Log;
import likely.aws.streams.StreamBatch.Failures;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** The installation's event bus. */
final class Bus {
    /** EventBridge takes so many entries a call. */
    private static final int MOST_ENTRIES = 10;

    /** And so many bytes; forty segments with long values in ten entries come close to it. */
    private static final int MOST_BYTES = 200_000;

    /** What it says of an entry that it will never take; what it says of rights can be mended. */
    private static final Set<String> NEVER = Set.of("MalformedDetail", "InvalidArgument", "RedactionFailure");

    private final EventBridgeClient eventBridge;
    private final String name;

    Bus(EventBridgeClient eventBridge, String name) {
        this.eventBridge = eventBridge;
        this.name = name;
    }

    /**
     * Puts events on the bus, in order, as far as it takes them. Once one is for later, so are those of the following
     * calls: the stream delivers again from there on, and would have each announced twice.
     */
    Failures put(List<Announcement> announcements) {
        Set<Integer> later = new HashSet<>();
        Map<Integer, String> never = new HashMap<>();
        int from = 0;
        while (from < announcements.size() && later.isEmpty()) {
            int to = from + fitting(announcements.subList(from, announcements.size()));
            put(announcements.subList(from, to), from, later, never);
            from = to;
        }
        for (; from < announcements.size(); from++) {
            later.add(from);
        }
        return new Failures(later, never);
    }

    /** How many of the first of them one call takes. */
    private static int fitting(List<Announcement> announcements) {
        int count = 0;
        int bytes = 0;
        while (count < Math.min(MOST_ENTRIES, announcements.size())) {
            bytes += announcements.get(count).size();
            if (count > 0 && bytes > MOST_BYTES) {
                break;
            }
            count++;
        }
        return count;
    }

    private void put(List<Announcement> some, int from, Set<Integer> later, Map<Integer, String> never) {
        try {
            List<PutEventsResultEntry> results = eventBridge
                    .putEvents(p -> p.entries(some.stream().map(this::entry).toList()))
                    .entries();
            for (int place = 0; place < some.size(); place++) {
                String code = place < results.size() ? results.get(place).errorCode() : "Unanswered";
                if (code != null && NEVER.contains(code)) {
                    never.put(from + place, code);
                } else if (code != null) {
                    later.add(from + place);
                }
            }
        } catch (SdkException e) {
            Log.error(
                    "bus.unavailable",
                    "nothing, while it passes; if it lasts, look at the bus and the function's permissions",
                    e,
                    Map.of("events", some.size()));
            for (int place = 0; place < some.size(); place++) {
                later.add(from + place);
            }
        }
    }

    private PutEventsRequestEntry entry(Announcement announcement) {
        return PutEventsRequestEntry.builder()
                .eventBusName(name)
                .source(Announcement.SOURCE)
                .detailType(announcement.type())
                .detail(announcement.detail())
                .build();
    }
}
