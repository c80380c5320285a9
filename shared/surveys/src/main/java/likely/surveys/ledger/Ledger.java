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
     * @throws Unreadable naming one whose entry is not as it should be
     */
    Map<String, Entry> read(Collection<String> responses);

    /**
     * Writes all changes and adds their deltas to the counters, or does nothing.
     *
     * @param attempt 0 for the first try; a later one may write to other shards of the counters
     * @throws likely.surveys.Unavailable when the store is; all may have been written nevertheless
     */
    Outcome commit(List<Change> changes, Map<CounterKey, Delta> deltas, int attempt);

    /** What became of a commit. */
    sealed interface Outcome {
        record Committed() implements Outcome {}

        /** Somebody else wrote these responses' entries meanwhile: read them again, and decide again. */
        record Overtaken(Set<String> responses) implements Outcome {}

        /** Somebody else was writing the same items, or they are throttled: wait a little and try again. */
        record Conflict() implements Outcome {}

        /** The store can never take this: alone, the change is uncountable; among others, find which one it is. */
        record Refused(String reason) implements Outcome {}
    }

    /** A response's entry is not as it should be, so nothing can be counted upon it until it is mended. */
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String response;

        /** @param reason what is wrong, without anything of what was answered */
        public Unreadable(String response, String reason) {
            super(reason);
            this.response = response;
        }

        public String response() {
            return response;
        }
    }
}
