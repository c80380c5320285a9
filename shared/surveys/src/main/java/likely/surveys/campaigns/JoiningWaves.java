package likely.surveys.campaigns;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import likely.surveys.campaigns.Trigger.Days.AfterJoining;
import likely.surveys.people.Person;

/** One wave, in which everybody is asked once, so many days after becoming a customer. */
final class JoiningWaves implements Waves {
    private static final String ONLY = "joined";

    private final AfterJoining joining;
    private final Function<Person, ZoneId> zone;

    /** @param zone in which the day of joining is told */
    JoiningWaves(AfterJoining joining, Function<Person, ZoneId> zone) {
        this.joining = joining;
        this.zone = zone;
    }

    @Override
    public List<LocalDate> days(LocalDate from, LocalDate until) {
        return from.isAfter(until)
                ? List.of()
                : from.datesUntil(until.plusDays(1)).toList();
    }

    @Override
    public String wave(LocalDate day) {
        return ONLY;
    }

    @Override
    public Optional<LocalDate> day(String wave, Person person) {
        if (!wave.equals(ONLY)) {
            return Optional.empty();
        }
        Instant joined = Instant.ofEpochSecond(requireNonNullElse(person.customerSince(), person.createdAt()));
        return Optional.of(joined.atZone(zone.apply(person)).toLocalDate().plusDays(joining.days()));
    }
}
