package likely.surveys.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import likely.surveys.Survey;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.Timetable;
import likely.surveys.campaigns.Trigger;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.InvitationId;
import likely.surveys.invitations.State;
import likely.surveys.people.Addresses;
import likely.surveys.people.Person;

/** Makes the mails of one asking: the survey's and its reminders. */
public final class Askings {
    private final Addresses addresses;

    public Askings(Addresses addresses) {
        this.addresses = addresses;
    }

    /**
     * What brings a survey to somebody.
     *
     * @param wave which run of the campaign, or which event
     * @param at when what it is for happened, or when it was planned; Unix seconds
     * @param properties that travel to the answer
     */
    record Cause(String wave, long at, Map<String, String> properties) {}

    /** The mail that asks somebody in a wave, and its reminders. */
    List<Invitation> inWave(Survey survey, Campaign campaign, Person person, Cause cause, Instant due) {
        return of(
                InvitationId.survey(survey.id(), campaign.id(), cause.wave(), person.id()),
                survey,
                campaign,
                person,
                cause,
                due);
    }

    List<Invitation> of(String id, Survey survey, Campaign campaign, Person person, Cause cause, Instant due) {
        String address = addresses.ofEmail(Objects.requireNonNull(person.email()));
        List<Invitation> mails = new ArrayList<>();
        mails.add(mail(id, id, survey, campaign, person, address, cause, due, 0));
        for (int number = 1; number <= campaign.reminders().count(); number++) {
            String reminder = InvitationId.reminder(id, number);
            int place = number;
            reminderDue(survey, campaign, person, due, number)
                    .ifPresent(
                            at -> mails.add(mail(reminder, id, survey, campaign, person, address, cause, at, place)));
        }
        return mails;
    }

    /** When the reminder of that number is due, given when the survey is. */
    static Optional<Instant> reminderDue(Survey survey, Campaign campaign, Person person, Instant due, int number) {
        Duration after = campaign.reminders().spacing().multipliedBy(number);
        return Timetable.open(due, after, survey, person);
    }

    /** A survey's mail that is only thought of, for what rules say of it. */
    static Invitation asking(
            String id, Survey survey, Campaign campaign, String person, String address, String wave, Instant due) {
        return new Invitation(
                id,
                survey.id(),
                campaign.id(),
                wave,
                campaign.trigger() instanceof Trigger.Answer ? Kind.FOLLOW_UP : Kind.SURVEY,
                campaign.occasion(),
                person,
                address,
                id,
                null,
                null,
                0,
                Map.of(),
                due.getEpochSecond(),
                due.getEpochSecond(),
                State.SCHEDULED,
                null,
                null);
    }

    private static Invitation mail(
            String id,
            String asking,
            Survey survey,
            Campaign campaign,
            Person person,
            String address,
            Cause cause,
            Instant due,
            int number) {
        return new Invitation(
                id,
                survey.id(),
                campaign.id(),
                cause.wave(),
                number == 0 ? Kind.SURVEY : Kind.REMINDER,
                campaign.occasion(),
                person.id(),
                address,
                asking,
                null,
                null,
                number,
                cause.properties(),
                due.getEpochSecond(),
                cause.at(),
                State.SCHEDULED,
                null,
                null);
    }
}
