package likely.surveys.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import likely.surveys.Survey;
import likely.surveys.Surveys;
import likely.surveys.answers.StoredResponses;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.Campaigns;
import likely.surveys.campaigns.Timetable;
import likely.surveys.invitations.Invitations;
import likely.surveys.people.People;

/**
 * Plans what is due within two days. Called every few minutes, and may be cut off at any point: whatever is planned again
 * is the same, and each task goes on where it was. One plans at a time, by a lease; two would do no harm but twice the
 * work, and might plan by a campaign that was changed meanwhile.
 */
public final class Planner {
    public static final Duration HORIZON = Duration.ofDays(2);

    /** A wave that could not be planned in so long is over. */
    private static final Duration LATE = Duration.ofDays(7);

    private static final Duration LEASE = Duration.ofMinutes(2);

    /** A page takes a second or two; the lease must outlast it by far. */
    private static final Duration PROLONGED_BEFORE = Duration.ofMinutes(1);

    private static final Duration RESERVE = Duration.ofSeconds(30);

    private final Parts parts;
    private final WavePlanner waves;
    private final Revision revision;

    /** What it works with. */
    public record Parts(
            Surveys surveys,
            Campaigns campaigns,
            People people,
            StoredResponses responses,
            Invitations invitations,
            Plans plans,
            Places places,
            Askings askings,
            Clock clock) {}

    public Planner(Parts parts) {
        this.parts = parts;
        this.waves = new WavePlanner(parts.people(), parts.plans(), parts.places(), parts.askings());
        this.revision =
                new Revision(parts.people(), parts.responses(), parts.invitations(), parts.plans(), parts.places());
    }

    /**
     * What a run did.
     *
     * @param busy whether another one is planning: nothing was done
     * @param complete whether nothing is left to do now
     */
    public record Numbers(boolean busy, boolean complete, int campaigns, int days, long people, long planned) {
        public Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("busy", busy);
            map.put("complete", complete);
            map.put("campaigns", campaigns);
            map.put("days", days);
            map.put("people", people);
            map.put("planned", planned);
            return map;
        }
    }

    /**
     * Plans until all is planned or time is short.
     *
     * @param holder names this run
     * @param left how much time is left
     */
    public Numbers plan(String holder, Supplier<Duration> left) {
        Lease lease = new Lease(holder);
        if (!lease.take()) {
            return new Numbers(true, false, 0, 0, 0, 0);
        }
        try {
            return plan(lease, left);
        } finally {
            parts.places().release(holder);
        }
    }

    private Numbers plan(Lease lease, Supplier<Duration> left) {
        boolean complete = true;
        List<WavePlanner.Day> days = new ArrayList<>();
        int campaigns = 0;
        Map<String, Optional<Survey>> surveys = new LinkedHashMap<>();
        for (Campaign campaign : parts.campaigns().all()) {
            Optional<Survey> survey = surveys.computeIfAbsent(campaign.survey(), parts.surveys()::find);
            if (survey.isEmpty() || !campaign.enabled()) {
                continue;
            }
            campaigns++;
            if (revision.revise(survey.get(), campaign, () -> mayGoOn(lease, left, campaign))) {
                days.addAll(days(survey.get(), campaign));
            } else {
                complete = false;
            }
        }
        days.sort(Comparator.comparing(WavePlanner.Day::date));
        long people = 0;
        long planned = 0;
        for (WavePlanner.Day day : days) {
            WavePlanner.Outcome outcome = waves.plan(day, now(), () -> mayGoOn(lease, left, day.campaign()));
            people += outcome.people();
            planned += outcome.planned();
            complete &= outcome.complete();
        }
        return new Numbers(false, complete, campaigns, days.size(), people, planned);
    }

    /** The days on which it asks somebody from now to the horizon, and those that may still have somebody to be asked. */
    private List<WavePlanner.Day> days(Survey survey, Campaign campaign) {
        Instant changed = Instant.ofEpochSecond(campaign.updatedAt());
        Instant late = now().minus(LATE);
        Instant from = changed.isAfter(late) ? changed : late;
        return Timetable.of(survey, campaign)
                .map(timetable -> timetable.days(from, now().plus(HORIZON)).stream()
                        .map((LocalDate date) -> new WavePlanner.Day(survey, campaign, timetable, date))
                        .toList())
                .orElse(List.of());
    }

    /** By a campaign that was changed nothing more is planned: the next run moves what was. */
    private boolean mayGoOn(Lease lease, Supplier<Duration> left, Campaign campaign) {
        return left.get().compareTo(RESERVE) > 0
                && lease.holds()
                && parts.campaigns()
                        .find(campaign.survey(), campaign.id())
                        .filter(now -> now.version() == campaign.version())
                        .isPresent();
    }

    private Instant now() {
        return parts.clock().instant();
    }

    private final class Lease {
        private final String holder;
        private Instant until = Instant.MIN;

        Lease(String holder) {
            this.holder = holder;
        }

        boolean take() {
            Instant now = now();
            Instant next = now.plus(LEASE);
            boolean taken = parts.places().lease(holder, now.getEpochSecond(), next.getEpochSecond());
            until = taken ? next : Instant.MIN;
            return taken;
        }

        boolean holds() {
            return now().plus(PROLONGED_BEFORE).isBefore(until) || take();
        }
    }
}
