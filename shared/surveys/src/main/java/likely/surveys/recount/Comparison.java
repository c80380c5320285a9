package likely.surveys.recount;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import likely.surveys.Segments;
import likely.surveys.Survey;
import likely.surveys.Surveys;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Entry;
import likely.surveys.ledger.Image;
import likely.surveys.recount.RecountStore.Entries;
import org.jspecify.annotations.Nullable;

/**
 * What a response should count as, and how its entry differs from that. Reads each survey's settings once; made anew
 * for each step, and after the step has read its responses, so that the settings are no older than what was said under
 * them.
 */
final class Comparison {
    private final Function<String, Optional<Survey>> surveys;
    private final Map<String, Optional<Survey>> known = new HashMap<>();
    private final Set<String> unreadable = new TreeSet<>();

    Comparison(Function<String, Optional<Survey>> surveys) {
        this.surveys = surveys;
    }

    /** How an entry differs from its response. */
    sealed interface Verdict {
        record Agrees() implements Verdict {}

        /** Only the segments, or the limit, that the survey has now. */
        record Backfill() implements Verdict {}

        record Differs(Kind kind) implements Verdict {}
    }

    /** The response with the segments that its survey counts now; those stored where the survey is no more, or unreadable. */
    Image wanted(Stored.Countable stored) {
        Contribution said = stored.image().contribution();
        if (said == null) {
            return stored.image();
        }
        return settings(stored)
                .map(survey -> new Image(
                        stored.id(),
                        stored.image().rev(),
                        new Contribution(
                                said.survey(),
                                said.day(),
                                Segments.of(survey, stored.properties(), stored.answers()),
                                said.score(),
                                survey.limits().responses() != null),
                        false))
                .orElse(stored.image());
    }

    Verdict of(Stored stored, Entries entries) {
        if (stored instanceof Stored.Countable countable
                && !entries.unreadable().contains(stored.id())) {
            Verdict verdict = of(wanted(countable), entries.readable().getOrDefault(stored.id(), Entry.ABSENT));
            // What was backfilled while the survey was there is not taken back.
            boolean unjudged =
                    verdict instanceof Verdict.Backfill && settings(countable).isEmpty();
            return unjudged ? new Verdict.Agrees() : verdict;
        }
        return new Verdict.Differs(Kind.UNREADABLE);
    }

    private Optional<Survey> settings(Stored.Countable stored) {
        Contribution said = stored.image().contribution();
        return said == null ? Optional.empty() : known.computeIfAbsent(said.survey(), this::find);
    }

    /** One survey's settings must not stop the comparison of all others: its answers count as they were stored. */
    private Optional<Survey> find(String id) {
        try {
            return surveys.apply(id);
        } catch (Surveys.Unreadable e) {
            unreadable.add(id);
            return Optional.empty();
        }
    }

    /** The surveys met so far whose settings cannot be read. */
    Set<String> unreadable() {
        return unreadable;
    }

    private static Verdict of(Image wanted, Entry entry) {
        if (entry.expired()) {
            return new Verdict.Agrees();
        }
        if (entry.version() == 0) {
            return new Verdict.Differs(Kind.MISSING);
        }
        if (entry.rev() != wanted.rev()) {
            return new Verdict.Differs(entry.rev() < wanted.rev() ? Kind.BEHIND : Kind.AHEAD);
        }
        Contribution want = wanted.contribution();
        Contribution have = entry.counted();
        if (want == null || have == null) {
            boolean bothNothing = want == null && have == null;
            return bothNothing ? new Verdict.Agrees() : new Verdict.Differs(Kind.DIFFERENT);
        }
        if (!same(want, have)) {
            return new Verdict.Differs(Kind.DIFFERENT);
        }
        boolean newlyCounted = want.limited() != have.limited() || !sameSegments(want, have);
        return newlyCounted ? new Verdict.Backfill() : new Verdict.Agrees();
    }

    private static boolean same(Contribution a, Contribution b) {
        return a.survey().equals(b.survey())
                && a.day().equals(b.day())
                && a.score().equals(b.score());
    }

    /** In whatever order: a survey's names may have been sorted since. */
    private static boolean sameSegments(Contribution a, Contribution b) {
        List<String> these = a.segments();
        List<String> those = b.segments();
        return these.equals(those) || new HashSet<>(these).equals(new HashSet<>(those));
    }

    /** What a response's wanted image is, or null for one that cannot be read. */
    @Nullable
    Image wantedOrNull(Stored stored) {
        return stored instanceof Stored.Countable countable ? wanted(countable) : null;
    }
}
