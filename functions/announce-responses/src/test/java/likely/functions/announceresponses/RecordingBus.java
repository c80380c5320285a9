package likely.functions.announceresponses;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** A bus that keeps what it is sent, and refuses what a test says, by a code for an entry. */
final class RecordingBus implements EventBridgeClient {
    private final List<List<PutEventsRequestEntry>> calls = new ArrayList<>();
    private final List<PutEventsRequestEntry> taken = new ArrayList<>();
    private Function<PutEventsRequestEntry, String> refusal = entry -> null;

    /** Refuses entries for which the function has a code. */
    void refuse(Function<PutEventsRequestEntry, String> refusal) {
        this.refusal = refusal;
    }

    @Override
    public PutEventsResponse putEvents(PutEventsRequest request) {
        calls.add(request.entries());
        List<PutEventsResultEntry> results = new ArrayList<>();
        for (PutEventsRequestEntry entry : request.entries()) {
            String code = refusal.apply(entry);
            results.add(PutEventsResultEntry.builder().errorCode(code).build());
            if (code == null) {
                taken.add(entry);
            }
        }
        return PutEventsResponse.builder().entries(results).build();
    }

    List<List<PutEventsRequestEntry>> calls() {
        return calls;
    }

    List<PutEventsRequestEntry> taken() {
        return taken;
    }

    @Override
    public String serviceName() {
        return "events";
    }

    @Override
    public void close() {
        // there is nothing to close
    }
}
