package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import likely.embedded.Properties;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The function asks DynamoDB for nothing that its role in template.yaml does not allow. */
class LeastPrivilegeTest {
    private static Properties statement(String sid) {
        return statements()
                .filter(statement -> statement.text("Sid").equals(sid))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> attributes(String sid) {
        return Set.copyOf(statement(sid)
                .object("Condition")
                .object("ForAllValues:StringEquals")
                .texts("dynamodb:Attributes"));
    }

    @Test
    void writes_touch_only_the_attributes_that_the_role_lists() {
        // Given: an answer with everything that an answer may have, in two editions, of a survey with limits
        Stage stage = new Stage(Map.of("limits", Map.of("responses", 10), "retention_days", 30));
        String everything = Stage.submission(
                "\"comment\":\"x\",\"answers\":{\"reason\":\"price\"},\"properties\":"
                        + "{\"a\":1},\"locale\":\"en\",\"page\":\"https://a\",\"touchpoint\":\"call\",\"person\":{\"id\":\"1\"}");
        // When
        assertThat(stage.post(everything).status()).isEqualTo(201);
        assertThat(stage.post(everything.replace("\"score\":9", "\"score\":8,\"seq\":2"))
                        .status())
                .isEqualTo(200);
        assertThat(stage.post(Stage.submission("\"seq\":3")).status()).isEqualTo(200);
        // Then
        Set<String> written = new TreeSet<>();
        for (SdkRequest request : stage.requests) {
            if (request instanceof PutItemRequest put) {
                assertThat(put.tableName()).isEqualTo(stage.tables.tableName("Responses"));
                written.addAll(put.item().keySet());
                written.addAll(Touch.named(put.conditionExpression(), Map.of()));
            } else if (request instanceof UpdateItemRequest update) {
                assertThat(update.tableName()).isEqualTo(stage.tables.tableName("Responses"));
                written.addAll(update.key().keySet());
                written.addAll(Touch.named(update.updateExpression(), update.expressionAttributeNames()));
                written.addAll(Touch.named(update.conditionExpression(), update.expressionAttributeNames()));
                assertThat(written)
                        .containsAll(
                                new HashSet<>(update.expressionAttributeNames().values()));
            } else {
                assertThat(request).isInstanceOf(GetItemRequest.class);
            }
        }
        assertThat(attributes("WriteResponses")).containsAll(written);
        assertThat(statement("WriteResponses").texts("Action"))
                .containsExactlyInAnyOrder("dynamodb:PutItem", "dynamodb:UpdateItem");
    }

    @Test
    void reads_name_what_they_read_and_stay_in_the_partitions_that_the_role_lists() {
        // Given
        Stage stage = new Stage(Map.of("limits", Map.of("responses", 10)));
        // When
        stage.post(Stage.submission(""));
        stage.send(Event.settings(Stage.SURVEY));
        // Then
        List<GetItemRequest> reads = stage.requests.stream()
                .filter(GetItemRequest.class::isInstance)
                .map(GetItemRequest.class::cast)
                .toList();
        assertThat(reads).isNotEmpty().allSatisfy(read -> {
            boolean settings = read.tableName().equals(stage.tables.tableName("Surveys"));
            String partition = read.key().get("pk").s();
            if (settings) {
                assertThat(read.projectionExpression())
                        .as("SPECIFIC_ATTRIBUTES")
                        .isNotBlank();
                Collection<String> asked = new HashSet<>(read.key().keySet());
                asked.addAll(Touch.named(read.projectionExpression(), Map.of()));
                assertThat(attributes("ReadSettings")).containsAll(asked);
                assertThat(partition).isEqualTo("settings");
            } else {
                assertThat(read.tableName()).isEqualTo(stage.tables.tableName("Scores"));
                assertThat(partition).isEqualTo("total#" + Stage.SURVEY);
            }
        });
        assertThat(partitions("ReadSettings")).containsExactly("settings");
        assertThat(partitions("ReadTotals")).containsExactly("total#*");
    }

    private static List<String> partitions(String sid) {
        return statement(sid)
                .object("Condition")
                .object("ForAllValues:StringLike")
                .texts("dynamodb:LeadingKeys");
    }

    /** Both ways: a statement that is wider than what the pages do is as wrong as one that is narrower. */
    @Test
    void the_pages_do_what_the_role_lists_for_them_and_all_of_it() {
        // Given
        Stage stage = new Stage();
        Mailed mailed = new Mailed(stage);
        // When: everything that a page can do
        mailed.open("3");
        mailed.press("step=score&score=3");
        mailed.press("step=more&score=3&comment=Too+slow&answer.reason=service");
        String open = Mailed.made(stage, "18", 1 + 1);
        for (String page : List.of("0", "0", "1", "2")) {
            stage.send(Event.page("POST", "answer", open).form("step=score&score=5&page=000000000000000" + page));
        }
        mailed.choices("GET", "");
        mailed.choices("POST", "action=save&survey=1&rest=3");
        mailed.choices("POST", "action=save&all=1&rest=0&reason=Too+many");
        mailed.choices("POST", "action=undo");
        mailed.choices("POST", "List-Unsubscribe=One-Click");
        mailed.choices("POST", "action=erase");
        // Then
        Map<String, Set<String>> used = new TreeMap<>();
        stage.requests.stream().flatMap(request -> Touch.all(request).stream()).forEach(touch -> {
            Properties allowing = statements()
                    .filter(statement -> allows(stage, statement, touch))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No statement allows " + touch));
            used.computeIfAbsent(allowing.text("Sid"), sid -> new TreeSet<>()).addAll(touch.attributes());
        });
        assertThat(used.keySet())
                .containsExactly(
                        "NoteOpeningsAndAnswers",
                        "ReadChoices",
                        "ReadLinks",
                        "ReadOwnResponse",
                        "ReadSettings",
                        "ReserveAnswers",
                        "WriteChoices",
                        "WriteResponses");
        for (String sid : List.of("NoteOpeningsAndAnswers", "ReadChoices", "ReadLinks", "WriteChoices")) {
            assertThat(used.get(sid)).as(sid).isEqualTo(attributes(sid));
        }
        assertThat(list(statement("ReadOwnResponse"), "Action")).containsExactly("dynamodb:GetItem");
        assertThat(partitions("ReserveAnswers")).containsExactly("link-use#*");
        for (String sid : List.of("ReadChoices", "WriteChoices")) {
            assertThat(partitions(sid)).as(sid).containsExactly("address#*");
        }
    }

    /** Both ways, as above: a place is counted, marked and listed, and nothing else is done in its table. */
    @Test
    void counting_places_does_what_the_role_lists_for_it_and_all_of_it() {
        Stage stage = new Stage(Map.of("limits", Map.of("per_place", 1)));
        for (int i = 1; i <= 2; i++) {
            Event post = Event.post(Stage.SURVEY, Stage.submission("").replace("submission-1", "submission-" + i));
            assertThat(stage.send(post.from("192.0.2.4")).status()).isEqualTo(201);
        }

        Set<String> used = new TreeSet<>();
        stage.requests.stream().flatMap(request -> Touch.all(request).stream()).forEach(touch -> {
            Properties allowing = statements()
                    .filter(statement -> allows(stage, statement, touch))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No statement allows " + touch));
            used.add(allowing.text("Sid"));
            if (touch.table().equals(stage.tables.tableName("Sources"))) {
                used.add(touch.action() + " " + touch.key().replaceAll("#.*", "#*"));
            }
        });

        assertThat(used)
                .contains("Salts", "CountSources")
                .contains("GetItem salt#*", "PutItem salt#*", "UpdateItem count#*", "UpdateItem places#*");
        assertThat(partitions("Salts")).containsExactly("salt#*");
        assertThat(list(statement("Salts"), "Action"))
                .containsExactlyInAnyOrder("dynamodb:GetItem", "dynamodb:PutItem");
        assertThat(partitions("CountSources")).containsExactlyInAnyOrder("count#*", "places#*");
        assertThat(list(statement("CountSources"), "Action")).containsExactly("dynamodb:UpdateItem");
    }

    /** Both ways, too. */
    @Test
    void askings_and_answers_of_people_who_are_signed_do_what_the_role_lists_for_them_and_all_of_it() {
        // Given: somebody of whom all is known that may be
        Stage stage = new Stage();
        stage.put(
                "People",
                Map.of(
                        "pk", AttributeValue.fromS("address#" + Signed.key("ann@shop.example")),
                        "person", AttributeValue.fromS("7"),
                        "restDays", AttributeValue.fromN("1")));
        String person = "\"person\":" + Signed.email(Stage.SURVEY, "ann@shop.example");
        // When
        stage.send(Event.askings(Stage.SURVEY, "{" + person + "}"));
        stage.send(Event.askings(Stage.SURVEY, "{" + person + ",\"dismissed\":true}"));
        stage.post(Stage.submission(person));
        // Then
        Map<String, Set<String>> used = new TreeMap<>();
        stage.requests.stream()
                .flatMap(request -> Touch.all(request).stream())
                .filter(touch -> touch.table().equals(stage.tables.tableName("People")))
                .forEach(touch -> {
                    Properties allowing = statements()
                            .filter(statement -> allows(stage, statement, touch))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("No statement allows " + touch));
                    used.computeIfAbsent(allowing.text("Sid"), sid -> new TreeSet<>())
                            .addAll(touch.attributes());
                });
        assertThat(used.keySet()).containsExactly("NoteVisitors", "ReadRelations", "ReadVisitors");
        used.forEach((sid, touched) -> assertThat(touched).as(sid).isEqualTo(attributes(sid)));
        assertThat(partitions("NoteVisitors")).containsExactly("address#*");
        assertThat(partitions("ReadVisitors")).containsExactly("address#*");
        assertThat(partitions("ReadRelations")).containsExactly("person#*");
    }

