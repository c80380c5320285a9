package likely.functions.serveapi;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.aws.Clients;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.json.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function on a stage of its own: made-up secrets, and a store that has one survey and no answers. */
final class Rehearsal {
    private static final String NAME = "rehearsal";

    /** What a visit to the dashboard asks for, and an answer that is refused; nothing that is noted in the log. */
    static final List<String> EVENTS = List.of(
            event("GET", "/", Map.of(), ""),
            event("GET", "/dashboard/dashboard.js", Map.of(), ""),
            event("POST", "/session", Map.of(), "key=" + NAME),
            event("GET", "/v1/surveys", Map.of(), ""),
            event("GET", "/v1/metrics", Map.of(), ""),
            event("GET", "/v1/scores", Map.of("interval", "day", "segment", "reason", "since", "1"), ""),
            event("GET", "/v1/survey_responses", Map.of("order", "desc"), ""),
            event("GET", "/v1/survey_responses.csv", Map.of(), ""),
            event("GET", "/v1/people", Map.of(), ""),
            event("POST", "/v1/people", Map.of(), "email=nobody&properties[a]=b"),
            event("POST", "/v1/survey_responses", Map.of(), "person=1&score=11&person_properties[a]=b"));

    private Rehearsal() {}

    static Routes routes() {
        DynamoDbClient store = Clients.rehearsing(
                DynamoDbClient.builder(), target -> switch (target.substring(target.indexOf('.') + 1)) {
                    case "GetItem" -> Json.write(Map.of("Item", storedSurvey()));
                    case "Query" -> "{\"Items\":[],\"Count\":0}";
                    default -> "{}";
                });
        return Wiring.routes(new Wiring.Parts(
                store,
                NAME,
                NAME,
                NAME,
                NAME,
                NAME,
                NAME,
                () -> List.of(NAME),
                () -> List.of(NAME),
                () -> List.of(NAME),
                () -> List.of(NAME),
                () -> List.of(NAME),
                (source, type, detail) -> {},
                NAME,
                Optional.empty(),
                Optional.empty(),
                () -> {
                    throw new IllegalStateException("A rehearsal sends no mail");
                },
                Optional.empty(),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
    }

    private static Map<String, Object> storedSurvey() {
        String document = Json.write(SurveyDocument.write(SurveyTemplate.RELATIONAL.survey(NAME, "Rehearsal", 0)));
        return Map.of("document", Map.of("S", document));
    }

    private static String event(String method, String path, Map<String, String> query, String body) {
        String key = Base64.getEncoder().encodeToString((NAME + ":").getBytes(StandardCharsets.UTF_8));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("resource", resource(path));
        event.put("path", path);
        event.put("httpMethod", method);
        event.put("headers", Map.of("Authorization", "Basic " + key, "Host", "localhost"));
        event.put("queryStringParameters", query);
        event.put("pathParameters", Map.of("file", path.substring(path.lastIndexOf('/') + 1)));
        event.put("requestContext", Map.of("path", "/live" + path));
        event.put("body", body);
        event.put("isBase64Encoded", false);
        return Json.write(event);
    }

    private static String resource(String path) {
        if (path.startsWith("/v1/")) {
            return "/v1/{path+}";
        }
        return path.startsWith("/dashboard/") ? "/dashboard/{file}" : path;
    }
}
