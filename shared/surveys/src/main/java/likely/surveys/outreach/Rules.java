package likely.surveys.outreach;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import likely.surveys.Survey;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.people.Person;
import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Every rule about whether somebody may be written to, in the one place that planning, rehearsal, sending and the answer
 * to "why was I not asked?" share. The claim in the store says the same of the address once more, under a condition.
 */
public final class Rules {
    private Rules() {}

    /** All rules with what each says about a mail at a moment, in the order of {@link Rule}. */
    public static List<Finding> check(
            Survey survey, Invitation invitation, Person person, Standing standing, Instant at) {
        Sending sending = survey.outreach().sending();
        List<Finding> findings = new ArrayList<>();
        findings.add(finding(Rule.ADDRESS, person.email() != null));
        findings.add(finding(Rule.RELATION, invitation.kind() != Kind.SURVEY || person.relation() == survey.asks()));
        findings.add(finding(Rule.UNSUBSCRIBED, standing.unsubscribedAt() == null));
        findings.add(finding(
                Rule.UNSUBSCRIBED_FROM_SURVEY, !standing.unsubscribedFrom().contains(survey.id())));
        findings.add(finding(Rule.BOUNCED, standing.bouncedAt() == null));
        findings.add(finding(Rule.COMPLAINED, standing.complainedAt() == null));
        findings.addAll(askedBefore(sending, invitation, standing, at));
        ZoneId zone = zone(survey, person);
        findings.add(
                Hours.allow(sending, zone, at)
                        ? Finding.passed(Rule.HOURS)
                        : new Finding(
                                Rule.HOURS,
                                false,
                                Hours.next(sending, zone, at)
                                        .map(Instant::getEpochSecond)
                                        .orElse(null)));
        return List.copyOf(findings);
    }

    /** In which hours are told to a person. */
    public static ZoneId zone(Survey survey, Person person) {
        return Objects.requireNonNullElse(person.zone(), survey.zone());
    }

    /** Only a survey asks anew: its reminders and what follows the answer are not held back by it. */
    private static List<Finding> askedBefore(Sending sending, Invitation invitation, Standing standing, Instant at) {
        if (invitation.kind() != Kind.SURVEY || invitation.id().equals(standing.askedBy())) {
            return List.of(
                    Finding.passed(Rule.QUARANTINE), Finding.passed(Rule.FLOOR), Finding.passed(Rule.PERSONS_WISH));
        }
        Long last = standing.lastAsked().orElse(null);
        Duration quarantine =
                Objects.requireNonNullElse(sending.quarantine().get(invitation.occasion()), Duration.ZERO);
        Duration wish =
                Optional.ofNullable(standing.restDays()).map(Duration::ofDays).orElse(Duration.ZERO);
        return List.of(
                rested(Rule.QUARANTINE, standing.asked().get(invitation.occasion()), quarantine, at),
                rested(Rule.FLOOR, last, sending.floor(), at),
                rested(Rule.PERSONS_WISH, last, wish, at));
    }

    private static Finding rested(Rule rule, @Nullable Long last, Duration rest, Instant at) {
        long seconds = Sending.lasting(rest).toSeconds();
        if (last == null || seconds == 0 || last + seconds <= at.getEpochSecond()) {
            return Finding.passed(rule);
        }
        return new Finding(rule, false, last + seconds);
    }

    private static Finding finding(Rule rule, boolean passes) {
        return new Finding(rule, passes, null);
    }
}
