package likely.functions.announceresponses;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.Map;
import likely.aws.Beans;
import likely.aws.Settings;
import likely.aws.streams.ResponseChange;
import likely.aws.streams.StreamBatch;

/** Reads the stream of responses, and puts an event on the bus for each that was recorded, changed or removed. */
public final class AnnounceResponses implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final StreamBatch<Announcement> batch;
    private final Bus bus;

    /** For Lambda. */
    public AnnounceResponses() {
        this(Beans.start(Settings.ofProcess()).getBean(Wiring.Parts.class));
    }

    AnnounceResponses(Wiring.Parts parts) {
        this.bus = parts.bus();
        this.batch = new StreamBatch<>(entry -> Announcement.of(ResponseChange.of(entry)), parts.queue());
    }

    /** For one machine, where several functions share a process and so its environment. */
    public static AnnounceResponses create(Map<String, String> environment) {
        return new AnnounceResponses(Beans.start(new Settings(environment)).getBean(Wiring.Parts.class));
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        return batch.handle(event, bus::put);
    }
}
