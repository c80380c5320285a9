package likely.surveys.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import likely.surveys.ledger.Contribution.CounterKey;
import org.jspecify.annotations.Nullable;

/**
 * One step of the ledger for one response: the entry that was read, and the one to write if nobody wrote meanwhile.
 * docs/models/ledger.py checks this rule over every interleaving of two tallies, redeliveries and crashes.
 */
public record Change(String response, Entry from, Entry to) {

    /** What is due when an image arrives, or nothing. */
    public static Optional<Change> due(Image image, Entry entry) {
        boolean known = image.rev() < entry.rev() || (image.rev() == entry.rev() && !image.expired());
        if (entry.expired() || known) {
            return Optional.empty();
        }
        return Optional.of(to(image, entry));
    }

    /** What is due when a response should count differently at the rev that is counted: a segment was added later. */
    public static Optional<Change> correction(Image image, Entry entry) {
        boolean same = image.rev() == entry.rev() && Objects.equals(image.contribution(), entry.counted());
        return entry.expired() || image.rev() < entry.rev() || same ? Optional.empty() : Optional.of(to(image, entry));
    }

    private static Change to(Image image, Entry entry) {
        return new Change(
                image.response(),
                entry,
                new Entry(entry.version() + 1, image.rev(), image.contribution(), image.expired()));
    }

    /** Adds what it does to the counters: what is wanted minus what the ledger has, never minus an old image. */
    void addTo(Map<CounterKey, Delta> deltas) {
        if (!Objects.equals(from.counted(), to.counted())) {
            count(deltas, from.counted(), -1);
            count(deltas, to.counted(), 1);
        }
    }

    /** The net effect of several changes; counters that end where they began are left out. */
    public static Map<CounterKey, Delta> deltas(Iterable<Change> changes) {
        Map<CounterKey, Delta> deltas = new HashMap<>();
        changes.forEach(change -> change.addTo(deltas));
        deltas.values().removeIf(Delta::isNothing);
        return deltas;
    }

    private static void count(Map<CounterKey, Delta> deltas, @Nullable Contribution contribution, int by) {
        if (contribution != null) {
            for (CounterKey key : contribution.counters()) {
                deltas.computeIfAbsent(key, k -> new Delta()).add(contribution.score(), by);
            }
        }
    }
}
