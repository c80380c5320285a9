package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The role in template.yaml allows the calls that the function makes, on the keys on which it makes them, and no other. */
class LeastPrivilegeTest {
    /** Action and resource, such as {@code Query Responses/index/byTime}, with the partition keys asked for. */
    private final Map<String, Set<String>> made = new TreeMap<>();

    private final Api api = new Api(Optional.empty(), this::watched);

    @Test
    void the_role_allows_what_is_called_and_nothing_else() throws Exception {
        String id = (String) api.owner("POST", "/v1/survey_responses")
                .json("{\"person\":1,\"score\":9,\"person_properties\":{\"region\":\"EU\"}}")
                .send()
                .object()
                .get("id");
        api.count();
        api.owner("PUT", "/v1/survey_responses/" + id).json("{\"score\":8}").send();
        for (String target : List.of(
                "survey_responses",
                "survey_responses?person_id=1",
                "survey_responses?updated_since=1",
                "survey_responses.csv",
                "metrics",
                "scores?segment=region",
                "surveys",
                "surveys/demo/keys")) {
            assertThat(api.get("/v1/" + target).status()).isEqualTo(200);
        }
        api.owner("PUT", "/v1/surveys/demo").json("{\"target\":1}").send();
        Map<String, Object> key = api.owner("POST", "/v1/surveys/demo/keys")
                .json("{\"role\":\"viewer\"}")
                .send()
                .object();
        api.call("GET", "/v1/session").key((String) key.get("key")).send();
        api.owner("DELETE", "/v1/surveys/demo/keys/" + key.get("id")).send();
        String place = api.crowd("demo", 1, 5).get(0).source();
        assertThat(api.get("/v1/sources").list()).hasSize(1);
        api.owner("POST", "/v1/sources/" + place + "/exclude").send();
        api.owner("DELETE", "/v1/survey_responses/" + id).send();
        people();
        Object link = api.owner("POST", "/v1/links").json("{}").send().object().get("id");
        assertThat(api.get("/v1/links/" + link).status()).isEqualTo(200);
        assertThat(api.get("/v1/invitations?state=unknown").status()).isEqualTo(200);

        Map<String, List<String>> allowed = allowed();
        assertThat(made.keySet()).isEqualTo(allowed.keySet());
        made.forEach((call, keys) -> assertThat(keys)
                .as(call)
                .allMatch(asked -> allowed.get(call).isEmpty()
                        || allowed.get(call).stream().anyMatch(pattern -> asked.matches(pattern.replace("*", ".*")))));
    }

    private void people() {
        String id = (String) api.owner("POST", "/v1/people")
                .json("{\"email\":\"ann@example.com\",\"delay\":60,\"last_sent_at\":1}")
                .send()
                .object()
                .get("id");
        api.owner("POST", "/v1/unsubscribes")
                .json("{\"person_email\":\"ann@example.com\"}")
                .send();
        api.owner("DELETE", "/v1/people/ann@example.com/survey_requests/pending")
                .send();
        for (String target : List.of("people", "people/" + id, "unsubscribes", "bounces")) {
            assertThat(api.get("/v1/" + target).status()).isEqualTo(200);
        }
        api.owner("POST", "/v1/people")
                .json("{\"email\":\"ann@example.com\",\"email_update\":\"ann@new.example\"}")
                .send();
        assertThat(api.owner("DELETE", "/v1/people/" + id).send().status()).isEqualTo(202);
        assertThat(api.get("/v1/people/" + id + "/erasure").status()).isEqualTo(200);
    }

