package likely.surveys.recount;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What a recount reads, page by page, and how it mends a counter. A page may be somewhat old; whatever is asked by its
 * key is read as it is now. Every method throws {@link likely.surveys.Unavailable} when the store is.
 */
public interface RecountStore {
    /**
     * Some items.
     *
     * @param next where the next page begins, or null behind the last one
     */
    record Page<T>(List<T> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** A page of all responses; null begins. */
    Page<Stored> responses(@Nullable String from);

    /** The responses of these ids; those that are gone are left out. */
    List<Stored> responses(Collection<String> ids);

    /** Which of these responses there are. */
    Set<String> present(Collection<String> ids);

    /** The entries of these responses. */
    Entries entries(Collection<String> responses);

    /**
     * Entries by response.
     *
     * @param readable with {@link Entry#ABSENT} for each that is not there
     * @param unreadable the responses whose entries do not hold what they should
     */
    record Entries(Map<String, Entry> readable, Set<String> unreadable) {}

    /**
     * A page of entries and counters; null begins.
     *
     * @param consistent whether each item is read as it is now
     */
    Page<Row> scores(@Nullable String from, boolean consistent);

    /** An item among the scores that a recount looks at. */
    sealed interface Row {
        record OfEntry(String response, Entry entry) implements Row {}

        /** One of the items that make up a counter. */
        record OfCounter(CounterKey counter, int shard, Bins counted) implements Row {}

        record Unreadable(String key) implements Row {}
    }

    /** The items of these counters, by shard. */
    Map<CounterKey, Map<Integer, Bins>> counters(Collection<CounterKey> counters);

    /**
     * Adds a difference to a counter, if it is as it was read and nobody has repaired it since; once for each run,
     * however often it is asked.
     *
     * @return whether this run has repaired it, now or before
     */
    boolean repair(CounterRepair repair);

    /**
     * A difference of a counter.
     *
     * @param asRead its items, by shard
     * @param lookedAt when they were read, in milliseconds since 1970
     */
    record CounterRepair(CounterKey counter, Map<Integer, Bins> asRead, Bins difference, String run, long lookedAt) {}
}
