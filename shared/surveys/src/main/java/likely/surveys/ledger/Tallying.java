package likely.surveys.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import likely.surveys.Unavailable;
import likely.surveys.ledger.Ledger.Outcome;

/**
 * Brings the ledger and the counters to what a batch of images says, each response exactly once, under duplicates,
 * reorderings, concurrent tallies and crashes.
 */
public final class Tallying {
    /** A hot counter is fought over by the stream's shards: with growing waits this lasts for about five seconds. */
    static final int MOST_ATTEMPTS = 12;

    private final Ledger ledger;
    private final Pause pause;
    private final BiFunction<Image, Entry, Optional<Change>> rule;

    /** Waits a little, for longer at each attempt and never for the same time twice. */
    public interface Pause {
        void before(int attempt);
    }

    public Tallying(Ledger ledger, Pause pause) {
        this(ledger, pause, Change::due);
    }

    private Tallying(Ledger ledger, Pause pause, BiFunction<Image, Entry, Optional<Change>> rule) {
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
     * @param later responses to be delivered again: the store was not available, too many fought over it, or the time
     *     was over
     * @param never responses that the store refuses, with its reason
     * @param causes why the store was not available
     */
    public record Failed(Set<String> later, Map<String, String> never, List<Unavailable> causes) {
        public boolean isEmpty() {
            return later.isEmpty() && never.isEmpty();
        }
    }

    /** Counts the newest image of each response. */
    public Failed count(Collection<Image> images) {
        return count(images, () -> false);
    }

    /**
     * Counts the newest image of each response.
     *
     * @param timeIsOver asked before each commit; once it is, what remains is left for later
     */
    public Failed count(Collection<Image> images, BooleanSupplier timeIsOver) {
        Map<String, Image> newest = new LinkedHashMap<>();
        images.forEach(image -> newest.merge(image.response(), image, (a, b) -> b.newerThan(a) ? b : a));
        List<Image> todo = new ArrayList<>(newest.values());
        Run run = new Run(timeIsOver);
        for (int from = 0; from < todo.size(); from += Ledger.MOST_WRITES) {
            List<Image> some = todo.subList(from, Math.min(todo.size(), from + Ledger.MOST_WRITES));
            run.settle(some, Map.of(), some, 0);
        }
        return run.failed;
    }

    /** One batch on its way. */
    private final class Run {
        final Failed failed = new Failed(new HashSet<>(), new HashMap<>(), new ArrayList<>());
        private final BooleanSupplier timeIsOver;

        Run(BooleanSupplier timeIsOver) {
            this.timeIsOver = timeIsOver;
        }

        /** Reads the entries of those that have none yet or an old one, and commits all in as few commits as hold them. */
        void settle(List<Image> images, Map<String, Entry> known, List<Image> unread, int attempt) {
            Map<String, Entry> entries = new HashMap<>(known);
            try {
                entries.putAll(read(unread));
            } catch (Unavailable e) {
                later(images, e);
                return;
            }
            List<Image> readable = images.stream()
                    .filter(image -> !failed.never().containsKey(image.response()))
                    .toList();
            for (List<Image> chunk : Chunks.of(readable, image -> due(image, entries))) {
                commit(chunk, entries, attempt);
            }
        }

        /** The entries of all that can be read; the others can never be counted, and hold up nobody. */
        private Map<String, Entry> read(List<Image> images) {
            Set<String> responses = new HashSet<>();
            images.forEach(image -> responses.add(image.response()));
            while (!responses.isEmpty()) {
                try {
                    return ledger.read(responses);
                } catch (Ledger.Unreadable e) {
                    if (!responses.remove(e.response())) {
                        throw e;
                    }
                    failed.never().put(e.response(), String.valueOf(e.getMessage()));
                }
            }
            return Map.of();
        }

        /** Commits one transaction's worth, deciding again whenever somebody else was faster. */
        private void commit(List<Image> chunk, Map<String, Entry> entries, int firstAttempt) {
            List<Change> changes = chunk.stream()
                    .flatMap(image -> due(image, entries).stream())
                    .toList();
            for (int attempt = firstAttempt; attempt < MOST_ATTEMPTS && !timeIsOver.getAsBoolean(); attempt++) {
                Outcome outcome;
                try {
                    outcome = ledger.commit(changes, Change.deltas(changes), attempt);
                } catch (Unavailable e) {
                    later(chunk, e);
                    return;
                }
                if (outcome instanceof Outcome.Committed) {
                    return;
                } else if (outcome instanceof Outcome.Refused refused) {
                    isolate(chunk, refused.reason(), entries);
                    return;
                } else if (outcome instanceof Outcome.Overtaken overtaken) {
                    decideAgain(chunk, entries, overtaken.responses(), attempt + 1);
                    return;
                }
                pause.before(attempt + 1);
            }
            chunk.forEach(image -> failed.later().add(image.response()));
        }

        /** What is due now may be nothing, or touch so many more counters that one commit no longer holds it. */
        private void decideAgain(List<Image> chunk, Map<String, Entry> entries, Set<String> overtaken, int attempt) {
            Map<String, Entry> known = new HashMap<>(entries);
            known.keySet().removeAll(overtaken);
            List<Image> unread = chunk.stream()
                    .filter(image -> overtaken.contains(image.response()))
                    .toList();
            settle(chunk, known, unread, attempt);
        }

        /** One of them cannot be counted: each alone shows which, and the others are counted all the same. */
        private void isolate(List<Image> chunk, String reason, Map<String, Entry> entries) {
            if (chunk.size() == 1) {
                failed.never().put(chunk.get(0).response(), reason);
            } else {
                chunk.forEach(image -> commit(List.of(image), entries, 0));
            }
        }

        private void later(List<Image> images, Unavailable cause) {
            images.forEach(image -> failed.later().add(image.response()));
            failed.causes().add(cause);
        }

        private Optional<Change> due(Image image, Map<String, Entry> entries) {
            return rule.apply(image, entries.getOrDefault(image.response(), Entry.ABSENT));
        }
    }
}
