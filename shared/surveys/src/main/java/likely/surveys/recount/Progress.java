package likely.surveys.recount;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.recount.RecountStore.CounterRepair;
import org.jspecify.annotations.Nullable;

/** Where a run is, and all that it needs to go on from there in another process. */
final class Progress {
    /** What a run does, in order; the last three again and again until no counter is in doubt. */
    enum Stage {
        RESPONSES,
        SCORES,
        FIRST_SCAN,
        READ_COUNTERS,
        SECOND_SCAN,
        FINISHED
    }

    final String run;
    final Options options;
    final Numbers numbers = new Numbers();

    Stage stage = Stage.RESPONSES;
    long invocations;

    /** Where the scan of this stage goes on; null at its beginning. */
    @Nullable
    String position;

    /** Whether the scan of this stage has come to its end. */
    boolean scanned;

    /** The next step is not taken before. */
    Instant notBefore = Instant.EPOCH;

    /** Those that are reported already: each is met on many pages. */
    final Set<String> unreadableSurveys = new HashSet<>();

    final Deque<Suspect> suspects = new ArrayDeque<>();

    /** What was decided and counted, and is to be written: responses to bring to what they say now. */
    final List<String> toRepair = new ArrayList<>();

    final List<String> toBackfill = new ArrayList<>();

    /** Entries whose responses have gone. */
    final List<String> toExpire = new ArrayList<>();

    final List<CounterRepair> toMend = new ArrayList<>();

    Partition partition = Partition.WHOLE;
    final Deque<Partition> partitions = new ArrayDeque<>();

    /** What each counter should have minus what it has, as far as the scan has come; those at zero are left out. */
    final Map<CounterKey, Bins> balances = new HashMap<>();

    /** Counters that did not agree at the first look, and are not watched yet. */
    final Deque<CounterKey> drifting = new ArrayDeque<>();

    final Watch watch = new Watch();

    Progress(String run, Options options) {
        this.run = run;
        this.options = options;
    }

    void begin(Stage next) {
        stage = next;
        position = null;
        scanned = false;
    }

    void turnedPage(@Nullable String next) {
        position = next;
        scanned = next == null;
    }

    boolean owes() {
        return !toRepair.isEmpty() || !toBackfill.isEmpty() || !toExpire.isEmpty() || !toMend.isEmpty();
    }

    boolean isDone() {
        return stage == Stage.FINISHED && !owes();
    }

    /** The entries and counters are counted in the first pass over them alone. */
    boolean isFirstPass() {
        return partition.index() == 0;
    }
}
