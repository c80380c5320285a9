package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import likely.aws.dynamodb.FaultyDynamoDb;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** A person erased by way of the API. */
class PersonErasureTest {
    private static final int A_DAY = 86_400;

    @Test
    void nothing_of_a_person_is_left_and_every_count_is_right_again() {
        Api api = new Api();
        String id = answered(api);
        api.count();
        assertThat(api.get("/v1/metrics").object()).containsEntry("response_count", 1);

        Api.Answer erased = api.owner("DELETE", "/v1/people/" + id).send();
        api.count();

        assertThat(erased.status()).isEqualTo(202);
        assertThat(api.get("/v1/metrics").object()).containsEntry("response_count", 0);
        assertThat(api.get("/v1/survey_responses").list()).isEmpty();
        assertThat(api.get("/v1/people?email=ann@example.com").list()).isEmpty();
        for (String table : List.of("People", "Responses", "Invitations")) {
            assertThat(stored(api, table)).doesNotContainIgnoringCase("ann@", "Ann Smith", "order-77", "Quick");
        }
        int now = (int) api.clock.instant().getEpochSecond();
        assertThat(api.get("/v1/people/" + id + "/erasure").object())
                .isEqualTo(Map.of(
                        "id",
                        id,
                        "started_at",
                        now,
                        "erased_at",
                        now,
                        "responses",
                        1,
                        "survey_requests",
                        1,
                        "backups_until",
                        now + 35 * A_DAY,
                        "queues_until",
                        now + 15 * A_DAY));
    }

    @Test
    void who_unsubscribed_and_was_erased_stays_unsubscribed_when_added_anew() {
        Api api = new Api();
        String id = answered(api);
        api.owner("POST", "/v1/unsubscribes")
                .form("person_email=ann@example.com")
                .send();
        api.owner("DELETE", "/v1/people/" + id).send();
        assertThat(api.get("/v1/unsubscribes").list()).isEmpty();

        String again = answered(api);

        assertThat(again).isNotEqualTo(id);
        assertThat(api.get("/v1/unsubscribes").list())
                .extracting(row -> row.get("person_id"))
                .containsExactly(again);
    }

    @Test
    void an_erasure_that_dies_half_way_is_finished_by_a_repeat() {
        FaultyDynamoDb[] faulty = new FaultyDynamoDb[1];
        Api api = new Api(Optional.empty(), client -> faulty[0] = new FaultyDynamoDb(client));
        String id = answered(api);
        AtomicInteger puts = new AtomicInteger();
        faulty[0].before(request -> {
            // The receipt twice, and then the answer's tombstone.
            if (request instanceof PutItemRequest && puts.incrementAndGet() == 3) {
                throw FaultyDynamoDb.error(500, "InternalServerError");
            }
        });

        assertThat(api.owner("DELETE", "/v1/people/" + id).send().status()).isEqualTo(503);
        faulty[0].mend();
        assertThat(api.get("/v1/people/" + id + "/erasure").object()).containsEntry("erased_at", null);
        assertThat(api.get("/v1/people/" + id).status()).isEqualTo(200);

        assertThat(api.owner("DELETE", "/v1/people/" + id).send().status()).isEqualTo(202);
        assertThat(api.get("/v1/people/" + id + "/erasure").object())
                .containsEntry("responses", 1)
                .containsEntry("survey_requests", 1);
        assertThat(api.get("/v1/survey_responses").list()).isEmpty();
    }

    @Test
    void a_surveys_key_takes_somebody_out_of_its_own_survey_alone() {
        Api api = new Api();
        String key = (String) api.owner("POST", "/v1/surveys")
                .json("{\"id\":\"other\",\"brand\":\"Other\"}")
                .send()
                .object()
                .get("key");
        String id = answered(api);
        api.call("POST", "/v1/people").key(key).form("email=ann@example.com").send();

        assertThat(api.call("DELETE", "/v1/people/" + id).key(key).send().status())
                .isEqualTo(202);

        assertThat(api.call("GET", "/v1/people/" + id).key(key).send().status()).isEqualTo(404);
        assertThat(api.get("/v1/people/" + id).status()).isEqualTo(200);
        assertThat(api.get("/v1/survey_responses").list()).hasSize(1);
        assertThat(api.get("/v1/people/" + id + "/erasure").status()).isEqualTo(404);
        assertThat(api.call("GET", "/v1/people/" + id + "/erasure")
                        .key(key)
                        .send()
                        .status())
                .isEqualTo(403);
    }

    /** Somebody who was asked and answered. */
    private static String answered(Api api) {
        String id = (String) api.owner("POST", "/v1/people")
                .json("{\"email\":\"Ann@example.com\",\"name\":\"Ann Smith\",\"properties\":{\"order\":\"order-77\"}}")
                .send()
                .object()
                .get("id");
        api.owner("POST", "/v1/survey_responses")
                .json("{\"person\":\"" + id + "\",\"score\":9,\"comment\":\"Quick\"}")
                .send();
        return id;
    }

    private static String stored(Api api, String table) {
        List<Map<String, AttributeValue>> items =
                api.dynamoDb.scanPaginator(s -> s.tableName(api.tables.tableName(table))).items().stream()
                        .toList();
        return items.toString();
    }
}
