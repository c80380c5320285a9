package likely.surveys.sources;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import likely.surveys.Survey;
import likely.surveys.Unavailable;
import org.jspecify.annotations.Nullable;

/**
 * Sees how many answers come from one place in an hour, and what becomes of the next one: it is recorded as any other, it
 * is recorded and marked, or it is to come later. What is first counted in this process's memory costs an ordinary answer
 * nothing; a place's second answer goes to the store, and from then on each.
 *
 * <p>An answer is worth more than its place: while the store cannot count, all are recorded as any other.
 */
public final class Turnout {
    /** From so many times the survey's own limit on, nothing new is taken from a place until the hour is over. */
    static final int TAKEN = 10;

    /** So many answers of a place and hour are known to this process alone. */
    private static final int UNREPORTED = 1;

    /** What a process remembers at most; whoever has more addresses than that is not met by counting them. */
    private static final int MOST_PLACES = 10_000;

    private static final long AN_HOUR = 3_600;
    private static final long LONGEST_WAIT = 600;

    private final SourceCounts store;
    private final Clock clock;
    private final Consumer<Unavailable> uncounted;
    private final Map<String, HourCount> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, HourCount> eldest) {
            return size() > MOST_PLACES;
        }
    };
    private long hourOfCounts;
    private @Nullable Salt newest;

    private record Salt(LocalDate day, String text) {}

    /** @param uncounted is told when the store cannot count: a place may give more than it should meanwhile */
    public Turnout(SourceCounts store, Clock clock, Consumer<Unavailable> uncounted) {
        this.store = store;
        this.clock = clock;
        this.uncounted = uncounted;
    }

    /**
     * The next answer from an address, which is held for the hour in this process's memory, and nowhere else.
     *
     * @param address IPv4 or IPv6, or null when nobody knows; what is none is as good as null
     */
    public Vote vote(Survey survey, @Nullable String address) {
        Integer limit = survey.limits().perPlace();
        Optional<String> network = Optional.ofNullable(address).flatMap(Network::of);
        if (limit == null || network.isEmpty()) {
            return Vote.FREE;
        }
        return new Counted(survey.id(), network.get(), limit, clock.instant());
    }

    private synchronized HourCount count(String place, long hour) {
        if (hour > hourOfCounts) {
            counts.clear();
            hourOfCounts = hour;
        }
        return counts.computeIfAbsent(place, name -> new HourCount());
    }

    private Source source(String survey, String network, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return Source.of(survey, network, day, salt(day));
    }

    private synchronized String salt(LocalDate day) {
        Salt known = newest;
        if (known == null || !known.day().equals(day)) {
            known = new Salt(day, store.salt(day));
            newest = known;
        }
        return known.text();
    }

    /** One that is counted. */
    private final class Counted implements Vote {
        private final String survey;
        private final String network;
        private final Instant at;
        private final long hour;
        private final HourCount count;
        private final Standing standing;

        Counted(String survey, String network, int limit, Instant at) {
            this.survey = survey;
            this.network = network;
            this.at = at;
            this.hour = at.getEpochSecond() / AN_HOUR;
            this.count = count(survey + " " + network, hour);
            this.standing = standing(limit, count.now());
        }

        private Standing standing(int limit, long before) {
            if (before >= (long) limit * TAKEN) {
                long left = (hour + 1) * AN_HOUR - at.getEpochSecond();
                return new Standing.Later(Math.min(LONGEST_WAIT, left));
            }
            return before >= limit ? marked() : new Standing.Ordinary();
        }

        private Standing marked() {
            try {
                Source source = source(survey, network, at);
                if (count.isFirstMarked()) {
                    store.list(source, at.getEpochSecond());
                    count.listed();
                }
                return new Standing.Marked(source.id());
            } catch (Unavailable e) {
                uncounted.accept(e);
                return new Standing.Ordinary();
            }
        }

        @Override
        public Standing standing() {
            return standing;
        }

        @Override
        public void given() {
            long due = count.oneMore(UNREPORTED);
            if (due == 0) {
                return;
            }
            try {
                count.reported(store.add(source(survey, network, at), hour, due));
            } catch (Unavailable e) {
                count.unreported(due);
                uncounted.accept(e);
            }
        }
    }
}
