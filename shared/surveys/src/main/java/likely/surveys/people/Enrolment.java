package likely.surveys.people;

import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import likely.surveys.Unavailable;
import likely.surveys.json.Invalid;

/**
 * Adds people, or changes who is there: somebody is found by email, else by phone number, and whoever is found keeps the
 * id. Two calls at once with two spellings of one address end as one person, since a person is written together with the
 * addresses' keys.
 */
public final class Enrolment {
    /** Calls about one person at the same time are few: whoever is overtaken so often looks at a store that misbehaves. */
    private static final int MOST_ATTEMPTS = 10;

    private static final String TAKEN = "has already been taken";

    private final People people;
    private final PeopleWrites writes;
    private final Standings standings;
    private final Addresses addresses;
    private final SecureRandom random = new SecureRandom();

    public Enrolment(People people, PeopleWrites writes, Standings standings, Addresses addresses) {
        this.people = people;
        this.writes = writes;
        this.standings = standings;
        this.addresses = addresses;
    }

    /** Who it was, and whether they are new. */
    public record Enrolled(Person person, boolean created) {}

    /**
     * Adds somebody for a survey, or changes who is found.
     *
     * @param survey which will know the person
     * @param relation of somebody new of whom nothing else is said
     * @param now Unix seconds
     * @throws Invalid naming the field whose address is somebody else's
     */
    public Enrolled enrol(Details details, String survey, Relation relation, long now) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Person> found = match(details);
            found.ifPresent(person -> refuseStranger(person, details));
            Optional<Enrolled> enrolled = found.isPresent()
                    ? changed(found.get(), details, survey, now)
                    : added(details, survey, relation, now);
            if (enrolled.isPresent()) {
                return enrolled.get();
            }
        }
        throw new Unavailable(new IllegalStateException("A person keeps changing"));
    }

    /** Changes somebody who is known; nothing when there is no such person any more. */
    public Optional<Person> change(String id, Details details, String survey, long now) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Person> found = people.find(id);
            if (found.isEmpty()) {
                return found;
            }
            Optional<Enrolled> changed = changed(found.get(), details, survey, now);
            if (changed.isPresent()) {
                return changed.map(Enrolled::person);
            }
        }
        throw new Unavailable(new IllegalStateException("Person " + id + " keeps changing"));
    }

    /** Whose address it is. */
    public Optional<Person> byEmail(String email) {
        return Addresses.isEmail(email) ? owner(addresses.ofEmail(email)) : Optional.empty();
    }

    /** Whose number it is. */
    public Optional<Person> byPhone(String phone) {
        return Addresses.isPhone(phone) ? owner(addresses.ofPhone(phone)) : Optional.empty();
    }

    /** Where mail to somebody is noted: the key of the email address, or of the phone number for who has none. */
    public String address(Person person) {
        return person.email() != null
                ? addresses.ofEmail(person.email())
                : addresses.ofPhone(Objects.requireNonNull(person.phone(), "a person has an address"));
    }

    /** Keys of all addresses of a person. */
    public Set<String> addresses(Person person) {
        Set<String> keys = new LinkedHashSet<>();
        Optional.ofNullable(person.email()).map(addresses::ofEmail).ifPresent(keys::add);
        Optional.ofNullable(person.phone()).map(addresses::ofPhone).ifPresent(keys::add);
        return keys;
    }

    /** The updates too: who sends the same call twice finds under the new address whom the first one moved there. */
    private Optional<Person> match(Details details) {
        return Optional.ofNullable(details.email())
                .flatMap(this::byEmail)
                .or(() -> Optional.ofNullable(details.emailUpdate()).flatMap(this::byEmail))
                .or(() -> Optional.ofNullable(details.phone()).flatMap(this::byPhone))
                .or(() -> Optional.ofNullable(details.phoneUpdate()).flatMap(this::byPhone));
    }

    private Optional<Person> owner(String address) {
        return Optional.ofNullable(people.standing(address).person()).flatMap(people::find);
    }

    private Optional<Enrolled> added(Details details, String survey, Relation relation, long now) {
        String id = Long.toString(random.nextLong(1, Long.MAX_VALUE));
        Person nobody = new Person(id, null, null, null, relation, null, null, Map.of(), Set.of(), null, now, now, 0);
        Person person = details.of(nobody, survey).changed(now);
        return writes.add(person, addresses(person)) ? Optional.of(new Enrolled(person, true)) : Optional.empty();
    }

    private Optional<Enrolled> changed(Person found, Details details, String survey, long now) {
        Person told = details.of(found, survey);
        if (told.equals(found)) {
            return Optional.of(new Enrolled(found, false));
        }
        Set<String> taken = without(addresses(told), addresses(found));
        Set<String> freed = without(addresses(found), addresses(told));
        refuseOthers(found, told, details, taken);
        // Before the change: should it fail, somebody is asked later than they might be, and never too soon.
        freed.forEach(from -> taken.forEach(to -> standings.carry(from, to)));
        Person person = told.changed(now);
        return writes.replace(person, taken, freed) ? Optional.of(new Enrolled(person, false)) : Optional.empty();
    }

    /** Who was found by phone number and has another email is somebody else in one household, or under an old number. */
    private void refuseStranger(Person found, Details details) {
        boolean stranger = found.email() != null
                && details.email() != null
                && !isSame(found.email(), details.email())
                && (details.emailUpdate() == null || !isSame(found.email(), details.emailUpdate()));
        if (stranger) {
            throw new Invalid(details.phoneField(), TAKEN);
        }
    }

    private boolean isSame(String email, String other) {
        return addresses.ofEmail(email).equals(addresses.ofEmail(other));
    }

    /** An address is one person's. */
    private void refuseOthers(Person found, Person told, Details details, Set<String> taken) {
        for (String address : taken) {
            String owner = people.standing(address).person();
            if (owner != null && !owner.equals(found.id())) {
                boolean email = told.email() != null && address.equals(addresses.ofEmail(told.email()));
                throw new Invalid(email ? details.emailField() : details.phoneField(), TAKEN);
            }
        }
    }

    private static Set<String> without(Set<String> keys, Set<String> others) {
        Set<String> left = new LinkedHashSet<>(keys);
        left.removeAll(others);
        return left;
    }
}
