package likely.functions.serveapi.resources;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Refusal;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.Survey;
import likely.surveys.answers.Range;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.Invitations;
import likely.surveys.json.Fields;
import likely.surveys.json.Invalid;
import likely.surveys.people.Addresses;
import likely.surveys.people.People;
import likely.surveys.people.Person;
import likely.surveys.people.Standings;
import likely.surveys.people.Standings.Mark;

/** To whom nothing is sent: who unsubscribed, whose mail came back, and whose survey was called off. */
public final class SuppressionRoutes {
    private static final int MOST_READ = 20_000;
    private static final int AT_ONCE = 100;
    private static final Set<Kind> ASKINGS = Set.of(Kind.SURVEY, Kind.REMINDER);

    private final Scope scope;
    private final PersonFinder finder;
    private final People people;
    private final Standings standings;
    private final Invitations invitations;
    private final Addresses addresses;
    private final Clock clock;

    public SuppressionRoutes(
            Scope scope,
            PersonFinder finder,
            People people,
            Standings standings,
            Invitations invitations,
            Addresses addresses,
            Clock clock) {
        this.scope = scope;
        this.finder = finder;
        this.people = people;
        this.standings = standings;
        this.invitations = invitations;
        this.addresses = addresses;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("POST", "unsubscribes", Access.NO_VIEWER, this::unsubscribe),
                Route.of(
                        "GET",
                        "unsubscribes",
                        Access.NO_VIEWER,
                        call -> list(call, standings.unsubscribed(range(call)), "unsubscribed_at")),
                Route.of(
                        "GET",
                        "bounces",
                        Access.NO_VIEWER,
                        call -> list(call, standings.bounced(range(call)), "bounced_at")),
                Route.of("DELETE", "people/{email}/survey_requests/pending", Access.NO_VIEWER, this::cancel));
    }

    /** From all mail, whether or not the address is anybody's: who will be added later has said no before. */
    private Reply unsubscribe(Call call) {
        Fields fields = call.body().fields();
        String email = fields.prose("person_email", 254);
        if (!fields.has("person_email")) {
            fields.refuse("person_email", "can't be blank");
        } else if (email == null || !Addresses.isEmail(email.strip())) {
            fields.refuse("person_email", "is invalid");
        }
        fields.check();
        standings.unsubscribe(
                addresses.ofEmail(Objects.requireNonNull(email)),
                clock.instant().getEpochSecond());
        return Reply.json(200, Map.of("ok", true));
    }

    /** Of the call's survey; what a dispatcher has claimed is on its way. */
    private Reply cancel(Call call) {
        Survey survey = scope.survey(call);
        Person person = finder.byEmail(call.caller(), call.path("email")).orElseThrow(Refusal::notFound);
        Iterator<Invitation> all = invitations.ofPerson(person.id());
        while (all.hasNext()) {
            Invitation invitation = all.next();
            if (invitation.survey().equals(survey.id()) && ASKINGS.contains(invitation.kind())) {
                invitations.cancel(invitation.id(), "called off");
            }
        }
        return Reply.json(200, Map.of("ok", true));
    }

    private static Range range(Call call) {
        return call.query().range("since", "until");
    }

    private Reply list(Call call, Iterator<Mark> marks, String at) {
        int perPage = call.query().perPage();
        long skip = (long) perPage * (call.query().page() - 1);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int read = 0; rows.size() < perPage && marks.hasNext(); read += AT_ONCE) {
            if (read > MOST_READ) {
                throw new Invalid("since", "leaves too many to look through: choose a shorter time");
            }
            List<Mark> next = next(marks);
            Map<String, Person> found =
                    people.find(next.stream().map(Mark::person).toList());
            for (Mark mark : next) {
                Person person = found.get(mark.person());
                if (person == null || !PersonFinder.isSeen(call.caller(), person)) {
                    continue;
                }
                if (skip > 0) {
                    skip--;
                } else if (rows.size() < perPage) {
                    rows.add(row(person, at, mark));
                }
            }
        }
        return Reply.json(200, rows);
    }

    private static List<Mark> next(Iterator<Mark> marks) {
        List<Mark> next = new ArrayList<>();
        while (next.size() < AT_ONCE && marks.hasNext()) {
            next.add(marks.next());
        }
        return next;
    }

    private static Map<String, Object> row(Person person, String at, Mark mark) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("person_id", person.id());
        json.put("email", person.email());
        json.put("name", person.name());
        json.put(at, mark.at());
        return json;
    }
}
