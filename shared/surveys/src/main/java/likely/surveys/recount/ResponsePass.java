package likely.surveys.recount;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import likely.surveys.Survey;
import likely.surveys.ledger.Entry;
import likely.surveys.recount.Comparison.Verdict;
import likely.surveys.recount.RecountStore.Entries;
import likely.surveys.recount.RecountStore.Page;

/** Compares each response with its entry; whoever differs is a suspect, and looked at again when the stream is through. */
final class ResponsePass {
    private final RecountStore store;
    private final Function<String, Optional<Survey>> surveys;
    private final Clock clock;

    ResponsePass(RecountStore store, Function<String, Optional<Survey>> surveys, Clock clock) {
        this.store = store;
        this.surveys = surveys;
        this.clock = clock;
    }

    void readPage(Progress run) {
        Page<Stored> page = store.responses(run.position);
        List<Stored> responses = page.items().stream()
                .filter(stored -> run.options.covers(stored.survey()))
                .toList();
        Entries entries = store.entries(responses.stream().map(Stored::id).toList());
        Comparison comparison = new Comparison(surveys);
        for (Stored stored : responses) {
            run.numbers.responses++;
            Verdict verdict = comparison.of(stored, entries);
            if (verdict instanceof Verdict.Backfill) {
                backfill(run, stored);
            } else if (verdict instanceof Verdict.Differs) {
                run.suspects.add(new Suspect(stored.id(), rev(stored), clock.instant()));
            }
        }
        reportSurveys(run, comparison);
        run.turnedPage(page.next());
    }

    /** Looks again at suspects, at entries before responses, whose revs only grow. */
    void lookAgain(Progress run, List<Suspect> suspects) {
        List<String> ids = suspects.stream().map(Suspect::id).toList();
        Entries entries = store.entries(ids);
        Map<String, Stored> responses = new HashMap<>();
        store.responses(ids).forEach(stored -> responses.put(stored.id(), stored));
        Comparison comparison = new Comparison(surveys);
        for (Suspect suspect : suspects) {
            Stored stored = responses.get(suspect.id());
            if (stored != null) { // else it has expired, which the pass over the scores looks into
                decide(run, suspect, stored, entries, comparison.of(stored, entries));
            }
        }
    }

    private static void reportSurveys(Progress run, Comparison comparison) {
        for (String survey : comparison.unreadable()) {
            if (run.unreadableSurveys.add(survey)) {
                run.numbers.found(Kind.UNREADABLE, "survey " + survey);
            }
        }
    }

    private void decide(Progress run, Suspect suspect, Stored stored, Entries entries, Verdict verdict) {
        if (verdict instanceof Verdict.Backfill) {
            backfill(run, stored);
        } else if (verdict instanceof Verdict.Differs differs) {
            Kind kind = differs.kind();
            boolean late = kind == Kind.MISSING || kind == Kind.BEHIND;
            Entry entry = entries.readable().getOrDefault(suspect.id(), Entry.ABSENT);
            if (late && entry.rev() >= suspect.mark()) {
                run.numbers.unsettled++; // it was counted meanwhile, and has changed again
                return;
            }
            if (kind == Kind.AHEAD || kind == Kind.DIFFERENT) {
                if (suspect.contradicted() == 0) {
                    contradicted(run, suspect, entry);
                    return;
                } else if (suspect.contradicted() != entry.version()) {
                    run.numbers.unsettled++;
                    return;
                }
            }
            run.numbers.found(kind, suspect.id());
            if (run.options.repair() && (late || kind == Kind.DIFFERENT)) {
                run.toRepair.add(suspect.id());
            }
        }
    }

    /**
     * An entry that contradicts a response which was read after it is wrong, or the response has expired and was sent
     * again, from rev 1 on. In that case the entry is marked as expired within the lag: one more look tells.
     */
    private void contradicted(Progress run, Suspect suspect, Entry entry) {
        run.suspects.add(new Suspect(suspect.id(), suspect.mark(), clock.instant(), entry.version()));
    }

    private static void backfill(Progress run, Stored stored) {
        run.numbers.backfill++;
        if (run.options.backfills()) {
            run.toBackfill.add(stored.id());
        }
    }

    private static long rev(Stored stored) {
        return stored instanceof Stored.Countable countable ? countable.image().rev() : 0;
    }

    /** The oldest suspects, at most so many. */
    static List<Suspect> oldest(Progress run, int most) {
        List<Suspect> oldest = new ArrayList<>();
        while (oldest.size() < most && !run.suspects.isEmpty()) {
            oldest.add(run.suspects.removeFirst());
        }
        return oldest;
    }
}
