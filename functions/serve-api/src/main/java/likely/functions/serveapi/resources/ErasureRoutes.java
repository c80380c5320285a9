package likely.functions.serveapi.resources;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Refusal;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.people.Erasure;
import likely.surveys.people.Erasures;
import likely.surveys.people.Person;
import likely.surveys.people.Receipt;

/** People erased, and the receipts. */
public final class ErasureRoutes {
    private static final long A_DAY = 86_400;

    /** As long as backups go back: point-in-time recovery of DynamoDB. */
    private static final long BACKUP_DAYS = 35;

    /** A day in the stream at most, and then 14 in a queue of records that could not be processed. */
    private static final long QUEUE_DAYS = 15;

    private final PersonFinder finder;
    private final Erasure erasure;
    private final Erasures erasures;
    private final Clock clock;

    public ErasureRoutes(PersonFinder finder, Erasure erasure, Erasures erasures, Clock clock) {
        this.finder = finder;
        this.erasure = erasure;
        this.erasures = erasures;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("DELETE", "people/{person}", Access.NO_VIEWER, this::erase),
                Route.of("GET", "people/{person}/erasure", Access.OWNER, this::receipt));
    }

    /** A survey's key takes who is known to other surveys too out of its own alone. */
    private Reply erase(Call call) {
        Person person = finder.named(call.caller(), call.path("person"));
        String survey = call.caller().survey();
        long now = clock.instant().getEpochSecond();
        if (survey == null || person.surveys().equals(Set.of(survey))) {
            erasure.erase(person, now);
        } else {
            erasure.leave(person, survey, now);
        }
        return Reply.json(202, Map.of("ok", true));
    }

    private Reply receipt(Call call) {
        Receipt receipt = erasures.receipt(call.path("person")).orElseThrow(Refusal::notFound);
        Long erasedAt = receipt.erasedAt();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", receipt.person());
        json.put("started_at", receipt.startedAt());
        json.put("erased_at", erasedAt);
        json.put("responses", receipt.responses());
        json.put("survey_requests", receipt.invitations());
        json.put("backups_until", erasedAt == null ? null : erasedAt + BACKUP_DAYS * A_DAY);
        json.put("queues_until", erasedAt == null ? null : erasedAt + QUEUE_DAYS * A_DAY);
        return Reply.json(200, json);
    }
}
