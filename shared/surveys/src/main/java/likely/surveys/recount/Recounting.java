package likely.surveys.recount;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import likely.surveys.Survey;
import likely.surveys.ledger.Ledger;
import likely.surveys.ledger.Tallying;
import likely.surveys.recount.Progress.Stage;
import likely.surveys.recount.Runs.Saved;

/**
 * Compares what was said with what is counted: each response with its ledger entry, and the sum of the entries with the
 * counters; and repairs what differs, when told to. Answers keep coming meanwhile. What is guaranteed:
 *
 * <ul>
 *   <li><b>No false alarm.</b> A response is reported as missing or behind only if its entry has not come to the rev
 *       that the response had at a first look, a lag earlier; as different only if both are at the same rev, which says
 *       one thing for ever; as ahead only if the response was read after the entry. An entry is reported as orphaned
 *       only if it has stayed the same without a response for a lag. A counter is reported only if it differs from
 *       its entries at a moment at which it is known what they were ({@link Watch} has the proof). The assumptions: the
 *       stream is not further behind than the lag (if it is, the alarm is right), an answer's survey and day do not
 *       change, none is sent again within the lag after it expired, and a transaction's writes are all to be seen some seconds after the first of them.
 *   <li><b>No missed one.</b> A response or entry that differs and is left alone is found by the first run over it; a
 *       counter, by the first run in which one of three looks finds its survey's day at rest and nobody erased
 *       meanwhile. Until then it is reported as unsettled.
 *   <li><b>Nothing twice.</b> What a run has counted and decided is saved before it is written, and can be written
 *       twice. A run that was interrupted goes on from its last save, and ends with the numbers that it would have had.
 *       Of two invocations that go on with one run, the one that saves second stops.
 *   <li><b>Flat memory.</b> It grows neither with responses nor, past a limit, with counters.
 * </ul>
 */
public final class Recounting {
    /** What one step may take, and the hand-over after it. */
    static final Duration RESERVE = Duration.ofSeconds(60);

    /** Five nights of work: a run that hands over more often than that is going in circles. */
    private static final int MOST_INVOCATIONS = 500;

    private final Runs runs;
    private final Clock clock;
    private final Limits limits;
    private final Consumer<Duration> pause;
    private final Consumer<Map<String, Object>> watcher;
    private final RecountStore store;
    private final Corrections corrections;
    private final ResponsePass responses;
    private final ScorePass scores;
    private final CounterLooks looks;

    /**
     * How much is held in memory, and how long is waited.
     *
     * @param counters how many counters are summed up in one pass
     * @param watched how many counters in doubt are looked at together
     * @param suspects how many responses or entries in doubt wait together for their second look
     * @param together how many of them are looked at in one step
     * @param lag how long a suspect waits: longer than a stream in health needs for anything
     * @param settling how long until all writes of a transaction are to be seen, once one of them is
     * @param pages after how many pages the watcher is told again
     */
    public record Limits(
            int counters, int watched, int suspects, int together, Duration lag, Duration settling, int pages) {
        public static final Limits DEFAULT =
                new Limits(200_000, 20_000, 20_000, 1_000, Duration.ofSeconds(90), Duration.ofSeconds(10), 100);
    }

    /**
     * Collaborators.
     *
     * @param surveys the settings of now; none for a survey that is no more
     * @param ledgerPause between attempts at a commit
     * @param pause waits for so long
     * @param watcher is told the numbers so far now and then
     */
    public record Parts(
            RecountStore store,
            Ledger ledger,
            Runs runs,
            Function<String, Optional<Survey>> surveys,
            Clock clock,
            Tallying.Pause ledgerPause,
            Consumer<Duration> pause,
            Consumer<Map<String, Object>> watcher) {}

    /** How an invocation ended. */
    public sealed interface Outcome {
        record Finished(Numbers numbers) implements Outcome {}

        /** The time was short: all is saved, and another invocation is to go on. */
        record HandedOver() implements Outcome {}

        /** Another invocation goes on with this run. */
        record Overtaken() implements Outcome {}
    }

    public Recounting(Parts parts, Limits limits) {
        this.runs = parts.runs();
        this.clock = parts.clock();
        this.limits = limits;
        this.pause = parts.pause();
        this.watcher = parts.watcher();
        this.store = parts.store();
        this.corrections = new Corrections(store, parts.surveys(), parts.ledger(), parts.ledgerPause());
        this.responses = new ResponsePass(store, parts.surveys(), clock);
        this.scores = new ScorePass(store, clock, limits.counters());
        this.looks = new CounterLooks(store, clock, limits.watched());
    }

