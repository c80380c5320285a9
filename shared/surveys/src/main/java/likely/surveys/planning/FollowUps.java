package likely.surveys.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import likely.surveys.Question;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.Surveys;
import likely.surveys.answers.StoredResponses;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.Campaigns;
import likely.surveys.campaigns.Timetable;
import likely.surveys.campaigns.Trigger;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.InvitationId;
import likely.surveys.invitations.State;
import likely.surveys.people.Addresses;
import likely.surveys.people.People;
import likely.surveys.people.Person;

/**
 * What an answer brings about: reminders of it stop, and the follow-ups that it calls for are planned. It is the answer as
 * it is stored that counts, not what an event said of it, so events may come twice and in any order.
 */
public final class FollowUps {
    private static final int MOST_OF_A_PERSON = 100;

    private final Parts parts;

    /** What they work with. */
    public record Parts(
            Surveys surveys,
            Campaigns campaigns,
            StoredResponses responses,
            People people,
            Plans plans,
            Addresses addresses) {}

    public FollowUps(Parts parts) {
        this.parts = parts;
    }

    /** Whether an answer calls for what a campaign sends. */
    static boolean calledFor(Trigger.Answer trigger, Survey survey, Response response) {
        Trigger.Condition condition = trigger.condition();
        return response.score().band() == trigger.band()
                && (!condition.consent() || hasConsented(survey, response))
                && (condition.comment() == null || condition.comment() == (response.comment() != null))
                && response.segments().containsAll(condition.segments());
    }

    private static boolean hasConsented(Survey survey, Response response) {
        return survey.questions().stream()
                .filter(Question.Consent.class::isInstance)
                .anyMatch(question -> Boolean.TRUE.equals(response.answers().get(question.id())));
    }

    /**
     * After an answer was recorded, changed or removed.
     *
     * @param survey that the event names
     * @param response the response's id
     */
    public void after(String survey, String response) {
        Optional<Survey> asked = parts.surveys().find(survey);
        Optional<Response> answer = parts.responses()
                .find(response)
                .filter(found -> found.survey().equals(survey));
        answer.ifPresent(this::stopReminders);
        for (Campaign campaign : parts.campaigns().of(survey)) {
            if (campaign.trigger() instanceof Trigger.Answer trigger && asked.isPresent()) {
                follow(asked.get(), campaign, trigger, response, answer);
            }
        }
    }

    private void follow(
            Survey survey, Campaign campaign, Trigger.Answer trigger, String id, Optional<Response> answer) {
        String mail = InvitationId.followUp(campaign.id(), id);
        if (answer.isEmpty()) {
            parts.plans().callOff(mail, CallOff.ANSWER_REMOVED);
        } else if (!calledFor(trigger, survey, answer.get())) {
            parts.plans().callOff(mail, CallOff.ANSWER_CHANGED);
        } else if (campaign.enabled()) {
            plan(survey, campaign, trigger, mail, answer.get());
        }
    }

    private void plan(Survey survey, Campaign campaign, Trigger.Answer trigger, String id, Response response) {
        Optional<Person> person = Optional.ofNullable(response.person())
                .flatMap(parts.people()::find)
                .filter(found -> found.email() != null);
        if (person.isEmpty() || (trigger.condition().uncontacted() && isContacted(person.get(), survey, id))) {
            return;
        }
        Instant at = Instant.ofEpochSecond(response.updatedAt());
        due(survey, person.get(), trigger.delay(), at)
                .ifPresent(due -> parts.plans()
                        .add(List.of(mail(id, survey, campaign, person.get(), response, trigger, due))));
    }

    private static Optional<Instant> due(Survey survey, Person person, Duration delay, Instant at) {
        return Timetable.open(at, delay, survey, person);
    }

    /** Whether somebody wrote after another answer of this person, or is about to. */
    private boolean isContacted(Person person, Survey survey, String but) {
        return parts.plans().of(person.id(), MOST_OF_A_PERSON).stream()
                .anyMatch(mail -> mail.kind() == Kind.FOLLOW_UP
                        && mail.survey().equals(survey.id())
                        && !mail.id().equals(but)
                        && switch (mail.state()) {
                            case SCHEDULED, SENDING, SENT, UNKNOWN -> true;
                            case SKIPPED, CANCELLED, REFUSED -> false;
                        });
    }

    private Invitation mail(
            String id,
            Survey survey,
            Campaign campaign,
            Person person,
            Response response,
            Trigger.Answer trigger,
            Instant due) {
        return new Invitation(
                id,
                survey.id(),
                campaign.id(),
                "answer:" + response.id(),
                Kind.FOLLOW_UP,
                campaign.occasion(),
                person.id(),
                parts.addresses().ofEmail(Objects.requireNonNull(person.email())),
                Invitation.askingOf(response.submissionId()).orElse(id),
                response.id(),
                trigger.band(),
                0,
                Map.of(),
                due.getEpochSecond(),
                response.updatedAt(),
                State.SCHEDULED,
                null,
                null);
    }

    /** Those of the asking that was answered, and whatever else reminds this person of the same survey. */
    private void stopReminders(Response response) {
        String person = response.person();
        if (person != null) {
            parts.plans().of(person, MOST_OF_A_PERSON).stream()
                    .filter(mail -> mail.kind() == Kind.REMINDER
                            && mail.state() == State.SCHEDULED
                            && mail.survey().equals(response.survey()))
                    .forEach(mail -> parts.plans().callOff(mail.id(), CallOff.ANSWERED));
        }
    }
}
