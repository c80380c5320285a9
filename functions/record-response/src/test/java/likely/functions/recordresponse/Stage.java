package likely.functions.recordresponse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import likely.aws.Settings;
import likely.aws.dynamodb.DynamoResponses;
import likely.aws.dynamodb.DynamoSurveys;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Tables;
import likely.embedded.Template;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The function over empty tables of template.yaml, with a clock that stands still and an identity secret. */
final class Stage {
    static final Template TEMPLATE = Template.find();
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final String SURVEY = "demo";

    /** What the function sent to DynamoDB, in order. */
    final List<SdkRequest> requests = new CopyOnWriteArrayList<>();

    final FakeSecrets secrets = new FakeSecrets("newest-secret");
    final Tables tables = EmbeddedDynamoDb.shared().freshTables(TEMPLATE);
    final DynamoDbClient dynamoDb = recording(requests);
    final RecordResponse function;
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

    Stage() {
        this(Map.of());
    }

    /** @param given what the survey has other than the template for relational surveys, as JSON */
    Stage(Map<String, Object> given) {
        add(SURVEY, given);
        function = functionOver(settings());
    }

    RecordResponse functionOver(Settings settings) {
        return new RecordResponse(
                Wiring.routes(settings, dynamoDb, secrets.supplier(), new StandingClock(), SurveyRoutes::log));
    }

    Settings settings() {
        return new Settings(Map.of(
                "SURVEYS_TABLE", tables.tableName("Surveys"),
                "RESPONSES_TABLE", tables.tableName("Responses"),
                "SCORES_TABLE", tables.tableName("Scores"),
                "PEOPLE_TABLE", tables.tableName("People"),
                "INVITATIONS_TABLE", tables.tableName("Invitations"),
                "SOURCES_TABLE", tables.tableName("Sources"),
                "LINK_SECRET", "links",
                "ADDRESS_SECRET", "address",
                "IDENTITY_SECRET", "identity"));
    }

    void add(String id, Map<String, Object> given) {
        Survey blank = SurveyTemplate.RELATIONAL.survey(id, "Acme", NOON.getEpochSecond());
        new DynamoSurveys(EmbeddedDynamoDb.shared().client(), tables.tableName("Surveys"))
                .add(SurveyDocument.apply(blank, given));
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    Answer post(String body) {
        return send(Event.post(SURVEY, body));
    }

    Answer send(Event event) {
        return send(function, event);
    }

    static Answer send(RecordResponse function, Event event) {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(event.json().getBytes(StandardCharsets.UTF_8)), reply, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Answer.of(reply.toString(StandardCharsets.UTF_8));
    }

    /** Every response in the store. */
    List<Map<String, AttributeValue>> stored() {
        return EmbeddedDynamoDb.shared()
                .client()
                .scan(s -> s.tableName(tables.tableName("Responses")).consistentRead(true))
                .items();
    }

    Map<String, AttributeValue> onlyStored() {
        List<Map<String, AttributeValue>> items = stored();
        if (items.size() != 1) {
            throw new AssertionError("There are " + items.size() + " responses");
        }
        return items.get(0);
    }

    void put(String table, Map<String, AttributeValue> item) {
        EmbeddedDynamoDb.shared()
                .client()
                .putItem(p -> p.tableName(tables.tableName(table)).item(item));
    }

    boolean erase(String id) {
        return new DynamoResponses(
                        EmbeddedDynamoDb.shared().client(), tables.tableName("Responses"), new StandingClock())
                .erase(id);
    }

    /** A submission with what every one has, and more. */
    static String submission(String more) {
        return "{\"submissionId\":\"submission-1\",\"score\":9" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    static Map<String, Object> with(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static DynamoDbClient recording(List<SdkRequest> requests) {
        return DynamoDbClient.builder()
                .endpointOverride(EmbeddedDynamoDb.shared().endpoint())
                .region(Region.of(Template.REGION))
                .credentialsProvider(EmbeddedDynamoDb.CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.addExecutionInterceptor(new ExecutionInterceptor() {
                    @Override
                    public void beforeMarshalling(Context.BeforeMarshalling context, ExecutionAttributes attributes) {
                        requests.add(context.request());
                    }
                }))
                .build();
    }

    private final class StandingClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
