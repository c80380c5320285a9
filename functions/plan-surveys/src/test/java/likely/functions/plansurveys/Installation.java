package likely.functions.plansurveys;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.aws.Settings;
import likely.aws.dynamodb.DynamoCampaigns;
import likely.aws.dynamodb.DynamoInvitations;
import likely.aws.dynamodb.DynamoPeople;
import likely.aws.dynamodb.DynamoResponses;
import likely.aws.dynamodb.DynamoSurveys;
import likely.aws.dynamodb.FaultyDynamoDb;
import likely.aws.streams.QueuedRecords;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Tables;
import likely.embedded.Template;
import likely.surveys.Survey;
import likely.surveys.SurveyTemplate;
import likely.surveys.campaigns.CampaignDocument;
import likely.surveys.people.Addresses;
import likely.surveys.people.Person;
import likely.surveys.people.Relation;

/** Tables of their own, a survey and the function, with a clock to be set. */
final class Installation {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();
    static final Survey SURVEY = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0);

    private final Tables tables = DYNAMO_DB.freshTables(Template.find());
    final FaultyDynamoDb dynamoDb = new FaultyDynamoDb(DYNAMO_DB.client());
    final Addresses addresses = new Addresses(() -> "secret");
    final DynamoInvitations invitations = new DynamoInvitations(DYNAMO_DB.client(), table("Invitations"));
    final DynamoPeople people = new DynamoPeople(DYNAMO_DB.client(), table("People"));
    final DynamoCampaigns campaigns = new DynamoCampaigns(DYNAMO_DB.client(), table("Surveys"));
    final DynamoResponses responses =
            new DynamoResponses(DYNAMO_DB.client(), table("Responses"), Clock.systemUTC());
    final QueuedRecords deadLetters = new QueuedRecords();
    Instant now = Instant.parse("2026-05-04T12:00:00Z");
    final PlanSurveys function = new PlanSurveys(Wiring.parts(
            settings(), dynamoDb, new DeadLetters(deadLetters, "https://sqs.example/unplannable"), addresses, clock()));

    Installation() {
        new DynamoSurveys(DYNAMO_DB.client(), table("Surveys")).add(SURVEY);
    }

    String table(String name) {
        return tables.tableName(name);
    }

    Settings settings() {
        return new Settings(Map.of(
                "SURVEYS_TABLE", table("Surveys"),
                "PEOPLE_TABLE", table("People"),
                "RESPONSES_TABLE", table("Responses"),
                "INVITATIONS_TABLE", table("Invitations")));
    }

    void campaign(String id, Map<String, Object> document) {
        campaigns.add(CampaignDocument.create(id, SURVEY, document, now.getEpochSecond()));
    }

    Person person(String id, String email) {
        long at = now.getEpochSecond();
        Person person = new Person(
                id, email, null, null, Relation.CUSTOMER, null, null, Map.of(), Set.of("demo"), null, at, at, 1);
        people.add(person, Set.of(addresses.ofEmail(email)));
        return person;
    }

    Map<String, Object> plan() {
        return function.handleRequest(Map.of("task", "plan"), context(200_000));
    }

    /** The messages that are to come again. */
    List<?> deliver(Map<String, Object> batch) {
        return (List<?>) function.handleRequest(batch, context(200_000)).get("batchItemFailures");
    }

    /** A context that says how many milliseconds are left. */
    static Context context(int millis) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemainingTimeInMillis" -> millis;
                    case "getAwsRequestId" -> "run";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
