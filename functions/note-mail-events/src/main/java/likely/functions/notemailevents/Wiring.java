package likely.functions.notemailevents;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import likely.aws.Clients;
import likely.aws.Secrets;
import likely.aws.Settings;
import likely.aws.Waits;
import likely.aws.dynamodb.DynamoMailNotes;
import likely.surveys.people.Addresses;
import likely.surveys.sending.NotingMail;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Puts the function together, at compile time. */
@Factory
final class Wiring {
    @Singleton
    NotingMail noting(Settings settings) {
        Secrets secret = new Secrets(
                () -> Clients.of(SecretsManagerClient.builder(), "SECRETS_MANAGER", settings),
                settings.text("ADDRESS_SECRET"),
                Clock.systemUTC());
        Addresses addresses = new Addresses(() -> secret.get().get(0));
        return new NotingMail(
                new DynamoMailNotes(
                        Clients.of(DynamoDbClient.builder(), "DYNAMODB", settings),
                        settings.text("INVITATIONS_TABLE"),
                        settings.text("PEOPLE_TABLE"),
                        new Waits()),
                addresses::ofEmail,
                settings.optional("TRACKING").filter("on"::equals).isPresent());
    }
}
