package likely.functions.serveapi.resources;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.sending.Guard;
import likely.surveys.sending.Health;
import likely.surveys.sending.Lease;
import likely.surveys.sending.Lease.Leases;
import likely.surveys.sending.Mailer.Quota;
import likely.surveys.sending.Ramp;
import likely.surveys.sending.SendingRecords;

/** Whether mail goes, how much of it, and the owner's switch. */
public final class SendingRoutes {
    private static final int DAYS = 30;

    private final SendingRecords records;
    private final Leases leases;
    private final Clock clock;

    public SendingRoutes(SendingRecords records, Leases leases, Clock clock) {
        this.records = records;
        this.leases = leases;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "sending", Access.OWNER, call -> state()),
                Route.of("POST", "sending/pause", Access.OWNER, this::pause),
                Route.of("POST", "sending/resume", Access.OWNER, this::resume));
    }

    private Reply pause(Call call) {
        records.pause(new Guard.Pause(Guard.Cause.OWNER, clock.instant().getEpochSecond()));
        return state();
    }

    /** Judged anew from now on: what was before is what the owner has looked at. */
    private Reply resume(Call call) {
        records.resume(today(), records.days(today(), today()).getOrDefault(today(), Health.NONE));
        return state();
    }

    private Reply state() {
        Guard.Pause pause = records.guard().pause();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("paused", pause != null);
        json.put("cause", pause == null ? null : pause.cause().name().toLowerCase(Locale.ROOT));
        json.put("paused_at", pause == null ? null : pause.at());
        json.put(
                "quota",
                leases.read().map(Lease::quota).map(SendingRoutes::quota).orElse(null));
        Optional<Ramp> ramp = records.ramp();
        json.put(
                "ramp",
                ramp.map(it -> Map.of("day", it.day().toString(), "cap", it.cap()))
                        .orElse(null));
        json.put(
                "days",
                records.days(today().minusDays(DAYS), today()).entrySet().stream()
                        .map(entry -> day(entry.getKey(), entry.getValue()))
                        .toList());
        return Reply.json(200, json);
    }

    /** As the last run found it. */
    private static Map<String, Object> quota(Quota quota) {
        return Map.of(
                "in_24_hours", (long) quota.in24Hours(),
                "per_second", quota.perSecond(),
                "sent", (long) quota.sent());
    }

    private static Map<String, Object> day(LocalDate day, Health health) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("day", day.toString());
        json.put("sent", health.sent());
        json.put("bounces", health.bounces());
        json.put("complaints", health.complaints());
        return json;
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
