package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import likely.embedded.Properties;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The function asks DynamoDB for nothing that its role in template.yaml does not allow. */
class LeastPrivilegeTest {
    private static final Pattern NAME = Pattern.compile("[#:]?[A-Za-z][A-Za-z0-9]*");
    private static final Set<String> WORDS =
            Set.of("SET", "REMOVE", "ADD", "AND", "attribute", "not", "exists", "attribute_not_exists");

    private static Properties statement(String sid) {
        return Stage.TEMPLATE.resource("RecordResponseRole").properties().objects("Policies").stream()
                .flatMap(policy -> policy.object("PolicyDocument").objects("Statement").stream())
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
                written.addAll(named(put.conditionExpression(), Map.of()));
            } else if (request instanceof UpdateItemRequest update) {
                assertThat(update.tableName()).isEqualTo(stage.tables.tableName("Responses"));
                written.addAll(update.key().keySet());
                written.addAll(named(update.updateExpression(), update.expressionAttributeNames()));
                written.addAll(named(update.conditionExpression(), update.expressionAttributeNames()));
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
                asked.addAll(named(read.projectionExpression(), Map.of()));
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

    /** The attributes in an expression, by their own names. */
    private static Set<String> named(String expression, Map<String, String> names) {
        Set<String> attributes = new HashSet<>();
        Matcher matcher = NAME.matcher(expression.replace("attribute_not_exists", ""));
        while (matcher.find()) {
            String name = matcher.group();
            if (!name.startsWith(":") && !WORDS.contains(name)) {
                attributes.add(names.getOrDefault(name, name));
            }
        }
        return attributes;
    }
}