    /** There is no such run, or it was saved too long ago. */
    public static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Begins a run; goes on with it if it has begun already, since a call may be delivered twice. */
    public Outcome begin(String run, Options options, Supplier<Duration> left) {
        Optional<Saved> saved = runs.load(run);
        Progress progress =
                saved.map(Saved::state).map(ProgressCodec::read).orElseGet(() -> new Progress(run, options));
        return proceed(progress, saved.map(Saved::step).orElse(0L), left);
    }

    /** Goes on with a run. */
    public Outcome resume(String run, Supplier<Duration> left) {
        Saved saved = runs.load(run).orElseThrow(Unknown::new);
        return proceed(ProgressCodec.read(saved.state()), saved.step(), left);
    }

    private Outcome proceed(Progress run, long step, Supplier<Duration> left) {
        Saving saving = new Saving(runs, step);
        try {
            if (!run.isDone() && ++run.invocations > MOST_INVOCATIONS) {
                throw new IllegalStateException("Run " + run.run + " does not come to an end");
            }
            for (long pages = 1; !run.isDone(); pages++) {
                Duration wait = Duration.between(clock.instant(), due(run));
                Duration needed = wait.isNegative() ? RESERVE : RESERVE.plus(wait);
                // An invocation that was given little time takes one step all the same, or it would go on for ever.
                boolean first = pages == 1 && wait.compareTo(Duration.ZERO) <= 0;
                if (!first && left.get().compareTo(needed) < 0) {
                    saving.now(run);
                    return new Outcome.HandedOver();
                }
                if (wait.compareTo(Duration.ZERO) > 0) {
                    saving.now(run);
                    pause.accept(wait);
                }
                takeStep(run);
                saving.afterPage(run);
                if (pages % limits.pages() == 0) {
                    tell(run);
                }
            }
            return new Outcome.Finished(run.numbers);
        } catch (Runs.Overtaken e) {
            return new Outcome.Overtaken();
        }
    }

    /** When the next step may be taken. */
    private Instant due(Progress run) {
        if (run.owes() || !looksAgain(run)) {
            return run.notBefore;
        }
        Instant newest = run.suspects.stream()
                .limit(limits.together())
                .reduce((earlier, later) -> later)
                .map(Suspect::seen)
                .orElse(Instant.EPOCH);
        return newest.plus(limits.lag());
    }

    /** The oldest suspects are looked at again when no more fit, and when the scan is through. */
    private boolean looksAgain(Progress run) {
        return !run.suspects.isEmpty() && (run.scanned || run.suspects.size() >= limits.suspects());
    }

    private void takeStep(Progress run) {
        if (run.owes()) {
            corrections.write(run);
        } else if (looksAgain(run)) {
            List<Suspect> oldest = ResponsePass.oldest(run, limits.together());
            if (run.stage == Stage.RESPONSES) {
                responses.lookAgain(run, oldest);
            } else {
                scores.lookAgain(run, oldest);
            }
        } else if (run.scanned) {
            takeNextStage(run);
        } else {
            switch (run.stage) {
                case RESPONSES -> responses.readPage(run);
                case SCORES -> scores.readPage(run);
                case FIRST_SCAN -> looks.readPage(run, false);
                case READ_COUNTERS -> readCounters(run);
                case SECOND_SCAN -> looks.readPage(run, true);
                case FINISHED -> throw new IllegalStateException("A finished run has no next step");
            }
        }
    }

    private void takeNextStage(Progress run) {
        switch (run.stage) {
            case RESPONSES -> run.begin(Stage.SCORES);
            case SCORES -> {
                ScorePass.doubt(run);
                lookCloser(run);
            }
            case FIRST_SCAN -> beginSettled(run, Stage.READ_COUNTERS);
            case SECOND_SCAN -> {
                if (looks.decide(run)) {
                    beginSettled(run, Stage.READ_COUNTERS);
                } else {
                    lookCloser(run);
                }
            }
            case READ_COUNTERS, FINISHED -> throw new IllegalStateException(run.stage + " scans nothing");
        }
    }

    private void readCounters(Progress run) {
        looks.readCounters(run);
        beginSettled(run, Stage.SECOND_SCAN);
    }

    private void beginSettled(Progress run, Stage next) {
        run.begin(next);
        run.notBefore = clock.instant().plus(limits.settling());
    }

    private void lookCloser(Progress run) {
        if (!run.drifting.isEmpty()) {
            looks.begin(run);
            run.begin(Stage.FIRST_SCAN);
        } else if (!run.partitions.isEmpty()) {
            run.partition = run.partitions.removeFirst();
            run.begin(Stage.SCORES);
        } else {
            run.begin(Stage.FINISHED);
        }
    }

    private void tell(Progress run) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("run", run.run);
        map.put("stage", run.stage.name().toLowerCase(Locale.ROOT));
        map.putAll(run.numbers.toMap());
        map.remove("examples");
        watcher.accept(map);
    }
}
