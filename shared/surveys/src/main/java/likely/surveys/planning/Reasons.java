package likely.surveys.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import likely.surveys.Survey;
import likely.surveys.campaigns.Audiences;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.Timetable;
import likely.surveys.campaigns.Trigger;
import likely.surveys.outreach.Finding;
import likely.surveys.outreach.Rules;
import likely.surveys.people.Person;
import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;

/** Why a campaign asks a person, or does not: its audience, its next moment, and each rule with what it says. */
public final class Reasons {
    /** A wave that is farther away is none to tell of. */
    private static final Duration AHEAD = Duration.ofDays(400);

    private Reasons() {}

    /**
     * A campaign's.
     *
     * @param miss what keeps the person out of its audience, or null
     * @param next when it asks next by its schedule, or null when it does not or has none
     * @param findings what each rule says of a mail then, or of one now when there is no next
     */
    public record Reason(
            Campaign campaign,
            Audiences.@Nullable Miss miss,
            @Nullable Instant next,
            List<Finding> findings) {}

    public static Reason of(Survey survey, Campaign campaign, Person person, Standing standing, Instant now) {
        Optional<Audiences.Miss> miss = campaign.trigger() instanceof Trigger.Schedule schedule
                ? Audiences.miss(survey, campaign.id(), schedule.audience(), person)
                : Optional.empty();
        Optional<Instant> next = Timetable.of(survey, campaign)
                .flatMap(timetable -> timetable.days(now, now.plus(AHEAD)).stream()
                        .map(timetable::wave)
                        .distinct()
                        .flatMap(wave -> timetable.due(wave, person).stream())
                        .filter(due -> !due.isBefore(now))
                        .findFirst());
        Instant at = next.orElse(now);
        List<Finding> findings = Rules.check(
                survey,
                Askings.asking("", survey, campaign, person.id(), standing.address(), "", at),
                person,
                standing,
                at);
        return new Reason(campaign, miss.orElse(null), next.orElse(null), findings);
    }
}
