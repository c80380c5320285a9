package likely.functions.recordresponse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import likely.surveys.Survey;
import likely.surveys.Surveys;

/** Surveys as they were some seconds ago at most: a busy page reads them once, not at each answer. */
final class SettingsCache {
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST = 200;

    private final Surveys surveys;
    private final Clock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    private record Kept(Survey survey, Instant until) {}

    SettingsCache(Surveys surveys, Clock clock) {
        this.surveys = surveys;
        this.clock = clock;
    }

    /** Only what exists is kept, so that made-up names cannot fill the memory. */
    synchronized Optional<Survey> find(String id) {
        Instant now = clock.instant();
        Kept known = kept.get(id);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(known.survey());
        }
        if (kept.size() >= MOST) {
            kept.clear();
        }
        Optional<Survey> found = surveys.find(id);
        found.ifPresent(survey -> kept.put(id, new Kept(survey, now.plus(KEPT))));
        return found;
    }
}
