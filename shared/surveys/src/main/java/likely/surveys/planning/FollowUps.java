package likely.surveys.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
import likely.surveys.invitations.Invitations;
import likely.surveys.invitations.State;
import likely.surveys.people.Addresses;
import likely.surveys.people.People;
import likely.surveys.people.Person;

/**
 * What an answer brings about: reminders of it stop, and the follow-ups that it calls for are planned. It is the answer as
 * it is stored that counts, not what an event said of it, so events may come twice and in any order.
 */
public final class FollowUps {
    /** An answer that is older is none to write after, whatever was done to it now: it may have been imported. */
    private static final Duration FRESH = Duration.ofDays(7);

    private final Parts parts;

    /** What they work with. */
    public record Parts(
            Surveys surveys,
            Campaigns campaigns,
            StoredResponses responses,
            People people,
            Invitations invitations,
            Plans plans,
            Addresses addresses,
            Clock clock) {}

    public FollowUps(Parts parts) {
        this.parts = parts;
    }

    /** Whether an answer calls for what a campaign sends; one that the owner does not count calls for nothing. */
    static boolean calledFor(Trigger.Answer trigger, Survey survey, Response response) {
        Trigger.Condition condition = trigger.condition();
        return !response.excluded()
                && response.score().band() == trigger.band()
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
        Optional<Response> answer =
                parts.responses().find(response).filter(found -> found.survey().equals(survey));
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
            callOff(mail, CallOff.ANSWER_REMOVED);
        } else if (!calledFor(trigger, survey, answer.get())) {
            callOff(mail, CallOff.ANSWER_CHANGED);
        } else if (campaign.enabled() && isFresh(answer.get())) {
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
                .ifPresent(due ->
                        parts.plans().add(List.of(mail(id, survey, campaign, person.get(), response, trigger, due))));
    }

    private static Optional<Instant> due(Survey survey, Person person, Duration delay, Instant at) {
        return Timetable.open(at, delay, survey, person);
    }

    /** Whether somebody wrote after another answer of this person, or is about to. */
    private boolean isContacted(Person person, Survey survey, String but) {
        return some(
                        person.id(),
                        mail -> mail.kind() == Kind.FOLLOW_UP
                                && mail.survey().equals(survey.id())
                                && !mail.id().equals(but)
                                && switch (mail.state()) {
                                    case SCHEDULED, SENDING, SENT, UNKNOWN -> true;
                                    case SKIPPED, CANCELLED, REFUSED -> false;
                                })
                .findAny()
                .isPresent();
    }

    private boolean isFresh(Response response) {
        return response.createdAt() >= parts.clock().instant().minus(FRESH).getEpochSecond();
    }

    private void callOff(String mail, CallOff reason) {
        parts.invitations().cancel(mail, reason.reason());
    }

    private Stream<Invitation> some(String person, Predicate<Invitation> wanted) {
        Iterable<Invitation> all = () -> parts.invitations().ofPerson(person);
        return StreamSupport.stream(all.spliterator(), false).filter(wanted);
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
        Optional.ofNullable(response.person())
                .or(() -> Invitation.askingOf(response.submissionId())
                        .flatMap(parts.invitations()::find)
                        .map(Invitation::person))
                .filter(person -> !person.isEmpty())
                .map(person -> some(
                        person,
                        mail -> mail.kind() == Kind.REMINDER
                                && mail.state() == State.SCHEDULED
                                && mail.survey().equals(response.survey())))
                .orElse(Stream.empty())
                .forEach(mail -> callOff(mail.id(), CallOff.ANSWERED));
    }
}
