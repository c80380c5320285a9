package likely.surveys.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.answers.StoredResponses;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.Timetable;
import likely.surveys.campaigns.Trigger;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.Invitations;
import likely.surveys.invitations.State;
import likely.surveys.people.People;
import likely.surveys.people.Person;
import likely.surveys.planning.Places.Place;

/**
 * Brings what a campaign has planned to what it says after a change: walks through the mails that wait, moves those whose
 * time is another one now, and calls off those that it would not plan any more. What is being sent or was sent stays.
 */
final class Revision {
    static final String TASK = "revision";
    private static final int PAGE = 100;

    private final People people;
    private final StoredResponses responses;
    private final Invitations invitations;
    private final Plans plans;
    private final Places places;

    Revision(People people, StoredResponses responses, Invitations invitations, Plans plans, Places places) {
        this.people = people;
        this.responses = responses;
        this.invitations = invitations;
        this.plans = plans;
        this.places = places;
    }

    /** Whether everything is as the campaign says now; false when the turn ended before. */
    boolean revise(Survey survey, Campaign campaign, Turn turn) {
        Optional<Place> found = places.find(campaign.id(), TASK);
        Place place = found.filter(last -> last.version() >= campaign.version())
                .orElseGet(() -> Place.begin(campaign.id(), TASK, campaign.version(), Place.NEVER));
        if (place.closed()) {
            return true;
        }
        if (found.isEmpty()) { // written before the first mail is planned: there is none yet
            places.save(place.passed(0, true));
            return true;
        }
        return walk(survey, campaign, place, turn);
    }

    private boolean walk(Survey survey, Campaign campaign, Place place, Turn turn) {
        Map<Integer, String> tokens = new HashMap<>(place.tokens());
        for (int shard = 0; shard < Plans.SHARDS; shard++) {
            String token = tokens.get(shard);
            do {
                if (!turn.mine()) {
                    places.save(place.at(tokens));
                    return false;
                }
                Plans.Page page = plans.waiting(shard, token, PAGE);
                List<String> own = page.waiting().stream()
                        .filter(mail -> campaign.id().equals(mail.campaign()))
                        .map(Plans.Waiting::id)
                        .toList();
                revise(survey, campaign, own);
                token = page.next();
                if (token != null) {
                    tokens.put(shard, token);
                }
            } while (token != null);
        }
        places.save(place.at(tokens).passed(0, true));
        return true;
    }

    private void revise(Survey survey, Campaign campaign, List<String> ids) {
        List<Invitation> mails = plans.find(ids).values().stream()
                .filter(mail -> mail.state() == State.SCHEDULED)
                .toList();
        Map<String, Person> known =
                people.find(mails.stream().map(Invitation::person).collect(Collectors.toSet()));
        for (Invitation mail : mails) {
            Optional<Long> due = Optional.ofNullable(known.get(mail.person()))
                    .flatMap(person -> due(survey, campaign, person, mail))
                    .map(Instant::getEpochSecond);
            if (due.isEmpty()) {
                invitations.cancel(mail.id(), CallOff.CAMPAIGN_CHANGED.reason());
            } else if (due.get() != mail.dueAt()) {
                plans.move(mail, due.get());
            }
        }
    }

    /** When the campaign as it is now wants a mail sent that it once planned; nothing when it does not any more. */
    private Optional<Instant> due(Survey survey, Campaign campaign, Person person, Invitation mail) {
        Optional<Instant> first = first(survey, campaign, person, mail);
        if (mail.kind() != Kind.REMINDER) {
            return first;
        }
        return mail.number() > campaign.reminders().count()
                ? Optional.empty()
                : first.flatMap(due -> Askings.reminderDue(survey, campaign, person, due, mail.number()));
    }

    private Optional<Instant> first(Survey survey, Campaign campaign, Person person, Invitation mail) {
        Instant cause = Instant.ofEpochSecond(mail.createdAt());
        if (campaign.trigger() instanceof Trigger.Event event) {
            return after(cause, event.delay(), survey, person);
        } else if (campaign.trigger() instanceof Trigger.Answer answer) {
            return Optional.ofNullable(mail.response())
                    .flatMap(responses::find)
                    .filter((Response response) -> FollowUps.calledFor(answer, survey, response))
                    .flatMap(response -> after(cause, answer.delay(), survey, person));
        }
        return Timetable.of(survey, campaign).flatMap(timetable -> timetable.due(mail.wave(), person));
    }

    private static Optional<Instant> after(Instant cause, Duration delay, Survey survey, Person person) {
        return Timetable.open(cause, delay, survey, person);
    }
}
