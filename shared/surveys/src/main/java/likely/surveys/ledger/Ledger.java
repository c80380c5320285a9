package likely.surveys.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.surveys.ledger.Contribution.CounterKey;

/** Where it is kept what is counted: the entries, and the counters that are their sum. */
public interface Ledger {
    /** How many entries and counters one commit can write together. */
    int MOST_WRITES = 100;

    /**
     * The entries as they are now (never a stale copy); an absent one is {@link Entry#ABSENT}.
     *
     * @throws likely.surveys.Unavailable when the store is
     */
    Map<String, Entry> read(Collection<String> responses);

    /**
     * Writes all changes and adds their deltas to the counters, or does nothing.
     *
     * @param attempt 0 for the first try; a later one may write to other shards of the counters
     */
    Outcome commit(List<Change> changes, Map<CounterKey, Delta> deltas, int attempt);

    /** What became of a commit. */
    sealed interface Outcome {
        record Committed() implements Outcome {}

        /** Somebody else wrote these responses' entries meanwhile: read them again, and decide again. */
        record Overtaken(Set<String> responses) implements Outcome {}

        /** Somebody else was writing the same items: wait a little and try again. */
        record Conflict() implements Outcome {}

        /** The store can never take this: alone, the change is uncountable; among others, find which one it is. */
        record Refused(String reason) implements Outcome {}
    }
}
