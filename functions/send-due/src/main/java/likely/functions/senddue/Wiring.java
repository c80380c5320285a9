package likely.functions.senddue;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import likely.aws.Clients;
import likely.aws.Clocks;
import likely.aws.Log;
import likely.aws.Secrets;
import likely.aws.Settings;
import likely.aws.Waits;
import likely.aws.dynamodb.DynamoCampaigns;
import likely.aws.dynamodb.DynamoClaims;
import likely.aws.dynamodb.DynamoLeases;
import likely.aws.dynamodb.DynamoPeople;
import likely.aws.dynamodb.DynamoSendingRecords;
import likely.aws.dynamodb.DynamoSurveys;
import likely.aws.ses.MailComposer;
import likely.aws.ses.SesMailer;
import likely.surveys.links.Links;
import likely.surveys.mail.MailRenderer;
import likely.surveys.people.Addresses;
import likely.surveys.sending.Claims;
import likely.surveys.sending.Composer;
import likely.surveys.sending.Dispatcher;
import likely.surveys.sending.Mailer;
import likely.surveys.sending.Remembered;
import likely.surveys.sending.Shift;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Puts the function together, at compile time. */
@Factory
final class Wiring {
    /** Each waits for a call most of the time: enough for 200 calls a second at a third of a second each. */
    private static final int THREADS = 64;

    /** For how long a survey or a campaign that was read is believed. */
    private static final Duration SETTINGS_KEPT = Duration.ofSeconds(30);

    /** What the handler works with. */
    record Parts(Shift shift, Clock clock) {}

    /** What differs between the function and its tests. */
    record Outside(
            DynamoDbClient dynamoDb,
            Mailer mailer,
            Supplier<List<String>> addressSecret,
            Supplier<List<String>> linkSecret,
            Clock clock,
            Consumer<Duration> sleep,
            int threads) {}

    @Singleton
    Parts parts(Settings settings) {
        Clock clock = Clocks.of(settings);
        return parts(
                settings,
                new Outside(
                        Clients.of(DynamoDbClient.builder(), "DYNAMODB", settings),
                        new SesMailer(SesMailer.client(settings), settings.optional("CONFIGURATION_SET")),
                        secret("ADDRESS_SECRET", settings),
                        secret("LINK_SECRET", settings),
                        clock,
                        Wiring::sleep,
                        THREADS));
    }

    static Parts parts(Settings settings, Outside outside) {
        DynamoDbClient dynamoDb = outside.dynamoDb();
        String invitations = settings.text("INVITATIONS_TABLE");
        DynamoPeople people = new DynamoPeople(dynamoDb, settings.text("PEOPLE_TABLE"));
        DynamoSurveys surveys = new DynamoSurveys(dynamoDb, settings.text("SURVEYS_TABLE"));
        DynamoCampaigns campaigns = new DynamoCampaigns(dynamoDb, settings.text("SURVEYS_TABLE"));
        Addresses addresses = new Addresses(() -> outside.addressSecret().get().get(0));
        Composer composer = new MailComposer(
                new MailRenderer()::render,
                new Links(outside.linkSecret()),
                settings.text("PUBLIC_URL").replaceFirst("/+$", ""),
                settings.text("MAIL_FROM"),
                outside.clock());
        Claims claims = new DynamoClaims(
                dynamoDb, invitations, settings.text("PEOPLE_TABLE"), settings.text("RESPONSES_TABLE"), new Waits());
        Dispatcher dispatcher = new Dispatcher(new Dispatcher.Parts(
                claims,
                new Remembered<>(surveys::find, SETTINGS_KEPT, outside.clock())::get,
                Remembered.ofTwo(campaigns::find, SETTINGS_KEPT, outside.clock()),
                id -> people.find(id),
                people::standing,
                addresses::ofEmail,
                composer,
                outside.mailer(),
                outside.clock()));
        Shift shift = new Shift(new Shift.Parts(
                dispatcher,
                claims,
                outside.mailer(),
                new DynamoLeases(dynamoDb, invitations),
                new DynamoSendingRecords(dynamoDb, invitations),
                outside.clock(),
                outside.sleep(),
                Wiring::failed,
                new Shift.Options(
                        outside.threads(),
                        settings.optional("RAMP_UP").map(Long::parseLong).orElse(0L))));
        return new Parts(shift, outside.clock());
    }

    private static Secrets secret(String name, Settings settings) {
        return new Secrets(
                () -> Clients.of(SecretsManagerClient.builder(), "SECRETS_MANAGER", settings),
                settings.text(name),
                Clock.systemUTC());
    }

    private static void failed(RuntimeException e) {
        Log.error(
                "mail.failed",
                "nothing, while it passes: the mail is tried again, or shown as unknown; else look at the error",
                e,
                Map.of());
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