    /** By action and resource, the patterns of partition keys; none for any. */
    private static Map<String, List<String>> allowed() throws Exception {
        Path file = Files.exists(Path.of("template.yaml")) ? Path.of("template.yaml") : Path.of("../../template.yaml");
        String role =
                Files.readString(file).split("PolicyName: ServeApi\n", -1)[1].split("\nOutputs:", -1)[0];
        Map<String, List<String>> allowed = new TreeMap<>();
        for (String statement : role.split("- Sid: ", -1)) {
            List<String> keys = find(statement, "LeadingKeys: \\[(.*)]")
                    .flatMap(list -> Arrays.stream(list.replaceAll("[\" ]", "").split(",", -1)))
                    .toList();
            List<String> resources = find(
                            statement,
                            "(?:GetAtt |\\{)((?:Surveys|Responses|Scores|People|Invitations|Sources)\\.Arn(?:}/index/\\w+)?)")
                    .map(arn -> arn.replaceAll("\\.Arn}?", ""))
                    .toList();
            find(statement, "dynamodb:(\\w+(?:Item|Query|Scan)|Query|Scan)\\b")
                    .forEach(action -> resources.forEach(resource -> allowed.put(action + " " + resource, keys)));
        }
        return allowed;
    }

    private static Stream<String> find(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult result) -> result.group(1));
    }

    private DynamoDbClient watched(DynamoDbClient client) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (proxy, method, arguments) -> {
                    DynamoDbRequest request = request(method, arguments[0]);
                    note(request);
                    try {
                        return DynamoDbClient.class
                                .getMethod(method.getName(), request.getClass())
                                .invoke(client, request);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @SuppressWarnings("unchecked")
    private static DynamoDbRequest request(Method method, Object given) throws Exception {
        if (given instanceof DynamoDbRequest request) {
            return request;
        }
        String name = method.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                + method.getName().substring(1);
        DynamoDbRequest.Builder builder = (DynamoDbRequest.Builder)
                Class.forName("software.amazon.awssdk.services.dynamodb.model." + name + "Request")
                        .getMethod("builder")
                        .invoke(null);
        ((Consumer<Object>) given).accept(builder);
        return builder.build();
    }

    private void note(SdkPojo request) {
        if (request instanceof GetItemRequest get) {
            note("GetItem", get.tableName(), get.key());
        } else if (request instanceof PutItemRequest put) {
            note("PutItem", put.tableName(), put.item());
        } else if (request instanceof UpdateItemRequest update) {
            note("UpdateItem", update.tableName(), update.key());
        } else if (request instanceof QueryRequest query) {
            String index = query.indexName() == null ? "" : "/index/" + query.indexName();
            // The partition's is the only value in a condition on equality.
            String name = query.keyConditionExpression().replaceAll("^#?\\w+ = (:\\w+).*", "$1");
            note(
                    "Query",
                    query.tableName() + index,
                    Map.of("pk", query.expressionAttributeValues().get(name)));
        } else if (request instanceof BatchGetItemRequest batch) {
            batch.requestItems().forEach((table, keys) -> keys.keys().forEach(key -> note("BatchGetItem", table, key)));
        } else if (request instanceof TransactWriteItemsRequest transaction) {
            transaction.transactItems().forEach(write -> {
                if (write.put() != null) {
                    note("PutItem", write.put().tableName(), write.put().item());
                }
                if (write.update() != null) {
                    note(
                            "UpdateItem",
                            write.update().tableName(),
                            write.update().key());
                }
                if (write.delete() != null) {
                    note(
                            "DeleteItem",
                            write.delete().tableName(),
                            write.delete().key());
                }
            });
        } else {
            throw new AssertionError(
                    "The role has nothing for " + request.getClass().getSimpleName());
        }
    }

    private void note(String action, String table, Map<String, AttributeValue> key) {
        Map<String, String> names = new LinkedHashMap<>();
        List.of("Surveys", "Responses", "Scores", "People", "Invitations", "Sources")
                .forEach(name -> names.put(api.tables.tableName(name), name));
        String resource = names.entrySet().stream()
                .filter(name -> table.startsWith(name.getKey()))
                .map(name -> table.replace(name.getKey(), name.getValue()))
                .findFirst()
                .orElseThrow();
        Collection<String> keys = made.computeIfAbsent(action + " " + resource, call -> new TreeSet<>());
        keys.add(key.containsKey("pk") ? key.get("pk").s() : key.get("id").s());
    }
}
