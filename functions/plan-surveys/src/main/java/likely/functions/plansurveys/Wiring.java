package likely.functions.plansurveys;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import likely.aws.Clients;
import likely.aws.Clocks;
import likely.aws.Secrets;
import likely.aws.Settings;
import likely.aws.dynamodb.DynamoCampaigns;
import likely.aws.dynamodb.DynamoInvitations;
import likely.aws.dynamodb.DynamoPeople;
import likely.aws.dynamodb.DynamoPlaces;
import likely.aws.dynamodb.DynamoPlans;
import likely.aws.dynamodb.DynamoStandings;
import likely.aws.dynamodb.DynamoStoredResponses;
import likely.aws.dynamodb.DynamoSurveys;
import likely.surveys.Surveys;
import likely.surveys.answers.StoredResponses;
import likely.surveys.campaigns.Campaigns;
import likely.surveys.invitations.Invitations;
import likely.surveys.people.Addresses;
import likely.surveys.people.Enrolment;
import likely.surveys.planning.Askings;
import likely.surveys.planning.EnrolledNewcomers;
import likely.surveys.planning.FollowUps;
import likely.surveys.planning.Planner;
import likely.surveys.planning.Plans;
import likely.surveys.planning.ShopEvents;
import likely.surveys.planning.Wishes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the function together, at compile time. */
@Factory
final class Wiring {
    /** What the handler works with. */
    record Parts(Planner planner, EventBatch events) {}

    @Singleton
    Parts parts(Settings settings) {
        Clock clock = Clocks.of(settings);
        Secrets secret = new Secrets(
                () -> Clients.of(SecretsManagerClient.builder(), "SECRETS_MANAGER", settings),
                settings.text("ADDRESS_SECRET"),
                clock);
        return parts(
                settings,
                Clients.of(DynamoDbClient.builder(), "DYNAMODB", settings),
                new DeadLetters(Clients.of(SqsClient.builder(), "SQS", settings), settings.text("UNPLANNABLE_QUEUE")),
                new Addresses(() -> secret.get().get(0)),
                clock);
    }

    static Parts parts(
            Settings settings, DynamoDbClient dynamoDb, DeadLetters deadLetters, Addresses addresses, Clock clock) {
        Surveys surveys = new DynamoSurveys(dynamoDb, settings.text("SURVEYS_TABLE"));
        Campaigns campaigns = new DynamoCampaigns(dynamoDb, settings.text("SURVEYS_TABLE"));
        DynamoPeople people = new DynamoPeople(dynamoDb, settings.text("PEOPLE_TABLE"));
        StoredResponses responses = new DynamoStoredResponses(dynamoDb, settings.text("RESPONSES_TABLE"), clock);
        String table = settings.text("INVITATIONS_TABLE");
        Invitations invitations = new DynamoInvitations(dynamoDb, table);
        Plans plans = new DynamoPlans(dynamoDb, table);
        Askings askings = new Askings(addresses);
        Enrolment enrolment =
                new Enrolment(people, people, new DynamoStandings(dynamoDb, settings.text("PEOPLE_TABLE")), addresses);
        Planner planner = new Planner(new Planner.Parts(
                surveys,
                campaigns,
                people,
                responses,
                invitations,
                plans,
                new DynamoPlaces(dynamoDb, table),
                askings,
                clock));
        ShopEvents shop = new ShopEvents(new ShopEvents.Parts(
                new Wishes(surveys, campaigns), invitations, plans, new EnrolledNewcomers(enrolment), askings, clock));
        FollowUps followUps = new FollowUps(
                new FollowUps.Parts(surveys, campaigns, responses, people, invitations, plans, addresses, clock));
        return new Parts(planner, new EventBatch(shop, followUps, deadLetters));
    }
}
