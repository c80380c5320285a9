package likely.surveys.planning;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import likely.surveys.Survey;
import likely.surveys.json.Invalid;
import likely.surveys.people.Details;
import likely.surveys.people.Enrolment;
import likely.surveys.people.Person;
import org.jspecify.annotations.Nullable;

/** Enrols whom an event tells of, as the survey's own kind of people. */
public final class EnrolledNewcomers implements Newcomers {
    private final Enrolment enrolment;

    public EnrolledNewcomers(Enrolment enrolment) {
        this.enrolment = enrolment;
    }

    @Override
    public Person known(Contact contact, Survey survey, long now) {
        try {
            return enrol(contact, contact.phone(), survey, now);
        } catch (Invalid e) {
            // The number is somebody else's, as in a household: it is the address that is asked.
            return enrol(contact, null, survey, now);
        }
    }

    private Person enrol(Contact contact, @Nullable String phone, Survey survey, long now) {
        Map<String, String> properties = Optional.ofNullable(contact.locale())
                .map(locale -> Map.of("locale", locale))
                .orElse(Map.of());
        Details details = new Details(
                contact.email(), null, phone, null, contact.name(), null, contact.zone(), properties, Set.of(), null);
        return enrolment.enrol(details, survey.id(), survey.asks(), now).person();
    }
}
