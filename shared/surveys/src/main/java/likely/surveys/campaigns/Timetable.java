package likely.surveys.campaigns;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import likely.surveys.Survey;
import likely.surveys.campaigns.Trigger.Days.AfterJoining;
import likely.surveys.campaigns.Trigger.Days.Recurrence;
import likely.surveys.campaigns.Trigger.Days.RollingPanel;
import likely.surveys.outreach.Hours;
import likely.surveys.outreach.Rules;
import likely.surveys.people.Person;

/**
 * When a campaign with a schedule asks whom. Depends on the campaign, the survey and the person alone and not on when it
 * is asked, which is what makes planning again, and planning late, the same as planning once.
 */
public final class Timetable {
    /** Clocks are at most so far before UTC, and so far behind it. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private static final ZoneOffset LATEST = ZoneOffset.ofHours(-12);

    private final Survey survey;
    private final Campaign campaign;
    private final Trigger.Schedule schedule;
    private final Waves waves;

    private Timetable(Survey survey, Campaign campaign, Trigger.Schedule schedule) {
        this.survey = survey;
        this.campaign = campaign;
        this.schedule = schedule;
        this.waves = waves();
    }

    /** Nothing for a campaign that asks after events or writes after answers. */
    public static Optional<Timetable> of(Survey survey, Campaign campaign) {
        return campaign.trigger() instanceof Trigger.Schedule schedule
                ? Optional.of(new Timetable(survey, campaign, schedule))
                : Optional.empty();
    }

    private Waves waves() {
        Trigger.Days days = schedule.days();
        if (days instanceof Recurrence recurrence) {
            return new RecurringWaves(recurrence);
        } else if (days instanceof RollingPanel panel) {
            return new PanelWaves(campaign.id(), panel, survey.outreach().sending());
        } else if (days instanceof AfterJoining joining) {
            return new JoiningWaves(joining, this::zone);
        }
        throw new IllegalStateException("no days are of this kind: " + days.getClass());
    }

    /** Days on which somebody may be asked at a moment from one to another. */
    public List<LocalDate> days(Instant from, Instant until) {
        // A date is over, somewhere, before it has begun elsewhere: one day more at either end has them all.
        LocalDate first = from.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
        LocalDate last = until.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        return waves.days(first, last).stream()
                .filter(day -> !latest(day).isBefore(from) && !earliest(day).isAfter(until))
                .toList();
    }

    public String wave(LocalDate day) {
        return waves.wave(day);
    }

    /** A person's day in a wave, for whoever is in the audience. */
    public Optional<LocalDate> day(String wave, Person person) {
        return Audiences.miss(survey, campaign.id(), schedule.audience(), person)
                        .isPresent()
                ? Optional.empty()
                : waves.day(wave, person);
    }

    /** The first moment at which that day's hour is anywhere. */
    public Instant earliest(LocalDate day) {
        return moment(day, schedule.personsZone() ? EARLIEST : survey.zone());
    }

    /** The last one. */
    public Instant latest(LocalDate day) {
        return moment(day, schedule.personsZone() ? LATEST : survey.zone());
    }

    /**
     * The hour of that day where it is told: one that is skipped when clocks go forward is as much later, and of one that
     * there is twice it is the first.
     */
    public Instant moment(LocalDate day, Person person) {
        return moment(day, zone(person));
    }

    /**
     * When a mail of a wave is due to a person: at that moment, or at the first one after it at which mail may go.
     * Nothing for who is not in the audience, has no day in the wave, or was added after it.
     */
    public Optional<Instant> due(String wave, Person person) {
        return day(wave, person)
                .map(day -> moment(day, person))
                .filter(moment -> person.createdAt() <= moment.getEpochSecond())
                .flatMap(moment -> open(moment, Duration.ZERO, survey, person));
    }

    /** The first moment from so long after another on at which mail may go to a person. */
    public static Optional<Instant> open(Instant from, Duration after, Survey survey, Person person) {
        return Hours.next(survey.outreach().sending(), Rules.zone(survey, person), from.plus(after));
    }

    private Instant moment(LocalDate day, ZoneId zone) {
        return day.atTime(schedule.at()).atZone(zone).toInstant();
    }

    private ZoneId zone(Person person) {
        return schedule.personsZone() ? Rules.zone(survey, person) : survey.zone();
    }
}
