package likely.surveys.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.surveys.Survey;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.Timetable;
import likely.surveys.invitations.Invitation;
import likely.surveys.people.People;
import likely.surveys.people.Person;
import likely.surveys.planning.Askings.Cause;
import likely.surveys.planning.Places.Place;
import org.jspecify.annotations.Nullable;

/**
 * Plans one day of a campaign: pages through people, and holds no more than a page. Its place is kept, so that a pass
 * that was cut off goes on, and one that is complete has only those who were added since to look at.
 */
final class WavePlanner {
    private static final int PAGE = 200;
    private static final int SAVE_EVERY = 10;

    /** So long after somebody was added the list has the person for certain, in the order of creation. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private static final Duration KEPT = Duration.ofDays(30);

    private final People people;
    private final Plans plans;
    private final Places places;
    private final Askings askings;

    WavePlanner(People people, Plans plans, Places places, Askings askings) {
        this.people = people;
        this.plans = plans;
        this.places = places;
        this.askings = askings;
    }

    /** A day of a campaign. */
    record Day(Survey survey, Campaign campaign, Timetable timetable, LocalDate date) {}

    /** What came of it. */
    record Outcome(boolean complete, long people, long planned) {}

    /** @param turn is asked before each page whether to go on */
    Outcome plan(Day day, Instant now, Turn turn) {
        Place place = place(day);
        Work work = new Work(day, now, place, new HashMap<>(place.tokens()));
        if (place.closed()) {
            return work.outcome(true);
        }
        for (int shard = 0; shard < People.SHARDS; shard++) {
            if (!shard(work, shard, turn)) {
                places.save(place.at(work.tokens));
                return work.outcome(false);
            }
        }
        boolean closed = now.isAfter(day.timetable().latest(day.date()).plus(SETTLED));
        Place end = place.at(work.tokens).passed(now.getEpochSecond(), closed);
        if (closed || work.people > 0 || place.passedAt() == 0) {
            places.save(end);
        }
        return work.outcome(true);
    }

    private Place place(Day day) {
        String campaign = day.campaign().id();
        long version = day.campaign().version();
        long expires = day.timetable().latest(day.date()).plus(KEPT).getEpochSecond();
        return places.find(campaign, day.date().toString())
                .filter(found -> found.version() >= version)
                .orElseGet(() -> Place.begin(campaign, day.date().toString(), version, expires));
    }

    /** Whether it came to the shard's end. */
    private boolean shard(Work work, int shard, Turn turn) {
        @Nullable String token = work.tokens.get(shard);
        int pages = 0;
        while (turn.mine()) {
            People.Page page = people.page(shard, token, PAGE);
            List<Invitation> mails = new ArrayList<>();
            for (Person person : page.people()) {
                if (work.place.passedAt() == 0 || person.createdAt() >= work.place.passedAt() - SETTLED.toSeconds()) {
                    work.people++;
                    mails.addAll(mails(work, person));
                }
            }
            work.planned += mails.isEmpty() ? 0 : plans.add(mails).size();
            token = page.next();
            if (token == null) {
                return true; // and the next pass reads this page again: it may have grown
            }
            work.tokens.put(shard, token);
            if (++pages % SAVE_EVERY == 0) {
                places.save(work.place.at(work.tokens));
            }
        }
        return false;
    }

    private List<Invitation> mails(Work work, Person person) {
        Day day = work.day;
        Timetable timetable = day.timetable();
        String wave = timetable.wave(day.date());
        Optional<LocalDate> own = timetable.day(wave, person).filter(day.date()::equals);
        // What was to be asked before the campaign was made, switched on or changed is over.
        if (own.isEmpty()
                || timetable.moment(day.date(), person).getEpochSecond()
                        < day.campaign().updatedAt()) {
            return List.of();
        }
        Cause cause = new Cause(wave, work.now.getEpochSecond(), Map.of());
        return timetable
                .due(wave, person)
                .map(due -> askings.inWave(day.survey(), day.campaign(), person, cause, due))
                .orElse(List.of());
    }

    private static final class Work {
        final Day day;
        final Instant now;
        final Place place;
        final Map<Integer, String> tokens;
        long people;
        long planned;

        Work(Day day, Instant now, Place place, Map<Integer, String> tokens) {
            this.day = day;
            this.now = now;
            this.place = place;
            this.tokens = tokens;
        }

        Outcome outcome(boolean complete) {
            return new Outcome(complete, people, planned);
        }
    }
}
