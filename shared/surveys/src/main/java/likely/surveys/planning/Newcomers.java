package likely.surveys.planning;

import likely.surveys.Survey;
import likely.surveys.people.Person;

/** Finds who an event tells of, by the address, and adds whoever is new. */
@FunctionalInterface
public interface Newcomers {
    /**
     * The person of that address, as known with what is said of them now, and among the survey's people.
     *
     * @param now Unix seconds
     * @throws likely.surveys.Unavailable when the store cannot be reached
     */
    Person known(Contact contact, Survey survey, long now);
}
