package likely.surveys.campaigns;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import likely.surveys.people.Person;

/**
 * How days make waves. In one wave a person is asked once at most, on a day that depends on nothing but the campaign and
 * the person, so that it is the same whenever it is asked for.
 */
interface Waves {
    /** Days between two, both included, on which somebody may be asked. */
    List<LocalDate> days(LocalDate from, LocalDate until);

    /** The wave that a day belongs to. */
    String wave(LocalDate day);

    /** A person's day in a wave; nothing when there is none, or no such wave. */
    Optional<LocalDate> day(String wave, Person person);
}
