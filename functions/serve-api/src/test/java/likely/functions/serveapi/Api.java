package likely.functions.serveapi;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import likely.aws.dynamodb.DynamoLedger;
import likely.aws.dynamodb.DynamoPeople;
import likely.aws.dynamodb.DynamoResponses;
import likely.aws.dynamodb.DynamoSourceCounts;
import likely.aws.dynamodb.ResponseItem;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Tables;
import likely.embedded.Template;
import likely.surveys.Response;
import likely.surveys.ledger.Image;
import likely.surveys.ledger.Tallying;
import likely.surveys.people.Addresses;
import likely.surveys.people.Person;
import likely.surveys.people.Relation;
import likely.surveys.sources.Source;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function over DynamoDB Local, called as API Gateway calls it; what the stream does is done by {@link #count}. */
final class Api {
    static final String OWNER = "owner-key";
    static final String LINK_SECRET = "link-secret";
    static final Template TEMPLATE = Template.find();

    final Tables tables = EmbeddedDynamoDb.shared().freshTables(TEMPLATE);
    final DynamoDbClient dynamoDb = EmbeddedDynamoDb.shared().client();
    final List<String> ownerKeys = new ArrayList<>(List.of(OWNER));
    final List<String> sessionSecrets = new ArrayList<>(List.of("session-secret"));
    final List<String> identitySecrets = List.of("identity-secret");
    final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
    final RecordingMailer mailer = new RecordingMailer();
    final Addresses addresses = new Addresses(() -> "address-secret");
    /** Source, type and detail of each event that was put on the bus. */
    final List<List<String>> events = new ArrayList<>();

    final ServeApi function;
    private long places;

    Api() {
        this(Optional.empty());
    }

    Api(Optional<String> publicUrl) {
        this(publicUrl, UnaryOperator.identity());
    }

    /** With something else in the place of the client. */
    Api(Optional<String> publicUrl, UnaryOperator<DynamoDbClient> client) {
        this(publicUrl, Optional.empty(), client);
    }

    Api(Optional<String> publicUrl, Optional<String> widgetUrl, UnaryOperator<DynamoDbClient> client) {
        function = new ServeApi(Wiring.routes(new Wiring.Parts(
                client.apply(dynamoDb),
                tables.tableName("Surveys"),
                tables.tableName("Responses"),
                tables.tableName("Scores"),
                tables.tableName("People"),
                tables.tableName("Invitations"),
                tables.tableName("Sources"),
                () -> List.copyOf(ownerKeys),
                () -> List.copyOf(sessionSecrets),
                () -> identitySecrets,
                () -> List.of("address-secret"),
                () -> List.of(LINK_SECRET),
                (source, type, detail) -> events.add(List.of(source, type, detail)),
                "demo",
                publicUrl,
                widgetUrl,
                () -> mailer,
                Optional.of("nps@acme.example"),
                clock)));
        person("1");
    }

    /** Makes somebody of this id known to the surveys of the tests. */
    void person(String id) {
        String email = "p" + id + "@example.com";
        Person person = new Person(
                id,
                email,
                null,
                null,
                Relation.CUSTOMER,
                null,
                null,
                Map.of(),
                Set.of("demo", "shop"),
                null,
                1_600_000_000,
                1_600_000_000,
                1);
        new DynamoPeople(dynamoDb, tables.tableName("People")).add(person, Set.of(addresses.ofEmail(email)));
    }

    /** What came back. */
    record Answer(int status, Map<String, String> headers, String body) {
        Map<String, Object> object() {
            return parsed(() -> JSON.std.mapFrom(body));
        }

        @SuppressWarnings("unchecked")
        List<Map<String, Object>> list() {
            return (List<Map<String, Object>>) (List<?>) parsed(() -> JSON.std.listFrom(body));
        }

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }

        /** Method and path with query of the next page, as a client follows the link. */
        String next() {
            String link = header("Link");
            if (link == null) {
                return null;
            }
            URI uri = URI.create(link.substring(1, link.indexOf('>')));
            return uri.getRawPath().replaceFirst("^/live", "") + "?" + uri.getRawQuery();
        }

        private interface Parse<T> {
            T parse() throws IOException;
        }

        private static <T> T parsed(Parse<T> parse) {
            try {
                return parse.parse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A request that is being put together. */
    final class Call {
        private final String method;
        private final String target;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private String body;

        private Call(String method, String target) {
            this.method = method;
            this.target = target;
            headers.put("Host", "nps.example");
            headers.put("X-Forwarded-Proto", "https");
        }

        Call header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Call without(String name) {
            headers.remove(name);
            return this;
        }

        Call key(String key) {
            return header("Authorization", basic(key + ":"));
        }

        Call json(String json) {
            body = json;
            return header("Content-Type", "application/json");
        }

        Call form(String form) {
            body = form;
            return header("Content-Type", "application/x-www-form-urlencoded");
        }

        Call body(String text) {
            body = text;
            return this;
        }

        Answer send() {
            String[] parts = target.split("\\?", 2);
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("resource", resource(parts[0]));
            event.put("path", parts[0]);
            event.put("httpMethod", method);
            Map<String, List<String>> multi = new LinkedHashMap<>();
            headers.forEach((name, value) -> multi.put(name, List.of(value)));
            event.put("headers", headers);
            event.put("multiValueHeaders", multi);
            Map<String, List<String>> query = query(parts.length > 1 ? parts[1] : "");
            event.put("multiValueQueryStringParameters", query);
            if (parts[0].startsWith("/dashboard/")) {
                event.put("pathParameters", Map.of("file", parts[0].substring(11)));
            }
            event.put("requestContext", Map.of("path", "/live" + parts[0], "stage", "live"));
            event.put("body", body);
            event.put("isBase64Encoded", false);
            return invoke(event);
        }

        private static String resource(String path) {
            return path.startsWith("/v1/")
                    ? "/v1/{path+}"
                    : path.startsWith("/dashboard/") ? "/dashboard/{file}" : path;
        }
    }

    Answer invoke(Map<String, Object> event) {
        try {
            return invoke(JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asBytes(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer invoke(byte[] event) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            function.handleRequest(new ByteArrayInputStream(event), out, null);
            Map<String, Object> reply = JSON.std.mapFrom(out.toByteArray());
            Map<String, String> headers = new LinkedHashMap<>();
            ((Map<?, ?>) reply.get("headers")).forEach((name, value) -> headers.put(name.toString(), value.toString()));
            return new Answer((Integer) reply.get("statusCode"), headers, (String) reply.get("body"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Call call(String method, String target) {
        return new Call(method, target);
    }

    /** With the owner's key. */
    Call owner(String method, String target) {
        return call(method, target).key(OWNER);
    }

    Answer get(String target) {
        return owner("GET", target).send();
    }

    static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> query(String text) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                query.computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                        .add(parts.length > 1 ? decode(parts[1]) : "");
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Records a response as a visitor's. */
    void record(Response response) {
        new DynamoResponses(dynamoDb, tables.tableName("Responses"), clock).record(response);
    }

    /** Marked answers of one place, a second apart, as the public function records them. */
    List<Response> crowd(String survey, int number, int score) {
        long noon = clock.instant().getEpochSecond();
        Source source = new Source(survey, "2026-11-22-%016x".formatted(places++));
        new DynamoSourceCounts(dynamoDb, tables.tableName("Sources")).list(source, noon);
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            responses.add(Answers.fromPlace(survey, score, noon + i, source.id()));
        }
        responses.forEach(this::record);
        return responses;
    }

    /** Counts everything that is stored, as the stream's function does. */
    void count() {
        List<Image> images = dynamoDb.scanPaginator(s -> s.tableName(tables.tableName("Responses"))).items().stream()
                .map(item -> ResponseItem.image(item, false))
                .toList();
        new Tallying(new DynamoLedger(dynamoDb, tables.tableName("Scores")), attempt -> {}).count(images);
    }

    /** Time that a test moves. */
    static final class SettableClock extends Clock {
        private Instant now;

        SettableClock(Instant now) {
            this.now = now;
        }

        void set(Instant instant) {
            now = instant;
        }

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
    }
}
