package likely.surveys.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import likely.surveys.Unavailable;
import likely.surveys.ledger.Ledger.Outcome;

/**
 * Brings the ledger and the counters to what a batch of images says, each response exactly once, under duplicates,
 * reorderings, concurrent tallies and crashes.
 */
public final class Tallying {
    /** A hot counter is fought over by the stream's shards: with growing waits this lasts for about ten seconds. */
    private static final int MOST_ATTEMPTS = 12;

    private final Ledger ledger;
    private final Pause pause;
    private final BiFunction<Image, Entry, java.util.Optional<Change>> rule;

    /** Waits a little, for longer at each attempt and never for the same time twice. */
    public interface Pause {
        void before(int attempt);
    }

    public Tallying(Ledger ledger, Pause pause) {
        this(ledger, pause, Change::due);
    }

    private Tallying(Ledger ledger, Pause pause, BiFunction<Image, Entry, java.util.Optional<Change>> rule) {
        this.ledger = ledger;
        this.pause = pause;
        this.rule = rule;
    }

    /** One that also changes what is counted at the rev that is counted, as a recount is told to. */
    public static Tallying correcting(Ledger ledger, Pause pause) {
        return new Tallying(ledger, pause, Change::correction);
    }

    /**
     * What could not be counted.
     *
     * @param later responses to be delivered again: the store was not available, or too many fought over it
     * @param never responses that the store refuses, with its reason
     */
    public record Failed(Set<String> later, Map<String, String> never) {
        public boolean isEmpty() {
            return later.isEmpty() && never.isEmpty();
        }
    }

    /** Counts the newest image of each response. */
    public Failed count(Collection<Image> images) {
        Map<String, Image> newest = new LinkedHashMap<>();
        images.forEach(image -> newest.merge(image.response(), image, (a, b) -> b.newerThan(a) ? b : a));
        Failed failed = new Failed(new HashSet<>(), new HashMap<>());
        List<Image> todo = new ArrayList<>(newest.values());
        for (int from = 0; from < todo.size(); from += Ledger.MOST_WRITES) {
            countAll(todo.subList(from, Math.min(todo.size(), from + Ledger.MOST_WRITES)), failed);
        }
        return failed;
    }

    private void countAll(List<Image> images, Failed failed) {
        Map<String, Entry> entries;
        try {
            entries = ledger.read(images.stream().map(Image::response).toList());
        } catch (Unavailable e) {
            images.forEach(image -> failed.later().add(image.response()));
            return;
        }
        for (List<Image> chunk : Chunks.of(images, image -> rule.apply(image, entry(entries, image)))) {
            commit(chunk, entries, failed);
        }
    }

    /** Commits one transaction's worth, deciding again whenever somebody else was faster. */
    private void commit(List<Image> chunk, Map<String, Entry> read, Failed failed) {
        Map<String, Entry> entries = read;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            List<Change> changes = new ArrayList<>();
            for (Image image : chunk) {
                rule.apply(image, entry(entries, image)).ifPresent(changes::add);
            }
            if (changes.isEmpty()) {
                return;
            }
            try {
                Outcome outcome = ledger.commit(changes, Change.deltas(changes), attempt);
                if (outcome instanceof Outcome.Committed) {
                    return;
                } else if (outcome instanceof Outcome.Refused refused) {
                    isolate(chunk, refused.reason(), entries, failed);
                    return;
                } else if (outcome instanceof Outcome.Overtaken overtaken) {
                    entries = new HashMap<>(entries);
                    entries.putAll(ledger.read(overtaken.responses()));
                } else {
                    pause.before(attempt + 1);
                }
            } catch (Unavailable e) {
                break;
            }
        }
        chunk.forEach(image -> failed.later().add(image.response()));
    }

    /** One of them cannot be counted: each alone shows which, and the others are counted all the same. */
    private void isolate(List<Image> chunk, String reason, Map<String, Entry> entries, Failed failed) {
        if (chunk.size() == 1) {
            failed.never().put(chunk.get(0).response(), reason);
        } else {
            chunk.forEach(image -> commit(List.of(image), entries, failed));
        }
    }

    private static Entry entry(Map<String, Entry> entries, Image image) {
        return entries.getOrDefault(image.response(), Entry.ABSENT);
    }
}
