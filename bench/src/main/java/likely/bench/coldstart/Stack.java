package likely.bench.coldstart;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import likely.aws.dynamodb.DynamoSurveys;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Properties;
import likely.embedded.Tables;
import likely.embedded.Template;
import likely.surveys.SurveyTemplate;
import likely.surveys.json.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the function finds: the template's tables with one survey in them, and its own environment. */
final class Stack implements AutoCloseable {
    static final String SURVEY = "bench";

    private final Template template = Template.find();
    private final EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.inMemory();
    private final Tables tables = dynamoDb.tables(template);

    Stack() {
        new DynamoSurveys(dynamoDb.client(), tables.tableName("Surveys"))
                .add(SurveyTemplate.RELATIONAL.survey(
                        SURVEY, "Bench", Instant.now().getEpochSecond()));
    }

    /** The variables of template.yaml, and those that Lambda sets. */
    Map<String, String> environment() {
        Properties variables = template.resource("RecordResponseFunction")
                .properties()
                .object("Environment")
                .object("Variables");
        Map<String, String> environment = new LinkedHashMap<>();
        variables.names().forEach(name -> environment.put(name, variables.text(name)));
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString());
        environment.put("AWS_REGION", Template.REGION);
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        environment.put("AWS_LAMBDA_FUNCTION_NAME", "bench");
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "bench");
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "bench");
        environment.put("LAMBDA_TASK_ROOT", "/var/task");
        return environment;
    }

    /** An answer with all that a widget sends. */
    static String event(String submissionId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("submissionId", submissionId);
        body.put("score", 9);
        body.put("comment", "Quick, and it was there on time.");
        body.put("answers", Map.of("reason", "quality", "contact", true));
        body.put("properties", Map.of("plan", "pro", "region", "north"));
        body.put("locale", "en-GB");
        body.put("page", "https://shop.example/thanks");
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("resource", "/surveys/{survey}/responses");
        event.put("path", "/surveys/" + SURVEY + "/responses");
        event.put("httpMethod", "POST");
        event.put("headers", Map.of("Content-Type", "application/json", "Origin", "https://shop.example"));
        event.put("pathParameters", Map.of("survey", SURVEY));
        event.put("requestContext", Map.of("path", "/live/surveys/" + SURVEY + "/responses", "stage", "live"));
        event.put("body", Json.write(body));
        event.put("isBase64Encoded", false);
        return Json.write(event);
    }

    boolean isStored(String responseId) {
        return dynamoDb.client()
                .getItem(g -> g.tableName(tables.tableName("Responses"))
                        .key(Map.of("id", AttributeValue.fromS(responseId)))
                        .consistentRead(true))
                .hasItem();
    }

    @Override
    public void close() {
        dynamoDb.close();
    }
}
