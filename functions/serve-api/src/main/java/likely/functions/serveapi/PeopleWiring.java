package likely.functions.serveapi;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import likely.aws.dynamodb.DynamoErasures;
import likely.aws.dynamodb.DynamoInvitations;
import likely.aws.dynamodb.DynamoMadeLinks;
import likely.aws.dynamodb.DynamoPeople;
import likely.aws.dynamodb.DynamoResponseIndex;
import likely.aws.dynamodb.DynamoResponses;
import likely.aws.dynamodb.DynamoRoster;
import likely.aws.dynamodb.DynamoStandings;
import likely.aws.dynamodb.DynamoStoredResponses;
import likely.aws.dynamodb.DynamoUpcoming;
import likely.functions.serveapi.resources.Asking;
import likely.functions.serveapi.resources.ErasureRoutes;
import likely.functions.serveapi.resources.PeopleRoutes;
import likely.functions.serveapi.resources.PersonFinder;
import likely.functions.serveapi.resources.PersonJson;
import likely.functions.serveapi.resources.Scope;
import likely.functions.serveapi.resources.SuppressionRoutes;
import likely.functions.serveapi.v1.Route;
import likely.surveys.invitations.Invitations;
import likely.surveys.people.Addresses;
import likely.surveys.people.Enrolment;
import likely.surveys.people.Erasure;
import likely.surveys.people.Erasures;
import likely.surveys.people.Person;
import likely.surveys.people.Standing;
import likely.surveys.people.Standings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The part of the function that is about people. */
final class PeopleWiring {
    private final Wiring.Parts parts;
    private final Scope scope;
    private final DynamoPeople people;
    private final Standings standings;
    private final Addresses addresses;
    private final Enrolment enrolment;
    private final PersonFinder finder;

    PeopleWiring(Wiring.Parts parts, Scope scope) {
        this.parts = parts;
        this.scope = scope;
        people = new DynamoPeople(parts.dynamoDb(), parts.peopleTable());
        standings = new DynamoStandings(parts.dynamoDb(), parts.peopleTable());
        addresses = new Addresses(() -> parts.addressSecrets().get().get(0));
        enrolment = new Enrolment(people, people, standings, addresses);
        finder = new PersonFinder(people, enrolment);
    }

    PersonFinder finder() {
        return finder;
    }

    /** What is known of an email address. */
    Standing standing(String email) {
        return people.standing(addresses.ofEmail(email));
    }

    /** Notes that somebody answered. */
    void answered(Person person, long at) {
        standings.responded(enrolment.address(person), at);
    }

    List<Route> routes() {
        Clock clock = parts.clock();
        DynamoDbClient dynamoDb = parts.dynamoDb();
        Invitations invitations = new DynamoInvitations(dynamoDb, parts.invitationsTable());
        Erasures erasures = new DynamoErasures(dynamoDb, parts.peopleTable());
        PersonJson json = new PersonJson(enrolment, standings, new DynamoUpcoming(dynamoDb, parts.invitationsTable()));
        Asking asking = new Asking(enrolment, standings, invitations);
        Erasure erasure = new Erasure(
                people,
                people,
                enrolment,
                erasures,
                invitations,
                new DynamoMadeLinks(dynamoDb, parts.invitationsTable())::forget,
                answers());
        List<Route> routes = new ArrayList<>();
        routes.addAll(new PeopleRoutes(
                        scope, enrolment, asking, finder, new DynamoRoster(dynamoDb, parts.peopleTable()), json, clock)
                .routes());
        routes.addAll(new ErasureRoutes(finder, erasure, erasures, clock).routes());
        routes.addAll(new SuppressionRoutes(scope, finder, people, standings, invitations, addresses, clock).routes());
        return routes;
    }

    private Erasure.Answers answers() {
        return new Erasure.Answers(
                new DynamoResponseIndex(parts.dynamoDb(), parts.responsesTable()),
                new DynamoStoredResponses(parts.dynamoDb(), parts.responsesTable(), parts.clock()),
                new DynamoResponses(parts.dynamoDb(), parts.responsesTable(), parts.clock()));
    }
}
