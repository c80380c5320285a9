package likely.aws.streams;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import likely.aws.Log;

/**
 * The loop of every function that reads a stream. Turns a batch into calls, and the calls' failures into the batch's
 * partial failures: the first record that is to come again is answered, from which on the stream delivers again. A
 * record that can never be handled goes to a queue, whole and with its reason, and holds nothing up.
 *
 * @param <T> what a record is decoded to
 */
public final class StreamBatch<T> {
    private final Function<DynamodbStreamRecord, T> decoder;
    private final FailedRecords queue;

    public StreamBatch(Function<DynamodbStreamRecord, T> decoder, FailedRecords queue) {
        this.decoder = decoder;
        this.queue = queue;
    }

    /** A queue for records that cannot be handled. */
    public interface FailedRecords {
        /**
         * Keeps a record, whole.
         *
         * @throws likely.surveys.Unavailable when it could not be kept: the record is then delivered again
         */
        void keep(DynamodbStreamRecord entry, String reason);
    }

    /**
     * What became of a batch's items, by their place in the list that was handled.
     *
     * @param later those to be delivered again
     * @param never those that can never be handled, with the reason
     */
    public record Failures(Set<Integer> later, Map<Integer, String> never) {
        public static final Failures NONE = new Failures(Set.of(), Map.of());
    }

    public StreamsEventResponse handle(DynamodbEvent event, Function<List<T>, Failures> work) {
        List<DynamodbStreamRecord> entries = event.getRecords() == null ? List.of() : event.getRecords();
        Map<Integer, String> never = new HashMap<>();
        List<T> items = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < entries.size(); place++) {
            try {
                items.add(decoder.apply(entries.get(place)));
                places.add(place);
            } catch (RuntimeException e) { // whatever is wrong with one record must not hold up the others
                never.put(place, String.valueOf(e.getMessage()));
            }
        }
        Failures failures = items.isEmpty() ? Failures.NONE : work.apply(items);
        TreeSet<Integer> later = new TreeSet<>();
        failures.later().forEach(item -> later.add(places.get(item)));
        failures.never().forEach((item, reason) -> never.put(places.get(item), reason));
        later.addAll(keep(entries, never));
        return response(entries, later);
    }

    /** Queues what can never be handled; answers the places of those that could not be queued either. */
    private Set<Integer> keep(List<DynamodbStreamRecord> entries, Map<Integer, String> never) {
        Set<Integer> unkept = new HashSet<>();
        never.forEach((place, reason) -> {
            Map<String, String> ids = Map.of("sequenceNumber", sequenceNumber(entries.get(place)), "reason", reason);
            try {
                queue.keep(entries.get(place), reason);
                Log.error("record.queued", "mend its cause, then redrive the queue", ids);
            } catch (RuntimeException e) {
                Log.error("record.not-queued", "see why the queue refuses; it is delivered again", e, ids);
                unkept.add(place);
            }
        });
        return unkept;
    }

    private static StreamsEventResponse response(List<DynamodbStreamRecord> entries, SortedSet<Integer> later) {
        List<BatchItemFailure> failures = new ArrayList<>();
        if (!later.isEmpty()) {
            String first = sequenceNumber(entries.get(later.first()));
            failures.add(BatchItemFailure.builder().withItemIdentifier(first).build());
            Log.error(
                    "batch.partly-failed",
                    "nothing, while it passes; if it lasts, look at the store",
                    Map.of("from", first, "records", later.size()));
        }
        return StreamsEventResponse.builder().withBatchItemFailures(failures).build();
    }

    private static String sequenceNumber(DynamodbStreamRecord entry) {
        return entry.getDynamodb() == null
                ? ""
                : String.valueOf(entry.getDynamodb().getSequenceNumber());
    }
}
