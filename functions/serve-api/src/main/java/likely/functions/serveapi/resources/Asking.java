package likely.functions.serveapi.resources;

import java.util.Optional;
import likely.surveys.Survey;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.InvitationId;
import likely.surveys.invitations.Invitations;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import likely.surveys.people.Enrolment;
import likely.surveys.people.Person;
import likely.surveys.people.Standings;

/**
 * Surveys that are asked for one by one. Whether somebody may be asked is decided when the mail is due, so this always
 * schedules one for who has an email address.
 */
public final class Asking {
    /** In an invitation's id, in the place of a campaign. */
    private static final String BY_CALL = "people";

    private final Enrolment enrolment;
    private final Standings standings;
    private final Invitations invitations;

    public Asking(Enrolment enrolment, Standings standings, Invitations invitations) {
        this.enrolment = enrolment;
        this.standings = standings;
        this.invitations = invitations;
    }

    /** When a survey will be sent, in Unix seconds; nothing when none is wanted, or there is no address for it. */
    Optional<Long> ask(Survey survey, Person person, PersonBody body, long now) {
        String address = enrolment.address(person);
        Optional.ofNullable(body.lastSentAt()).ifPresent(at -> standings.askedElsewhere(address, at));
        if (!body.send() || person.email() == null) {
            return Optional.empty();
        }
        long dueAt = now + body.delay();
        // The same call twice within a second, as a client repeats it, is one survey.
        String wave = Long.toString(dueAt);
        String id = InvitationId.survey(survey.id(), BY_CALL, wave, person.id());
        invitations.add(new Invitation(
                id,
                survey.id(),
                null,
                wave,
                Kind.SURVEY,
                Occasion.TRANSACTIONAL,
                person.id(),
                address,
                id,
                null,
                null,
                0,
                body.details().properties(),
                dueAt,
                now,
                State.SCHEDULED,
                null,
                null));
        return Optional.of(dueAt);
    }
}
