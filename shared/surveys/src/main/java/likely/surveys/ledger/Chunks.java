package likely.surveys.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import likely.surveys.ledger.Contribution.CounterKey;

/**
 * Splits a batch into commits of at most {@link Ledger#MOST_WRITES} writes, in order: one for each response with
 * something due, and one for each counter that these touch together.
 */
final class Chunks {
    private Chunks() {}

    static List<List<Image>> of(List<Image> images, Function<Image, Optional<Change>> due) {
        List<List<Image>> chunks = new ArrayList<>();
        List<Image> chunk = new ArrayList<>();
        Set<CounterKey> counters = new HashSet<>();
        for (Image image : images) {
            Optional<Change> change = due.apply(image);
            if (change.isEmpty()) {
                continue;
            }
            Set<CounterKey> touched = Change.deltas(List.of(change.get())).keySet();
            long more = touched.stream().filter(key -> !counters.contains(key)).count();
            if (chunk.size() + 1 + counters.size() + more > Ledger.MOST_WRITES) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                counters.clear();
            }
            chunk.add(image);
            counters.addAll(touched);
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }
}
