package likely.functions.serveapi.resources;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Refusal;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.Survey;
import likely.surveys.answers.Place;
import likely.surveys.answers.Range;
import likely.surveys.json.Invalid;
import likely.surveys.people.Details;
import likely.surveys.people.Enrolment;
import likely.surveys.people.Enrolment.Enrolled;
import likely.surveys.people.Person;
import likely.surveys.people.Roster;
import org.jspecify.annotations.Nullable;

/** People: added and asked, listed, read, changed. */
public final class PeopleRoutes {
    /** A survey's key may pass over so many people of other surveys before its page ends short, with a link. */
    private static final int MOST_PASSED = 2_000;

    private final Scope scope;
    private final Enrolment enrolment;
    private final Asking asking;
    private final PersonFinder finder;
    private final Roster roster;
    private final PersonJson json;
    private final Clock clock;

    public PeopleRoutes(
            Scope scope,
            Enrolment enrolment,
            Asking asking,
            PersonFinder finder,
            Roster roster,
            PersonJson json,
            Clock clock) {
        this.scope = scope;
        this.enrolment = enrolment;
        this.asking = asking;
        this.finder = finder;
        this.roster = roster;
        this.json = json;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("POST", "people", Access.NO_VIEWER, this::add),
                Route.of("GET", "people", Access.NO_VIEWER, this::list),
                Route.of("PUT", "people", Access.NO_VIEWER, this::change),
                Route.of("GET", "people/{person}", Access.NO_VIEWER, this::one));
    }

    /** Adds somebody or changes who is found, and schedules a survey unless told not to. */
    private Reply add(Call call) {
        Survey survey = scope.survey(call);
        long now = now();
        PersonBody body = PersonBody.read(call.body(), now);
        Enrolled enrolled = enrolment.enrol(body.details(), survey.id(), survey.asks(), now);
        Person person = enrolled.person();
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("id", person.id());
        reply.put("email", person.email());
        reply.put("name", person.name());
        reply.put("survey_scheduled_at", asking.ask(survey, person, body, now).orElse(null));
        reply.put("properties", new TreeMap<>(body.details().properties()));
        reply.put("phone_number", person.phone());
        return Reply.json(enrolled.created() ? 201 : 200, reply);
    }

    private Reply one(Call call) {
        return Reply.json(200, json.whole(finder.named(call.caller(), call.path("person")), call.caller()));
    }

    /** By id, else as when somebody is added; nobody is asked. */
    private Reply change(Call call) {
        Survey survey = scope.survey(call);
        Details details = PersonBody.change(call.body());
        Optional<Person> known = Optional.ofNullable(call.body().raw("id"))
                .flatMap(id -> finder.byId(call.caller(), String.valueOf(id)));
        if (known.isPresent()) {
            Person changed = enrolment
                    .change(known.get().id(), details, survey.id(), now())
                    .orElseThrow(Refusal::notFound);
            return Reply.json(200, json.whole(changed, call.caller()));
        }
        if (!PersonBody.hasAddress(details)) {
            if (call.body().names("id")) {
                throw Refusal.notFound();
            }
            throw new Invalid("email", "can't be blank");
        }
        Enrolled enrolled = enrolment.enrol(details, survey.id(), survey.asks(), now());
        return Reply.json(enrolled.created() ? 201 : 200, json.whole(enrolled.person(), call.caller()));
    }

    private Reply list(Call call) {
        Range added = call.query().range("since", "until");
        Optional<String> email = call.query().text("email");
        Optional<String> phone = call.query().text("phone_number");
        if (email.isPresent() || phone.isPresent()) {
            // A plus that nobody encoded arrives as a blank, which no address and no number has.
            Optional<Person> found = email.isPresent()
                    ? finder.byEmail(call.caller(), email.get().replace(' ', '+'))
                    : finder.byPhone(call.caller(), phone.orElse("").replace(' ', '+'));
            return Reply.json(
                    200,
                    found.filter(person -> added.contains(person.createdAt()))
                            .map(person -> json.rows(List.of(person), call.caller()))
                            .orElse(List.of()));
        }
        return page(call, added);
    }

    private Reply page(Call call, Range added) {
        int perPage = call.query().perPage();
        Iterator<Person> all = roster.list(added, place(call.cursor().after()), perPage);
        List<Person> page = new ArrayList<>();
        Person last = null;
        for (int passed = 0; page.size() < perPage && passed < MOST_PASSED + perPage && all.hasNext(); passed++) {
            last = all.next();
            if (PersonFinder.isSeen(call.caller(), last)) {
                page.add(last);
            }
        }
        Reply reply = Reply.json(200, json.rows(page, call.caller()));
        return last == null || !all.hasNext() ? reply : call.withNext(reply, last.createdAt() + "-" + last.id());
    }

    private static @Nullable Place place(@Nullable String after) {
        if (after == null) {
            return null;
        }
        int dash = after.indexOf('-');
        try {
            return new Place(Long.parseLong(after.substring(0, Math.max(0, dash))), after.substring(dash + 1));
        } catch (NumberFormatException e) {
            throw new Invalid("page_info", "is not one of this service's");
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
