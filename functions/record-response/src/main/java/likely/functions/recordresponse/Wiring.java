package likely.functions.recordresponse;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import likely.aws.Clients;
import likely.aws.Clocks;
import likely.aws.Secrets;
import likely.aws.Settings;
import likely.aws.dynamodb.DynamoAskedLinks;
import likely.aws.dynamodb.DynamoChoices;
import likely.aws.dynamodb.DynamoResponses;
import likely.aws.dynamodb.DynamoSourceCounts;
import likely.aws.dynamodb.DynamoStoredResponses;
import likely.aws.dynamodb.DynamoSurveys;
import likely.aws.dynamodb.DynamoTotals;
import likely.aws.dynamodb.DynamoVisitors;
import likely.functions.recordresponse.pages.Pages;
import likely.surveys.Identities;
import likely.surveys.ResponseRecorder;
import likely.surveys.ResponseRecorder.Outcome;
import likely.surveys.Survey;
import likely.surveys.answering.LinkedAnswers;
import likely.surveys.links.Links;
import likely.surveys.people.Addresses;
import likely.surveys.sources.Turnout;
import likely.surveys.widget.PageAskings;
import likely.surveys.widget.SignedVisitors;
import likely.web.WebFiles;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Puts the function together, at compile time. */
@Factory
final class Wiring {
    @Singleton
    Routes routes(Settings settings) {
        return routes(
                settings,
                Clients.of(DynamoDbClient.builder(), "DYNAMODB", settings),
                () -> Clients.of(SecretsManagerClient.builder(), "SECRETS_MANAGER", settings),
                Clocks.of(settings),
                SurveyRoutes::log);
    }

    /** The same of other parts, for the tests and for what is rehearsed before a snapshot. */
    static Routes routes(
            Settings settings,
            DynamoDbClient dynamoDb,
            Supplier<SecretsManagerClient> secretsManager,
            Clock clock,
            BiConsumer<Survey, Outcome> received) {
        Identities identities = new Identities(new Secrets(secretsManager, settings.text("IDENTITY_SECRET"), clock));
        Secrets address = new Secrets(secretsManager, settings.text("ADDRESS_SECRET"), clock);
        DynamoVisitors visitors = new DynamoVisitors(dynamoDb, settings.text("PEOPLE_TABLE"));
        SignedVisitors signed =
                new SignedVisitors(identities, new Addresses(() -> address.get().get(0)), visitors, clock);
        DynamoResponses responses = new DynamoResponses(dynamoDb, settings.text("RESPONSES_TABLE"), clock);
        Turnout turnout = new Turnout(
                new DynamoSourceCounts(dynamoDb, settings.text("SOURCES_TABLE")), clock, Sender::logUncounted);
        ResponseRecorder recorder = new ResponseRecorder(
                responses,
                identities,
                new DynamoTotals(dynamoDb, settings.text("SCORES_TABLE")),
                signed,
                turnout,
                clock);
        PageAskings askings = new PageAskings(signed, visitors, recorder::isOpen, clock);
        SettingsCache cache = new SettingsCache(new DynamoSurveys(dynamoDb, settings.text("SURVEYS_TABLE")), clock);
        WebFiles files = new WebFiles();
        Secrets signing = new Secrets(secretsManager, settings.text("LINK_SECRET"), clock);
        DynamoAskedLinks links = new DynamoAskedLinks(dynamoDb, settings.text("INVITATIONS_TABLE"));
        DynamoChoices choices = new DynamoChoices(dynamoDb, settings.text("PEOPLE_TABLE"));
        DynamoStoredResponses stored = new DynamoStoredResponses(dynamoDb, settings.text("RESPONSES_TABLE"), clock);
        Supplier<Pages> pages = new Once<>(() -> new Pages(
                files,
                new Links(signing),
                links,
                choices,
                new LinkedAnswers(recorder, stored, responses, links, choices, clock),
                cache::find,
                clock));
        Sender sender = new Sender(settings.optional("EDGE_KEY"));
        return new Routes(new SurveyRoutes(cache, recorder, askings, sender, received), pages, files);
    }
}
