package likely.functions.recordresponse;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import likely.aws.Clients;
import likely.aws.Secrets;
import likely.aws.Settings;
import likely.aws.dynamodb.DynamoResponses;
import likely.aws.dynamodb.DynamoSurveys;
import likely.aws.dynamodb.DynamoTotals;
import likely.surveys.Identities;
import likely.surveys.ResponseRecorder;
import likely.web.WebFiles;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Puts the function together, at compile time. */
@Factory
final class Wiring {
    @Singleton
    Routes routes(Settings settings) {
        Clock clock = Clock.systemUTC();
        DynamoDbClient dynamoDb = Clients.of(DynamoDbClient.builder(), "DYNAMODB", settings);
        Secrets secrets = new Secrets(
                () -> Clients.of(SecretsManagerClient.builder(), "SECRETS_MANAGER", settings),
                settings.text("IDENTITY_SECRET"),
                clock);
        ResponseRecorder recorder = new ResponseRecorder(
                new DynamoResponses(dynamoDb, settings.text("RESPONSES_TABLE"), clock),
                new Identities(secrets),
                new DynamoTotals(dynamoDb, settings.text("SCORES_TABLE")),
                clock);
        SettingsCache cache = new SettingsCache(new DynamoSurveys(dynamoDb, settings.text("SURVEYS_TABLE")), clock);
        return new Routes(new SurveyRoutes(cache, recorder), new WebFiles());
    }
}
