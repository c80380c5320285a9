package likely.functions.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import likely.aws.Settings;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Resource;
import likely.embedded.Tables;
import likely.embedded.Template;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import likely.surveys.recount.Recounting;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

class RecountTest {
    private static final int PLENTY = 900_000;

    private final EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.shared();
    private final Template template = Template.find();
    private final Tables tables = dynamoDb.freshTables(template);
    private final List<InvokeRequest> invoked = new ArrayList<>();

    private Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString(),
                "SURVEYS_TABLE", tables.tableName("Surveys"),
                "RESPONSES_TABLE", tables.tableName("Responses"),
                "SCORES_TABLE", tables.tableName("Scores"),
                "UNCOUNTABLE_QUEUE", "queue",
                "RECOUNT_FUNCTION", "likely-recount"));
    }

    @Test
    void the_template_names_this_handler_and_sets_what_it_reads() {
        Resource function = template.resource("RecountFunction");

        assertThat(function.properties().text("Handler")).isEqualTo(Recount.class.getName());
        assertThat(function.properties()
                        .object("Environment")
                        .object("Variables")
                        .names())
                .containsAll(environment().keySet().stream()
                        .filter(name -> !name.startsWith("AWS_"))
                        .toList());
    }

    @Test
    void it_reports_in_its_reply() {
        Recount recount = Recount.create(environment());

        assertThat(recount.handleRequest(Map.of("task", "recount"), new Invocation("request-1", PLENTY)))
                .containsEntry("run", "request-1")
                .containsEntry("responses", 0L)
                .containsEntry("differences", 0L);
    }

    @Test
    void a_counter_without_answers_is_found_and_repaired() {
        Map<String, AttributeValue> counter = Map.of(
                "pk", AttributeValue.fromS("count#demo"),
                "sk", AttributeValue.fromS("2026-05-04#1"),
                "b9", AttributeValue.fromN("1"),
                "n", AttributeValue.fromN("1"));
        dynamoDb.client().putItem(p -> p.tableName(tables.tableName("Scores")).item(counter));
        Recount recount = new Recount(Wiring.parts(
                new Settings(environment()),
                new Recounting.Limits(10, 10, 10, 10, Duration.ZERO, Duration.ofMillis(1), 1)));

        assertThat(recount.handleRequest(Map.of("task", "recount"), new Invocation("request-1", PLENTY)))
                .containsEntry("drifted", 1L)
                .containsEntry("repaired", 0L);
        assertThat(recount.handleRequest(
                        Map.of("task", "recount", "repair", true), new Invocation("request-2", PLENTY)))
                .containsEntry("repaired", 1L);
        assertThat(recount.handleRequest(Map.of("task", "recount"), new Invocation("request-3", PLENTY)))
                .containsEntry("differences", 0L);
    }

    @Test
    void short_of_time_it_hands_over_to_its_own_alias_and_the_next_call_goes_on() {
        Wiring.Parts wired = new Wiring().parts(new Settings(environment()));
        Recount recount = new Recount(
                new Wiring.Parts(wired.recounting(), wired.redrive(), new HandOver(this::lambda, "likely-recount")));

        Map<String, Object> reply =
                recount.handleRequest(Map.of("task", "recount"), new Invocation("request-1", 59_000));
        Map<String, Object> next = recount.handleRequest(
                Map.of("task", "resume", "run", "request-1"), new Invocation("request-2", PLENTY));

        assertThat(reply).containsEntry("outcome", "handed-over");
        assertThat(invoked).singleElement().satisfies(request -> {
            assertThat(request.functionName()).isEqualTo("likely-recount");
            assertThat(request.qualifier()).isEqualTo("live");
            assertThat(request.invocationTypeAsString()).isEqualTo("Event");
            assertThat(Json.object(request.payload().asUtf8String()))
                    .isEqualTo(Map.of("task", "resume", "run", "request-1"));
        });
        assertThat(next).containsEntry("run", "request-1").containsEntry("differences", 0L);
    }

    @Test
    void a_call_that_is_delivered_again_is_the_same_run() {
        Recount recount = Recount.create(environment());
        Map<String, Object> first =
                recount.handleRequest(Map.of("task", "recount"), new Invocation("request-1", PLENTY));

        assertThat(recount.handleRequest(Map.of("task", "recount"), new Invocation("request-1", PLENTY)))
                .isEqualTo(first);
    }

    @Test
    void errors_say_what_is_wrong() {
        Recount recount = Recount.create(environment());

        assertThatThrownBy(() -> recount.handleRequest(Map.of("task", "count"), new Invocation("r", PLENTY)))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("task is not one of");
        assertThatThrownBy(() ->
                        recount.handleRequest(Map.of("task", "resume", "run", "nobody"), new Invocation("r", PLENTY)))
                .isInstanceOf(Recounting.Unknown.class);
    }

    private LambdaClient lambda() {
        return new LambdaClient() {
            @Override
            public InvokeResponse invoke(InvokeRequest request) {
                invoked.add(request);
                return InvokeResponse.builder().statusCode(202).build();
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
    }
}
