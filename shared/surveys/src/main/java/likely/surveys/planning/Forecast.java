package likely.surveys.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import likely.surveys.Survey;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.Timetable;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.InvitationId;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import likely.surveys.outreach.Finding;
import likely.surveys.outreach.Rule;
import likely.surveys.outreach.Rules;
import likely.surveys.people.Person;
import likely.surveys.people.Standing;

/**
 * What schedules will ask of a person over some days, without anything being planned or sent: in the order of time, each
 * asking against the rules as they will be then, those before it counted as asked. What is planned already counts too.
 */
public final class Forecast {
    private final List<Plan> plans;
    private final Map<String, Survey> surveys;
    private final Instant from;
    private final Instant until;

    /** A campaign with a schedule, and its waves in the time that is looked at. */
    private record Plan(Survey survey, Campaign campaign, Timetable timetable, List<String> waves) {}

    /**
     * An asking that will be due.
     *
     * @param heldBack the rules that will speak against it; empty when it will be sent
     */
    public record Asking(String campaign, String person, Instant due, List<Rule> heldBack) {}

    /**
     * Over some days.
     *
     * @param campaigns with their surveys: that which is looked at, and those which may ask the same people
     */
    public Forecast(Map<Campaign, Survey> campaigns, Instant from, Instant until) {
        this.from = from;
        this.until = until;
        List<Plan> made = new ArrayList<>();
        campaigns.forEach((campaign, survey) -> Timetable.of(survey, campaign).ifPresent(timetable -> {
            List<String> waves = timetable.days(from, until).stream()
                    .map(timetable::wave)
                    .distinct()
                    .toList();
            made.add(new Plan(survey, campaign, timetable, waves));
        }));
        this.plans = List.copyOf(made);
        this.surveys = campaigns.values().stream()
                .distinct()
                .collect(Collectors.toMap(Survey::id, survey -> survey, (one, other) -> one));
    }

    /**
     * A person's askings by all the campaigns, in the order of time.
     *
     * @param known all the person's mails so far
     */
    public List<Asking> of(Person person, Standing standing, List<Invitation> known) {
        List<Step> steps = new ArrayList<>();
        Set<String> settled = known.stream()
                .filter(mail -> mail.state() != State.SCHEDULED)
                .filter(mail -> !CallOff.revivableReasons().contains(String.valueOf(mail.reason())))
                .map(Invitation::id)
                .collect(Collectors.toSet());
        for (Plan plan : plans) {
            for (String wave : plan.waves()) {
                plan.timetable()
                        .due(wave, person)
                        .filter(due -> !due.isBefore(from) && !due.isAfter(until))
                        .map(due -> new Step(plan.survey(), asking(plan, wave, person, standing, due)))
                        .filter(step -> !settled.contains(step.mail().id()))
                        .ifPresent(steps::add);
            }
        }
        others(known, steps);
        steps.sort(Comparator.comparing((Step step) -> step.mail().dueAt())
                .thenComparing(step -> step.mail().id()));
        return walk(person, standing, steps);
    }

    private record Step(Survey survey, Invitation mail) {}

    /** What waits and is no wave of these campaigns, such as after an order. */
    private void others(List<Invitation> known, List<Step> steps) {
        Set<String> there = steps.stream().map(step -> step.mail().id()).collect(Collectors.toSet());
        Set<String> scheduled = plans.stream().map(plan -> plan.campaign().id()).collect(Collectors.toSet());
        for (Invitation mail : known) {
            Survey survey = surveys.get(mail.survey());
            if (survey != null
                    && mail.kind() == Kind.SURVEY
                    && mail.state() == State.SCHEDULED
                    && !there.contains(mail.id())
                    && !scheduled.contains(String.valueOf(mail.campaign()))) {
                steps.add(new Step(survey, mail));
            }
        }
    }

    private List<Asking> walk(Person person, Standing standing, List<Step> steps) {
        List<Asking> askings = new ArrayList<>();
        Standing now = standing;
        for (Step step : steps) {
            Instant due = Instant.ofEpochSecond(step.mail().dueAt());
            List<Rule> heldBack = Rules.check(step.survey(), step.mail(), person, now, due).stream()
                    .filter(finding -> !finding.passes())
                    .map(Finding::rule)
                    .toList();
            askings.add(new Asking(String.valueOf(step.mail().campaign()), person.id(), due, heldBack));
            now = heldBack.isEmpty() ? asked(now, step.mail()) : now;
        }
        return askings;
    }

    private static Standing asked(Standing s, Invitation mail) {
        Map<Occasion, Long> asked = new EnumMap<>(Occasion.class);
        asked.putAll(s.asked());
        asked.put(mail.occasion(), mail.dueAt());
        return new Standing(
                s.address(),
                s.person(),
                s.unsubscribedAt(),
                s.unsubscribedFrom(),
                s.bouncedAt(),
                s.complainedAt(),
                s.softBounces(),
                asked,
                mail.id(),
                s.respondedAt(),
                s.restDays(),
                s.dismissed(),
                s.responded());
    }

    private static Invitation asking(Plan plan, String wave, Person person, Standing standing, Instant due) {
        String id = InvitationId.survey(plan.survey().id(), plan.campaign().id(), wave, person.id());
        return Askings.asking(id, plan.survey(), plan.campaign(), person.id(), standing.address(), wave, due);
    }
}
