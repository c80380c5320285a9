package likely.functions.serveapi.resources;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import likely.functions.serveapi.access.Caller;
import likely.surveys.invitations.Upcoming;
import likely.surveys.people.Enrolment;
import likely.surveys.people.Person;
import likely.surveys.people.Standing;
import likely.surveys.people.Standings;

/** People as Delighted's clients read them, with what is known of their addresses. */
public final class PersonJson {
    private final Enrolment enrolment;
    private final Standings standings;
    private final Upcoming upcoming;

    public PersonJson(Enrolment enrolment, Standings standings, Upcoming upcoming) {
        this.enrolment = enrolment;
        this.standings = standings;
        this.upcoming = upcoming;
    }

    /** One that was looked at alone has our own additions too. */
    Map<String, Object> whole(Person person, Caller caller) {
        Map<String, Object> json = rows(List.of(person), caller).get(0);
        json.put("relation", ResponseJson.lower(person.relation()));
        json.put("locale", person.locale());
        json.put(
                "time_zone",
                Optional.ofNullable(person.zone()).map(ZoneId::getId).orElse(null));
        json.put("customer_since", person.customerSince());
        json.put("properties", new TreeMap<>(person.properties()));
        return json;
    }

    /** Rows of a list, read together: a query a person, and some readings of a hundred items. */
    List<Map<String, Object>> rows(List<Person> people, Caller caller) {
        Map<String, Standing> known =
                standings.of(people.stream().map(enrolment::address).toList());
        Map<String, Long> next = upcoming.next(people.stream().map(Person::id).toList(), caller.survey());
        return people.stream()
                .map(person -> {
                    String address = enrolment.address(person);
                    return row(person, known.getOrDefault(address, Standing.unknown(address)), next);
                })
                .toList();
    }

    private static Map<String, Object> row(Person person, Standing standing, Map<String, Long> next) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", person.id());
        json.put("name", person.name());
        json.put("email", person.email());
        json.put("created_at", person.createdAt());
        json.put("phone_number", person.phone());
        json.put("last_sent_at", standing.lastAsked().orElse(null));
        json.put("last_responded_at", standing.respondedAt());
        json.put("next_survey_scheduled_at", next.get(person.id()));
        return json;
    }
}