    private static boolean allows(Stage stage, Properties statement, Touch touch) {
        Properties condition = statement.object("Condition");
        List<String> keys = condition.object("ForAllValues:StringLike").texts("dynamodb:LeadingKeys");
        List<String> attributes = condition.object("ForAllValues:StringEquals").texts("dynamodb:Attributes");
        boolean named = !touch.attributes().isEmpty() && attributes.containsAll(touch.attributes());
        return list(statement, "Action").contains("dynamodb:" + touch.action())
                && Stream.of("Surveys", "Responses", "Scores", "People", "Invitations", "Sources")
                        .filter(table -> touch.table().equals(stage.tables.tableName(table)))
                        .anyMatch(table -> list(statement, "Resource").contains(Stage.TEMPLATE.attribute(table, "Arn")))
                && (keys.isEmpty() || keys.stream().anyMatch(key -> touch.key().matches(key.replace("*", ".*"))))
                && (attributes.isEmpty() || named);
    }

    /** One text or several, as a policy may have it. */
    private static List<String> list(Properties statement, String name) {
        return statement.raw(name) instanceof List<?> ? statement.texts(name) : List.of(statement.text(name));
    }

    private static Stream<Properties> statements() {
        return Stage.TEMPLATE.resource("RecordResponseRole").properties().objects("Policies").stream()
                .flatMap(policy -> policy.object("PolicyDocument").objects("Statement").stream());
    }
}
