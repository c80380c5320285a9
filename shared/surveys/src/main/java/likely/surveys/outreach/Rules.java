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
import likely.surveys.invitations.Occasion;
import likely.surveys.people.Person;
import likely.surveys.people.Relation;
import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Every rule about whether somebody may be asked, in the one place that planning, rehearsal, sending, pages and the answer
 * to "why was I not asked?" share. The claim in the store says the same of the address once more, under a condition.
 */
public final class Rules {
    /** How the name of an asking in a page begins. */
    public static final String IN_PAGE = "page-";

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
        findings.add(finding(Rule.RESPONDED, !hasResponded(invitation, standing)));
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

    /**
     * The rules about asking somebody in a page now. Who wants no mail, or gets none, may be asked in a page.
     *
     * @param relation of the person; null when nobody is known behind the address
     */
    public static List<Finding> inPage(Survey survey, @Nullable Relation relation, Standing standing, Instant at) {
        Sending sending = survey.outreach().sending();
        Occasion occasion = survey.occasion();
        Long asked = standing.asked().get(occasion);
        Long last = standing.lastAsked().orElse(null);
        Duration rest = longer(
                quarantine(sending, occasion), Duration.ofDays(survey.widget().restDays()));
        return List.of(
                finding(Rule.RELATION, relation == null || relation == survey.asks()),
                // An asking that was put off has the rest of those, which follows.
                isPutOff(standing, occasion)
                        ? Finding.passed(Rule.QUARANTINE)
                        : rested(Rule.QUARANTINE, asked, rest, at),
                rested(Rule.FLOOR, last, sending.floor(), at),
                rested(Rule.PERSONS_WISH, last, wish(standing), at),
                rested(
                        Rule.DISMISSED,
                        standing.lastDismissed().orElse(null),
                        Duration.ofDays(survey.widget().dismissedDays()),
                        at));
    }

    /** Only an asking in a page can be put off: a mail, or an answer, has its whole quarantine, whatever is closed later. */
    private static boolean isPutOff(Standing standing, Occasion occasion) {
        Long asked = standing.asked().get(occasion);
        Long dismissed = standing.dismissed().get(occasion);
        String by = standing.askedBy();
        return by != null && by.startsWith(IN_PAGE) && asked != null && dismissed != null && dismissed >= asked;
    }

    /** Whether a survey was answered in a page since a mail that asks for the answer was planned. */
    public static boolean hasResponded(Invitation invitation, Standing standing) {
        Long responded = standing.responded().get(invitation.survey());
        return invitation.kind() != Kind.FOLLOW_UP && responded != null && responded >= invitation.createdAt();
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
        return List.of(
                rested(
                        Rule.QUARANTINE,
                        standing.asked().get(invitation.occasion()),
                        quarantine(sending, invitation.occasion()),
                        at),
                rested(Rule.FLOOR, last, sending.floor(), at),
                rested(Rule.PERSONS_WISH, last, wish(standing), at));
    }

    private static Duration quarantine(Sending sending, Occasion occasion) {
        return Objects.requireNonNullElse(sending.quarantine().get(occasion), Duration.ZERO);
    }

    private static Duration wish(Standing standing) {
        return Optional.ofNullable(standing.restDays()).map(Duration::ofDays).orElse(Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
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
