package likely.functions.serveapi;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import likely.aws.Clients;
import likely.aws.Clocks;
import likely.aws.Secrets;
import likely.aws.Settings;
import likely.aws.dynamodb.DynamoAccessKeys;
import likely.aws.dynamodb.DynamoCampaigns;
import likely.aws.dynamodb.DynamoCounters;
import likely.aws.dynamodb.DynamoLeases;
import likely.aws.dynamodb.DynamoMadeLinks;
import likely.aws.dynamodb.DynamoMarkedSources;
import likely.aws.dynamodb.DynamoResponseIndex;
import likely.aws.dynamodb.DynamoResponses;
import likely.aws.dynamodb.DynamoSendingRecords;
import likely.aws.dynamodb.DynamoStoredResponses;
import likely.aws.dynamodb.DynamoSurveys;
import likely.aws.dynamodb.DynamoTraces;
import likely.aws.ses.SesMailer;
import likely.functions.serveapi.access.Callers;
import likely.functions.serveapi.access.Sessions;
import likely.functions.serveapi.dashboard.Dashboard;
import likely.functions.serveapi.resources.DefaultSurvey;
import likely.functions.serveapi.resources.EventRoute;
import likely.functions.serveapi.resources.ExportRoute;
import likely.functions.serveapi.resources.InvitationRoutes;
import likely.functions.serveapi.resources.KeyRoutes;
import likely.functions.serveapi.resources.LinkRoutes;
import likely.functions.serveapi.resources.MailRoutes;
import likely.functions.serveapi.resources.ResponseRoutes;
import likely.functions.serveapi.resources.ResponseWrites;
import likely.functions.serveapi.resources.Scope;
import likely.functions.serveapi.resources.ScoreRoutes;
import likely.functions.serveapi.resources.SendingRoutes;
import likely.functions.serveapi.resources.SessionRoute;
import likely.functions.serveapi.resources.SnippetRoute;
import likely.functions.serveapi.resources.SourceRoutes;
import likely.functions.serveapi.resources.SurveyRoutes;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.V1;
import likely.surveys.Identities;
import likely.surveys.Responses;
import likely.surveys.Surveys;
import likely.surveys.access.AccessKeys;
import likely.surveys.answers.ResponseIndex;
import likely.surveys.answers.ResponseQuery;
import likely.surveys.answers.StoredResponses;
import likely.surveys.campaigns.Campaigns;
import likely.surveys.links.Links;
import likely.surveys.scores.Counters;
import likely.surveys.scores.ScoreQuery;
import likely.surveys.sending.Mailer;
import likely.surveys.sources.Exclusion;
import likely.surveys.sources.MarkedSources;
import likely.web.WebFiles;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Puts the function together, at compile time. */
@Factory
final class Wiring {
    /** What the function is made of: its tables, its secrets and its time. */
    record Parts(
            DynamoDbClient dynamoDb,
            String surveysTable,
            String responsesTable,
            String scoresTable,
            String peopleTable,
            String invitationsTable,
            String sourcesTable,
            Supplier<List<String>> ownerKeys,
            Supplier<List<String>> sessionSecrets,
            Supplier<List<String>> identitySecrets,
            Supplier<List<String>> addressSecrets,
            Supplier<List<String>> linkSecrets,
            EventRoute.Door bus,
            String defaultSurvey,
            Optional<String> publicUrl,
            Optional<String> widgetUrl,
            Supplier<Mailer> mailer,
            Optional<String> mailFrom,
            Clock clock) {}

    @Singleton
    Routes routes(Settings settings) {
        Clock clock = Clocks.of(settings);
        return routes(new Parts(
                Clients.of(DynamoDbClient.builder(), "DYNAMODB", settings),
                settings.text("SURVEYS_TABLE"),
                settings.text("RESPONSES_TABLE"),
                settings.text("SCORES_TABLE"),
                settings.text("PEOPLE_TABLE"),
                settings.text("INVITATIONS_TABLE"),
                settings.text("SOURCES_TABLE"),
                secret("OWNER_KEY_SECRET", settings, clock),
                secret("SESSION_SECRET", settings, clock),
                secret("IDENTITY_SECRET", settings, clock),
                secret("ADDRESS_SECRET", settings, clock),
                secret("LINK_SECRET", settings, clock),
                new BusDoor(
                        () -> Clients.of(EventBridgeClient.builder(), "EVENTBRIDGE", settings), settings.text("BUS")),
                settings.text("DEFAULT_SURVEY"),
                settings.optional("PUBLIC_URL"),
                settings.optional("WIDGET_URL"),
                () -> new SesMailer(SesMailer.client(settings), Optional.empty()),
                settings.optional("MAIL_FROM"),
                clock));
    }

