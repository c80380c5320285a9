package likely.functions.recordresponse;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import likely.aws.Clients;
import likely.aws.Settings;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.json.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function on a stage of its own: a store that always has the one survey and takes every answer. */
final class Rehearsal {
    private static final String SURVEY = "rehearsal";

    /** A preflight, settings, an answer that is taken, one that is refused, and a file. */
    static final List<String> EVENTS = List.of(
            event("OPTIONS", "/surveys/{survey}/responses", ""),
            event("GET", "/surveys/{survey}", ""),
            event("POST", "/surveys/{survey}/responses", """
                    {"submissionId":"rehearsal-1","seq":1,"score":9,"comment":"Gern, jederzeit.",\
                    "answers":{"reason":"quality","contact":true},"properties":{"plan":"pro","seats":3},\
                    "locale":"de-DE","page":"https://shop.example/","touchpoint":"widget",\
                    "person":{"email":"somebody@shop.example"}}"""),
            event("POST", "/surveys/{survey}/responses", """
                    {"submissionId":"?","score":11,"properties":{"a":[]},"touchpoint":"door"}"""),
            event("GET", "/widget.js", ""),
            event("GET", "/health", ""));

    private Rehearsal() {}

    static Routes routes() {
        Settings settings = new Settings(Map.of(
                "AWS_REGION", "eu-west-1",
                "ADDRESS_SECRET", SURVEY,
                "IDENTITY_SECRET", SURVEY,
                "INVITATIONS_TABLE", SURVEY,
                "LINK_SECRET", SURVEY,
                "PEOPLE_TABLE", SURVEY,
                "RESPONSES_TABLE", SURVEY,
                "SCORES_TABLE", SURVEY,
                "SOURCES_TABLE", SURVEY,
                "SURVEYS_TABLE", SURVEY));
        DynamoDbClient store = Clients.rehearsing(
                DynamoDbClient.builder(),
                target -> target.endsWith(".GetItem") ? Json.write(Map.of("Item", storedSurvey())) : "{}");
        return Wiring.routes(
                settings,
                store,
                () -> {
                    throw new IllegalStateException("A rehearsal reads no secret");
                },
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                (survey, outcome) -> Json.write(Map.of("survey", survey.id(), "response", outcome.id())));
    }

    private static Map<String, Object> storedSurvey() {
        String document = Json.write(SurveyDocument.write(SurveyTemplate.RELATIONAL.survey(SURVEY, "Rehearsal", 0)));
        return Map.of("document", Map.of("S", document));
    }

    private static String event(String method, String resource, String body) {
        return Json.write(Map.of(
                "resource",
                resource,
                "path",
                resource.replace("{survey}", SURVEY),
                "httpMethod",
                method,
                "multiValueHeaders",
                Map.of("Content-Type", List.of("application/json"), "Origin", List.of("https://shop.example")),
                "pathParameters",
                Map.of("survey", SURVEY),
                "requestContext",
                Map.of("path", "/live" + resource.replace("{survey}", SURVEY)),
                "body",
                body,
                "isBase64Encoded",
                false));
    }
}
