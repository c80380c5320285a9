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
import likely.aws.dynamodb.DynamoResponses;
import likely.aws.dynamodb.DynamoSurveys;
import likely.aws.dynamodb.DynamoTotals;
import likely.surveys.Identities;
import likely.surveys.ResponseRecorder;
import likely.surveys.ResponseRecorder.Outcome;
import likely.surveys.Survey;
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
        Secrets secrets = new Secrets(secretsManager, settings.text("IDENTITY_SECRET"), clock);
        ResponseRecorder recorder = new ResponseRecorder(
                new DynamoResponses(dynamoDb, settings.text("RESPONSES_TABLE"), clock),
                new Identities(secrets),
                new DynamoTotals(dynamoDb, settings.text("SCORES_TABLE")),
                clock);
        SettingsCache cache = new SettingsCache(new DynamoSurveys(dynamoDb, settings.text("SURVEYS_TABLE")), clock);
        return new Routes(new SurveyRoutes(cache, recorder, received), new WebFiles());
    }
}
