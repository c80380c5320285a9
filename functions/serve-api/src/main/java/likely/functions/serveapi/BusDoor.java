package likely.functions.serveapi;

import java.util.function.Supplier;
import likely.functions.serveapi.resources.EventRoute;
import likely.surveys.Unavailable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/** The installation's bus. Its client is made at the first event: most calls of the API have none. */
final class BusDoor implements EventRoute.Door {
    private final Supplier<EventBridgeClient> client;
    private final String bus;
    private @Nullable EventBridgeClient made;

    BusDoor(Supplier<EventBridgeClient> client, String bus) {
        this.client = client;
        this.bus = bus;
    }

    @Override
    public void put(String source, String type, String detail) {
        PutEventsRequestEntry entry = PutEventsRequestEntry.builder()
                .eventBusName(bus)
                .source(source)
                .detailType(type)
                .detail(detail)
                .build();
        PutEventsResponse reply;
        try {
            reply = client().putEvents(p -> p.entries(entry));
        } catch (SdkException e) {
            throw new Unavailable(e);
        }
        if (reply.failedEntryCount() != null && reply.failedEntryCount() > 0) {
            throw new Unavailable(new IllegalStateException(
                    "The bus refused the event: " + reply.entries().get(0).errorCode()));
        }
    }

    private synchronized EventBridgeClient client() {
        EventBridgeClient known = made;
        if (known == null) {
            known = client.get();
            made = known;
        }
        return known;
    }
}
