package likely.surveys.sending;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import likely.surveys.Survey;
import likely.surveys.SurveyTemplate;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import likely.surveys.people.Person;
import likely.surveys.people.Relation;
import likely.surveys.people.Standing;

/** Mails, people and dispatchers in memory, for tests and benchmarks. A person's address key is the person's id. */
public final class Mails {
    public static final Survey SURVEY = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0);

    public static final Dispatcher.Turns ALWAYS = () -> Optional.of(new Dispatcher.Turn() {
        @Override
        public void ended(boolean mail) {}

        @Override
        public void notMade() {}
    });

    private Mails() {}

    public static Invitation asking(String id, String person, long dueAt) {
        return new Invitation(
                id,
                "demo",
                null,
                "wave",
                Kind.SURVEY,
                Occasion.RELATIONAL,
                person,
                person,
                id,
                null,
                null,
                0,
                Map.of(),
                dueAt,
                dueAt,
                State.SCHEDULED,
                null,
                null);
    }

    public static Standing standing(String person) {
        return new Standing(
                person, person, null, Set.of(), null, null, 0, Map.of(), null, null, null, Map.of(), Map.of());
    }

    public static Person person(String id) {
        return new Person(
                id, id + "@shop.example", null, null, Relation.CUSTOMER, null, null, Map.of(), Set.of(), null, 1, 1, 1);
    }

    /** A dispatcher that sends by a function. */
    public static Dispatcher dispatcher(InMemoryClaims claims, Clock clock, Function<Letter, Outcome> send) {
        return dispatcher(claims, clock, mailer(send, new Mailer.Quota(1e9, 1e6, 0)));
    }

    public static Dispatcher dispatcher(InMemoryClaims claims, Clock clock, Mailer mailer) {
        return new Dispatcher(new Dispatcher.Parts(
                claims,
                id -> Optional.of(SURVEY),
                (survey, campaign) -> Optional.empty(),
                id -> Optional.of(person(id)),
                claims::standing,
                email -> email.substring(0, email.indexOf('@')),
                (survey, campaign, invitation, person) -> new Letter(
                        invitation.id(),
                        survey.id(),
                        "surveys@shop.example",
                        person.id() + "@shop.example",
                        "Subject: x"),
                mailer,
                clock));
    }

    public static Mailer mailer(Function<Letter, Outcome> send, Mailer.Quota quota) {
        return new Mailer() {
            @Override
            public Outcome send(Letter letter) {
                return send.apply(letter);
            }

            @Override
            public Quota quota() {
                return quota;
            }
        };
    }
}
