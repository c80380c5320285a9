package likely.surveys.recount;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import likely.scoring.Score;
import likely.surveys.Limits;
import likely.surveys.Segments;
import likely.surveys.Subject;
import likely.surveys.Survey;
import likely.surveys.Surveys;
import likely.surveys.json.Invalid;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Entry;
import likely.surveys.ledger.Image;
import likely.surveys.ledger.Tallying;
import likely.surveys.outreach.Outreach;
import likely.surveys.people.Relation;
import likely.surveys.recount.Recounting.Outcome;
import likely.surveys.widget.Widget;

/** Surveys, answers, the stream and its tally, in memory and under a clock that only waits move. */
final class World {
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    final Map<String, Survey> surveys = new HashMap<>();
    final Set<String> unreadableSurveys = new HashSet<>();
    final NavigableMap<String, Stored> responses = new TreeMap<>();
    final MemoryScores scores;
    final Set<String> gone = new HashSet<>();
    final Deque<Image> stream = new ArrayDeque<>();
    final Map<String, Runs.Saved> saves = new HashMap<>();
    Instant now = Instant.parse("2026-11-22T03:17:00Z");
    Runnable whileWaiting = () -> {};

    World(int page) {
        scores = new MemoryScores(responses, page);
        survey("shop", List.of(), Limits.NONE);
    }

    void survey(String id, List<String> segments, Limits limits) {
        surveys.put(
                id,
                new Survey(
                        id,
                        id,
                        new Subject(Subject.Kind.COMPANY, "Shop", null, null),
                        Survey.Labels.NONE,
                        List.of("en"),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        ZoneOffset.UTC,
                        List.of(),
                        segments,
                        limits,
                        null,
                        null,
                        Relation.CUSTOMER,
                        Outreach.DEFAULT,
                        Widget.DEFAULT,
                        0,
                        0,
                        1));
    }

    /** Records an answer, or a new edition of it, as the public function does: the stream hears of it. */
    void answer(String id, String survey, LocalDate day, int score, Map<String, String> properties) {
        Survey settings = surveys.get(survey);
        Contribution said = new Contribution(
                survey,
                day,
                Segments.of(settings, properties, Map.of()),
                Score.of(score),
                settings.limits().responses() != null);
        store(survey, new Image(id, rev(id) + 1, said, false), properties);
    }

    void answer(String id, int score) {
        answer(id, "shop", DAY, score, Map.of("plan", score > 8 ? "pro" : "free"));
    }

    void erase(String id) {
        store(responses.get(id).survey(), new Image(id, rev(id) + 1, null, false), Map.of());
    }

    void expire(String id) {
        gone.add(id);
        if (responses.remove(id) instanceof Stored.Countable there) {
            stream.add(new Image(id, there.image().rev(), there.image().contribution(), true));
        }
    }

    private void store(String survey, Image image, Map<String, String> properties) {
        responses.put(image.response(), new Stored.Countable(survey, image, properties, Map.of()));
        stream.add(image);
    }

    long rev(String id) {
        return responses.get(id) instanceof Stored.Countable there
                ? there.image().rev()
                : 0;
    }

    /** The tally takes so many records from the stream. */
    void tally(int records) {
        Deque<Image> batch = new ArrayDeque<>();
        while (batch.size() < records && !stream.isEmpty()) {
            batch.add(stream.removeFirst());
        }
        new Tallying(scores, attempt -> {}).count(batch);
    }

    void tally() {
        tally(Integer.MAX_VALUE);
    }

    Entry entry(String id) {
        return scores.read(List.of(id)).get(id);
    }

    Recounting recounting(Recounting.Limits limits) {
        return new Recounting(
                new Recounting.Parts(
                        scores,
                        scores,
                        new MemoryRuns(),
                        this::settings,
                        clock(),
                        attempt -> {},
                        this::waits,
                        numbers -> {}),
                limits);
    }

    private Optional<Survey> settings(String id) {
        if (unreadableSurveys.contains(id)) {
            throw new Surveys.Unreadable(id, new Invalid("target", "is not a whole number"));
        }
        return Optional.ofNullable(surveys.get(id));
    }

    private void waits(Duration time) {
        int told = stream.size(); // what is on the stream when a wait begins has been counted when it ends
        whileWaiting.run();
        tally(told);
        now = now.plus(time);
    }

    Numbers recount(boolean repair, boolean backfill) {
        return recount(new Options(repair, backfill, null), Recounting.Limits.DEFAULT);
    }

    Numbers recount(Options options, Recounting.Limits limits) {
        Outcome outcome = recounting(limits).begin("run-" + saves.size(), options, () -> Duration.ofMinutes(15));
        return ((Outcome.Finished) outcome).numbers();
    }

    /** An invocation whose time is up after so many questions about it. */
    static Supplier<Duration> leaving(int steps) {
        int[] left = {steps};
        return () -> left[0]-- > 0 ? Duration.ofMinutes(15) : Duration.ofSeconds(59);
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    static Map<String, Object> numbers(Outcome outcome) {
        return new LinkedHashMap<>(((Outcome.Finished) outcome).numbers().toMap());
    }

    private final class MemoryRuns implements Runs {
        @Override
        public Optional<Saved> load(String run) {
            return Optional.ofNullable(saves.get(run));
        }

        @Override
        public void save(String run, Saved saved) {
            scores.onCall.run();
            long there = Optional.ofNullable(saves.get(run)).map(Saved::step).orElse(0L);
            if (there != saved.step() - 1) {
                throw new Overtaken();
            }
            saves.put(run, saved);
        }
    }
}
