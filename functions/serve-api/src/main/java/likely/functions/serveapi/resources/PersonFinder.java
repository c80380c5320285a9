package likely.functions.serveapi.resources;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import likely.functions.serveapi.access.Caller;
import likely.functions.serveapi.v1.Refusal;
import likely.surveys.people.Enrolment;
import likely.surveys.people.People;
import likely.surveys.people.Person;

/** People as calls name them. Who is known to other surveys alone is as unknown to a survey's key as nobody. */
public final class PersonFinder {
    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
    private static final String EMAIL = "email:";
    private static final String PHONE = "phone_number:";

    private final People people;
    private final Enrolment enrolment;

    public PersonFinder(People people, Enrolment enrolment) {
        this.people = people;
        this.enrolment = enrolment;
    }

    /** By id, {@code email:ADDRESS} or {@code phone_number:+NUMBER}. */
    Person named(Caller caller, String identifier) {
        Optional<Person> found = identifier.startsWith(EMAIL)
                ? byEmail(caller, identifier.substring(EMAIL.length()))
                : identifier.startsWith(PHONE)
                        ? byPhone(caller, identifier.substring(PHONE.length()))
                        : byId(caller, identifier);
        return found.orElseThrow(Refusal::notFound);
    }

    Optional<Person> byId(Caller caller, String id) {
        return ID.matcher(id).matches() ? people.find(id).filter(person -> isSeen(caller, person)) : Optional.empty();
    }

    Optional<Person> byEmail(Caller caller, String email) {
        return owner(email).filter(person -> isSeen(caller, person));
    }

    Optional<Person> byPhone(Caller caller, String phone) {
        return enrolment.byPhone(phone.strip()).filter(person -> isSeen(caller, person));
    }

    /** Those who are known, by id, whoever asks: for answers that the caller may see. */
    Map<String, Person> all(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : people.find(ids);
    }

    /** Whose address it is, for answers that the caller may see. */
    Optional<Person> owner(String email) {
        return enrolment.byEmail(email.strip());
    }

    static boolean isSeen(Caller caller, Person person) {
        return caller.survey() == null || person.isKnownTo(caller.survey());
    }
}
