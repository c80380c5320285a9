package likely.aws.streams;

import static java.util.stream.Collectors.toSet;

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
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import likely.aws.Log;
import likely.aws.dynamodb.Malformed;
import likely.surveys.Unavailable;

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

    /**
     * Handles a batch.
     *
     * @param work must bear to be called again with what it has handled before
     */
    public StreamsEventResponse handle(DynamodbEvent event, Function<List<T>, Failures> work) {
        List<DynamodbStreamRecord> entries = event.getRecords() == null ? List.of() : event.getRecords();
        SortedMap<Integer, String> never = new TreeMap<>();
        List<T> items = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < entries.size(); place++) {
            try {
                items.add(decoder.apply(entries.get(place)));
                places.add(place);
            } catch (RuntimeException e) { // whatever is wrong with one record must not hold up the others
                never.put(place, reason(e));
            }
        }
        Failures failures = attempt(items, work);
        SortedSet<Integer> later = new TreeSet<>();
        failures.later().forEach(item -> later.add(places.get(item)));
        failures.never().forEach((item, reason) -> never.put(places.get(item), reason));
        keep(entries, never, later);
        return response(entries, later);
    }

    /** Work that fails as a whole, by a bug, is done item by item, so that only the one that it stumbles over fails. */
    private static <T> Failures attempt(List<T> items, Function<List<T>, Failures> work) {
        try {
            return items.isEmpty() ? Failures.NONE : work.apply(items);
        } catch (Unavailable e) {
            Log.error("store.unavailable", "nothing, while it passes", e, Map.of("records", items.size()));
            return new Failures(IntStream.range(0, items.size()).boxed().collect(toSet()), Map.of());
        } catch (RuntimeException e) {
            Log.error(
                    "batch.failed", "report it; its records are tried one by one", e, Map.of("records", items.size()));
            return oneByOne(items, work);
        }
    }

    private static <T> Failures oneByOne(List<T> items, Function<List<T>, Failures> work) {
        Set<Integer> later = new HashSet<>();
        Map<Integer, String> never = new HashMap<>();
        for (int item = 0; item < items.size(); item++) {
            int place = item;
            try {
                Failures failures = work.apply(items.subList(place, place + 1));
                failures.later().forEach(only -> later.add(place));
                failures.never().values().forEach(reason -> never.put(place, reason));
            } catch (Unavailable e) {
                later.add(place);
            } catch (RuntimeException e) {
                never.put(place, reason(e));
            }
        }
        return new Failures(later, never);
    }

    /** An item's own fault is told; any other message may quote what somebody answered. */
    private static String reason(RuntimeException e) {
        return e instanceof Malformed
                ? String.valueOf(e.getMessage())
                : e.getClass().getName();
    }

    /**
     * Queues what can never be handled and will not be delivered again anyway; adds to {@code later} what could not be
     * queued either.
     */
    private void keep(List<DynamodbStreamRecord> entries, SortedMap<Integer, String> never, SortedSet<Integer> later) {
        for (Map.Entry<Integer, String> failed : never.entrySet()) {
            int place = failed.getKey();
            if (!later.isEmpty() && later.first() < place) {
                return;
            }
            Map<String, String> ids =
                    Map.of("sequenceNumber", sequenceNumber(entries.get(place)), "reason", failed.getValue());
            try {
                queue.keep(entries.get(place), failed.getValue());
                Log.error("record.queued", "mend its cause, then redrive the queue", ids);
            } catch (RuntimeException e) {
                Log.error("record.not-queued", "see why the queue refuses; it is delivered again", e, ids);
                later.add(place);
            }
        }
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
        return entry == null || entry.getDynamodb() == null
                ? ""
                : String.valueOf(entry.getDynamodb().getSequenceNumber());
    }
}
