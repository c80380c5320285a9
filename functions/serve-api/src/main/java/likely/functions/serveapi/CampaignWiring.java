package likely.functions.serveapi;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import likely.aws.dynamodb.DynamoCampaigns;
import likely.aws.dynamodb.DynamoInvitations;
import likely.aws.dynamodb.DynamoPeople;
import likely.aws.dynamodb.DynamoSurveys;
import likely.functions.serveapi.resources.CampaignRoutes;
import likely.functions.serveapi.resources.EventRoute;
import likely.functions.serveapi.resources.RehearsalRoute;
import likely.functions.serveapi.resources.Scope;
import likely.functions.serveapi.resources.WhyRoute;
import likely.functions.serveapi.v1.Route;
import likely.surveys.Surveys;
import likely.surveys.campaigns.Campaigns;
import likely.surveys.invitations.Invitations;
import likely.surveys.people.Addresses;
import likely.surveys.people.People;
import likely.surveys.planning.Wishes;

/** The part of the function that is about campaigns. */
final class CampaignWiring {
    private CampaignWiring() {}

    static List<Route> routes(Wiring.Parts parts, Scope scope) {
        Clock clock = parts.clock();
        Surveys surveys = new DynamoSurveys(parts.dynamoDb(), parts.surveysTable());
        Campaigns campaigns = new DynamoCampaigns(parts.dynamoDb(), parts.surveysTable());
        People people = new DynamoPeople(parts.dynamoDb(), parts.peopleTable());
        Invitations invitations = new DynamoInvitations(parts.dynamoDb(), parts.invitationsTable());
        Addresses addresses = new Addresses(() -> parts.addressSecrets().get().get(0));
        List<Route> routes = new ArrayList<>(new CampaignRoutes(scope, campaigns, clock).routes());
        routes.add(new RehearsalRoute(
                        scope, new RehearsalRoute.Parts(surveys, campaigns, people, invitations, addresses, clock))
                .route());
        routes.add(new WhyRoute(scope, campaigns, people, invitations, addresses, clock).route());
        routes.add(new EventRoute(scope, new Wishes(surveys, campaigns), parts.bus(), clock).route());
        return routes;
    }
}
