package likely.functions.announceresponses;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import likely.aws.Log;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** The installation's event bus. */
final class Bus {
    /** EventBridge takes so many entries a call. */
    private static final int MOST_ENTRIES = 10;

    private final EventBridgeClient eventBridge;
    private final String name;

    Bus(EventBridgeClient eventBridge, String name) {
        this.eventBridge = eventBridge;
        this.name = name;
    }

    /** Puts events on the bus; answers the places of those that it refused or that never reached it. */
    Set<Integer> put(List<Announcement> announcements) {
        Set<Integer> refused = new HashSet<>();
        for (int from = 0; from < announcements.size(); from += MOST_ENTRIES) {
            int to = Math.min(announcements.size(), from + MOST_ENTRIES);
            for (int place : putSome(announcements.subList(from, to))) {
                refused.add(from + place);
            }
        }
        return refused;
    }

    private Set<Integer> putSome(List<Announcement> announcements) {
        Set<Integer> refused = new HashSet<>();
        try {
            List<PutEventsResultEntry> results = eventBridge
                    .putEvents(p ->
                            p.entries(announcements.stream().map(this::entry).toList()))
                    .entries();
            for (int place = 0; place < announcements.size(); place++) {
                if (place >= results.size() || results.get(place).errorCode() != null) {
                    refused.add(place);
                }
            }
        } catch (SdkException e) {
            Log.error(
                    "bus.unavailable",
                    "nothing, while it passes; if it lasts, look at the bus and the function's permissions",
                    e,
                    java.util.Map.of("events", announcements.size()));
            for (int place = 0; place < announcements.size(); place++) {
                refused.add(place);
            }
        }
        return refused;
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
