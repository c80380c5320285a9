package likely.functions.senddue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import likely.aws.Settings;
import likely.aws.dynamodb.DynamoCampaigns;
import likely.aws.dynamodb.DynamoInvitations;
import likely.aws.dynamodb.DynamoMailNotes;
import likely.aws.dynamodb.DynamoResponses;
import likely.aws.dynamodb.DynamoSendingRecords;
import likely.aws.dynamodb.DynamoSurveys;
import likely.aws.ses.SesMailer;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.EmbeddedSes;
import likely.embedded.SesMail;
import likely.embedded.Tables;
import likely.embedded.Template;
import likely.scoring.Band;
import likely.surveys.Answer;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.InvitationId;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import likely.surveys.json.Json;
import likely.surveys.people.Addresses;
import likely.surveys.sending.Letter;
import likely.surveys.sending.MailEventDocument;
import likely.surveys.sending.Mailer;
import likely.surveys.sending.NotingMail;
import likely.surveys.sending.Outcome;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tables, SES and a clock that is moved; and the function, as often as a test wants it. */
final class Post implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();

    final Time clock = new Time(NOW);
    final EmbeddedSes ses = EmbeddedSes.start(clock);
    final Addresses addresses = new Addresses(() -> "address-secret");
    final DynamoDbClient dynamoDb = DYNAMO_DB.client();
    private final Tables tables = DYNAMO_DB.freshTables(Template.find());
    final DynamoInvitations invitations = new DynamoInvitations(dynamoDb, table("Invitations"));
    final DynamoSendingRecords records = new DynamoSendingRecords(dynamoDb, table("Invitations"));
    final DynamoResponses responses = new DynamoResponses(dynamoDb, table("Responses"), clock);
    final DynamoCampaigns campaigns = new DynamoCampaigns(dynamoDb, table("Surveys"));
    final NotingMail noting = new NotingMail(
            new DynamoMailNotes(dynamoDb, table("Invitations"), table("People"), attempt -> {}),
            addresses::ofEmail,
            true);
    private final Map<String, String> environment = new LinkedHashMap<>();
    private int threads = 4;

    Post() {
        ses.quota().set(50_000, 500);
        environment.put("AWS_REGION", "eu-west-1");
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", DYNAMO_DB.endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_SES", ses.endpoint().toString());
        for (String name : List.of("Surveys", "People", "Invitations", "Responses")) {
            environment.put(name.toUpperCase(Locale.ROOT) + "_TABLE", table(name));
        }
        environment.put("PUBLIC_URL", "https://likely.example/live/");
        environment.put("MAIL_FROM", "surveys@shop.example");
        environment.put("CONFIGURATION_SET", "likely");
        survey("demo", Map.of());
    }

    String table(String name) {
        return tables.tableName(name);
    }

    Post set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** One mail after the other, for tests that look at the time that passes. */
    void oneByOne() {
        threads = 1;
    }

    Settings settings() {
        return new Settings(environment);
    }

    Survey survey(String id, Map<String, Object> changes) {
        Survey survey = SurveyDocument.apply(SurveyTemplate.RELATIONAL.survey(id, "Acme", 0), changes);
        new DynamoSurveys(dynamoDb, table("Surveys")).add(survey);
        return survey;
    }

    /** Somebody and their address. */
    void person(String id, String email, @Nullable String zone) {
        Map<String, AttributeValue> person = new LinkedHashMap<>();
        person.put("pk", s("person#" + id));
        person.put("id", s(id));
        person.put("email", s(email));
        person.put("relation", s("customer"));
        person.put("surveys", AttributeValue.fromL(List.of()));
        for (String number : List.of("createdAt", "updatedAt", "version")) {
            person.put(number, AttributeValue.fromN("1"));
        }
        if (zone != null) {
            person.put("zone", s(zone));
        }
        put("People", person);
        addressOf(id, email);
    }

    void addressOf(String person, String email) {
        set("People", Map.of("pk", s("address#" + addresses.ofEmail(email))), "person", s(person));
    }

    void personsAttribute(String id, String name, String value) {
        set("People", Map.of("pk", s("person#" + id)), name, s(value));
    }

    Map<String, AttributeValue> address(String email) {
        return dynamoDb.getItem(g -> g.tableName(table("People"))
                        .key(Map.of("pk", s("address#" + addresses.ofEmail(email))))
                        .consistentRead(true))
                .item();
    }

    /** A mail of the survey {@code demo} that is due. */
    Invitation asking(String wave, String person, String email) {
        return asking("demo", wave, person, email);
    }

    Invitation asking(String survey, String wave, String person, String email) {
        String id = InvitationId.survey(survey, "people", wave, person);
        return plan(mail(id, survey, wave, Kind.SURVEY, person, email, id, null, null, 0));
    }

    Invitation reminder(Invitation asking, String email) {
        String id = InvitationId.reminder(asking.id(), 1);
        return plan(mail(
                id, asking.survey(), asking.wave(), Kind.REMINDER, asking.person(), email, asking.id(), null, null, 1));
    }

    Invitation followUp(Invitation asking, String email) {
        String id = InvitationId.followUp("recovery", asking.answer());
        return plan(mail(
                id,
                asking.survey(),
                asking.wave(),
                Kind.FOLLOW_UP,
                asking.person(),
                email,
                asking.id(),
                asking.answer(),
                Band.DETRACTOR,
                0));
    }

    Invitation plan(Invitation invitation) {
        if (!invitations.add(invitation)) {
            throw new IllegalStateException("It is planned already");
        }
        return invitation;
    }

    private Invitation mail(
            String id,
            String survey,
            String wave,
            Kind kind,
            String person,
            String email,
            String asking,
            @Nullable String response,
            @Nullable Band band,
            int number) {
        long due = clock.instant().getEpochSecond();
        return new Invitation(
                id,
                survey,
                null,
                wave,
                kind,
                Occasion.RELATIONAL,
                person,
                addresses.ofEmail(email),
                asking,
                response,
                band,
                number,
                Map.of(),
                due,
                due,
                State.SCHEDULED,
                null,
                null);
    }

    /** The person answers a mail. */
    void answer(Invitation asking, int score) {
        responses.record(
                Answer.of(Invitation.submissionId(asking.asking())).score(score).first());
    }

    /** One call of the function. */
    Map<String, Object> run() {
        return function(mailer -> mailer).handleRequest(Map.of(), new Call(880_000));
    }

    SendDue function(UnaryOperator<Mailer> faults) {
        return function(dynamoDb, faults);
    }

    SendDue function(DynamoDbClient client, UnaryOperator<Mailer> faults) {
        Mailer mailer = faults.apply(
                new SesMailer(SesMailer.client(settings()), Optional.ofNullable(environment.get("CONFIGURATION_SET"))));
        Wiring.Parts parts = Wiring.parts(
                settings(),
                new Wiring.Outside(
                        client,
                        mailer,
                        () -> List.of("address-secret"),
                        () -> List.of("link-secret"),
                        clock,
                        clock::advance,
                        threads));
        return new SendDue(parts.shift(), parts.clock());
    }

    Invitation now(Invitation planned) {
        return invitations.find(planned.id()).orElseThrow();
    }

    State state(Invitation planned) {
        return now(planned).state();
    }

    List<String> recipients() {
        List<String> recipients = new ArrayList<>();
        ses.mails().forEach(mail -> recipients.addAll(mail.destinations()));
        return recipients;
    }

    SesMail onlyMail() {
        List<SesMail> mails = ses.mails();
        if (mails.size() != 1) {
            throw new AssertionError(mails.size() + " mails instead of one");
        }
        return mails.get(0);
    }

    /** SES tells of a mail. */
    void note(Map<String, Object> event) {
        MailEventDocument.read(Json.write(event)).ifPresent(noting::note);
    }

    private void put(String name, Map<String, AttributeValue> item) {
        dynamoDb.putItem(p -> p.tableName(table(name)).item(item));
    }

    void set(String name, Map<String, AttributeValue> key, String attribute, AttributeValue value) {
        dynamoDb.updateItem(u -> u.tableName(table(name))
                .key(key)
                .updateExpression("SET #a = :a")
                .expressionAttributeNames(Map.of("#a", attribute))
                .expressionAttributeValues(Map.of(":a", value)));
    }

    static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    @Override
    public void close() {
        ses.close();
    }

    /** Time that goes on when somebody sleeps, and when a test says so. */
    static final class Time extends Clock {
        private Instant now;

        Time(Instant now) {
            this.now = now;
        }

        synchronized void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public synchronized Instant instant() {
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
    }

    /** A process that ends. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    static UnaryOperator<Mailer> before(Consumer<Letter> fault) {
        return mailer -> new Faulty(mailer, fault, letter -> {});
    }

    static UnaryOperator<Mailer> after(Consumer<Letter> fault) {
        return mailer -> new Faulty(mailer, letter -> {}, fault);
    }

    /** An account of another rate than the endpoint keeps, whose time goes on by itself. */
    static UnaryOperator<Mailer> rate(double perSecond) {
        return mailer -> new Mailer() {
            @Override
            public Outcome send(Letter letter) {
                return mailer.send(letter);
            }

            @Override
            public Quota quota() {
                return new Quota(50_000, perSecond, mailer.quota().sent());
            }
        };
    }

    private record Faulty(Mailer mailer, Consumer<Letter> before, Consumer<Letter> after) implements Mailer {
        @Override
        public Outcome send(Letter letter) {
            before.accept(letter);
            Outcome outcome = mailer.send(letter);
            after.accept(letter);
            return outcome;
        }

        @Override
        public Quota quota() {
            return mailer.quota();
        }
    }
}
