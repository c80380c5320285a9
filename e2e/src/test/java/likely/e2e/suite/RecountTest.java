package likely.e2e.suite;

import static likely.e2e.client.Survey.number;
import static likely.e2e.client.Survey.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import likely.e2e.client.Await;
import likely.e2e.client.Aws;
import likely.e2e.client.Caller;
import likely.e2e.client.Survey;
import likely.e2e.client.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Last of all: after everything that the other tests did, nothing is to be put right; and what is damaged, is. */
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecountTest {
    private static Aws aws;

    @BeforeAll
    static void reach() {
        assumeTrue(Target.get().aws().isPresent(), "the functions are out of reach: set LIKELY_STACK");
        aws = Target.get().aws().orElseThrow();
    }

    @Test
    @Order(1)
    void after_all_that_was_sent_no_score_differs_from_its_answers() throws IOException {
        Map<String, Object> numbers = recount("{\"task\":\"recount\"}");

        assertThat(numbers).containsEntry("differences", 0);
        assertThat(number(numbers, "responses")).isPositive();
    }

    @Test
    @Order(2)
    void a_counter_that_was_damaged_is_found_and_repaired_when_told_to() throws IOException {
        assumeTrue(Target.get().disposable(), "damage is done to imitations alone");
        Survey survey = Survey.with(Map.of("limits", Map.of("responses", 100)));
        survey.answer(9);
        survey.counted(1);
        String day = (String)
                Survey.objects(survey.scores("&interval=day"), "days").get(0).get("day");
        damage("count#" + survey.id(), day + "#0");
        damage("total#" + survey.id(), "0");
        assertThat(survey.score()).containsEntry("n", 3);

        assertThat(recount("{\"task\":\"recount\"}")).containsEntry("drifted", 2);
        assertThat(survey.score()).containsEntry("n", 3);
        assertThat(recount("{\"task\":\"recount\",\"repair\":true}")).containsEntry("repaired", 2);

        assertThat(survey.score()).containsEntry("n", 1);
        assertThat(recount("{\"task\":\"recount\"}")).containsEntry("differences", 0);
    }

    @Test
    @Order(3)
    void answers_given_before_a_segment_was_counted_are_filled_in() throws IOException {
        Survey survey = Survey.plain();
        survey.answer(
                Map.of("submissionId", Survey.newSubmission(), "score", 10, "properties", Map.of("colour", "pine")));
        survey.counted(1);
        Caller.owner().put("v1/surveys/" + survey.id(), Map.of("segments", List.of("colour")));

        recount("{\"task\":\"recount\",\"backfill\":true}");

        List<Map<String, Object>> rows = Survey.objects(survey.scores("&segment=colour"), "segments");
        assertThat(rows).hasSize(1);
        assertThat(object(rows.get(0), "score")).containsEntry("n", 1);
    }

    @Test
    @Order(4)
    void what_cannot_be_counted_is_kept_and_what_can_be_by_now_leaves_the_queue() throws IOException {
        assumeTrue(Target.get().disposable(), "damage is done to imitations alone");
        Survey survey = Survey.plain();
        String id = (String) survey.answer(9).json().get("id");
        survey.counted(1);

        // Written behind the API's back, without anything that an answer has.
        aws.dynamoDb().putItem(p -> p.tableName(aws.table("Responses")).item(Map.of("id", text("broken"))));
        Await.until(() -> waiting("uncountable-records"), messages -> messages > 0);
        Await.until(() -> waiting("unannounced-records"), messages -> messages > 0);
        aws.sqs()
                .sendMessage(
                        m -> m.queueUrl(aws.queueUrl("uncountable-records")).messageBody(countable(id, survey.id())));

        Map<String, Object> numbers = JSON.std.mapFrom(aws.invoke("recount", "{\"task\":\"redrive\"}"));

        assertThat(numbers).containsEntry("counted", 1).containsEntry("left", 1);
        assertThat(survey.score()).containsEntry("n", 1);
    }

    /** A record as the stream delivers it; its day is another one's, which the ledger knows better. */
    private static String countable(String id, String survey) {
        return """
                {"Records": [{"eventName": "INSERT", "eventSource": "aws:dynamodb", "dynamodb": {
                  "SequenceNumber": "1", "StreamViewType": "NEW_AND_OLD_IMAGES", "Keys": {"id": {"S": "%s"}},
                  "NewImage": {"id": {"S": "%s"}, "survey": {"S": "%s"}, "rev": {"N": "1"}, "score": {"N": "9"},
                    "day": {"S": "2026-01-01"}}}}]}
                """.formatted(id, id, survey);
    }

    private static int waiting(String queue) {
        return aws.waiting(aws.queueUrl(queue));
    }

    private static void damage(String partition, String sort) {
        aws.dynamoDb()
                .updateItem(u -> u.tableName(aws.table("Scores"))
                        .key(Map.of("pk", text(partition), "sk", text(sort)))
                        .updateExpression("ADD b9 :more, n :more")
                        .expressionAttributeValues(Map.of(":more", AttributeValue.fromN("2"))));
    }

    private static Map<String, Object> recount(String event) throws IOException {
        return JSON.std.mapFrom(aws.invoke("recount", event));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