    static Routes routes(Parts parts) {
        Surveys surveys = new DynamoSurveys(parts.dynamoDb(), parts.surveysTable());
        AccessKeys keys = new DynamoAccessKeys(parts.dynamoDb(), parts.surveysTable());
        Callers callers = new Callers(parts.ownerKeys(), keys);
        Sessions sessions = new Sessions(parts.sessionSecrets(), callers, parts.clock());
        DefaultSurvey greeting = new DefaultSurvey(surveys, parts.defaultSurvey(), parts.clock());

        Scope scope = new Scope(surveys, parts.defaultSurvey());
        KeyRoutes keyRoutes = new KeyRoutes(scope, keys, parts.clock());
        Identities identities = new Identities(parts.identitySecrets());
        WebFiles files = new WebFiles();
        List<Route> routes = new ArrayList<>();
        routes.add(SessionRoute.route());
        routes.add(new SnippetRoute(scope, files, parts.widgetUrl()).route());
        routes.addAll(new SurveyRoutes(scope, surveys, keyRoutes, identities, parts.clock()).routes());
        routes.addAll(keyRoutes.routes());
        Campaigns campaigns = new DynamoCampaigns(parts.dynamoDb(), parts.surveysTable());
        PeopleWiring people = new PeopleWiring(parts, scope);
        routes.addAll(new MailRoutes(scope, campaigns, parts.mailer(), parts.mailFrom(), people::standing).routes());
        routes.addAll(people.routes());
        routes.addAll(new LinkRoutes(
                        scope,
                        people.finder(),
                        new DynamoMadeLinks(parts.dynamoDb(), parts.invitationsTable()),
                        new Links(parts.linkSecrets()),
                        parts.clock())
                .routes());
        routes.addAll(answers(scope, parts, people));
        routes.addAll(CampaignWiring.routes(parts, scope));
        routes.addAll(sending(parts));
        return new Routes(
                new V1(routes, callers, sessions, greeting, parts.publicUrl()),
                new Dashboard(files, callers, sessions, greeting, parts.publicUrl()));
    }

    private static List<Route> answers(Scope scope, Parts parts, PeopleWiring people) {
        Responses responses = new DynamoResponses(parts.dynamoDb(), parts.responsesTable(), parts.clock());
        StoredResponses stored = new DynamoStoredResponses(parts.dynamoDb(), parts.responsesTable(), parts.clock());
        ResponseIndex index = new DynamoResponseIndex(parts.dynamoDb(), parts.responsesTable());
        Counters counters = new DynamoCounters(parts.dynamoDb(), parts.scoresTable());
        ResponseQuery query = new ResponseQuery(index, stored);
        ResponseWrites writes = new ResponseWrites(responses, stored, people::answered, parts.clock());
        MarkedSources sources = new DynamoMarkedSources(parts.dynamoDb(), parts.sourcesTable(), parts.responsesTable());
        Exclusion exclusion = new Exclusion(sources, stored, parts.clock());
        List<Route> routes = new ArrayList<>();
        routes.addAll(new SourceRoutes(scope, sources, exclusion).routes());
        routes.addAll(new ScoreRoutes(scope, new ScoreQuery(counters, index, stored)).routes());
        routes.addAll(new ResponseRoutes(scope, query, writes, responses, exclusion, people.finder()).routes());
        routes.add(new ExportRoute(scope, query, people.finder()).route());
        return routes;
    }

    private static List<Route> sending(Parts parts) {
        String invitations = parts.invitationsTable();
        List<Route> routes = new ArrayList<>();
        routes.addAll(new SendingRoutes(
                        new DynamoSendingRecords(parts.dynamoDb(), invitations),
                        new DynamoLeases(parts.dynamoDb(), invitations),
                        parts.clock())
                .routes());
        routes.addAll(new InvitationRoutes(
                        new DynamoTraces(parts.dynamoDb(), invitations, parts.peopleTable()), parts.clock())
                .routes());
        return routes;
    }

    private static Secrets secret(String name, Settings settings, Clock clock) {
        return new Secrets(
                () -> Clients.of(SecretsManagerClient.builder(), "SECRETS_MANAGER", settings),
                settings.text(name),
                clock);
    }
}
