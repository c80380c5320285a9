package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import likely.aws.dynamodb.DynamoPeople;
import likely.embedded.EmbeddedDynamoDb;
import likely.surveys.people.Person;
import likely.surveys.people.Relation;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whether somebody whom the shop signed may be asked, and what their answer is noted for. */
class AskingsTest {
    private static final String ANN = "ann@shop.example";
    private static final String YES = "{\"ask\":true}";
    private static final String NO = "{\"ask\":false}";

    private final Stage stage = new Stage();

    private Answer ask(String survey, String person, String more) {
        return stage.send(Event.askings(survey, "{\"person\":" + person + more + "}"));
    }

    private String askAnn() {
        return ask(Stage.SURVEY, Signed.email(Stage.SURVEY, ANN), "").text();
    }

    private void annIs(Relation relation) {
        Person ann = new Person("7", ANN, null, null, relation, null, null, Map.of(), Set.of(), null, 1, 1, 1);
        assertThat(new DynamoPeople(EmbeddedDynamoDb.shared().client(), stage.tables.tableName("People"))
                        .add(ann, Set.of(Signed.key(ANN))))
                .isTrue();
    }

    private Map<String, AttributeValue> noted() {
        return EmbeddedDynamoDb.shared()
                .client()
                .getItem(g -> g.tableName(stage.tables.tableName("People"))
                        .key(Map.of("pk", AttributeValue.fromS("address#" + Signed.key(ANN))))
                        .consistentRead(true))
                .item();
    }

    @Test
    void somebody_may_be_asked_once_and_it_is_noted() {
        annIs(Relation.CUSTOMER);
        Answer answer = ask(Stage.SURVEY, Signed.email(Stage.SURVEY, ANN), "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(YES);
        assertThat(answer.headers())
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Cache-Control", "no-store");
        assertThat(noted().get("askedRelational").n()).isEqualTo(Long.toString(Stage.NOON.getEpochSecond()));
        assertThat(noted().get("askedBy").s()).startsWith("page-");
        assertThat(askAnn()).isEqualTo(NO);
        stage.pass(Duration.ofDays(90));
        assertThat(askAnn()).isEqualTo(YES);
    }

    @Test
    void whoever_put_it_off_is_asked_again_after_the_rest_that_is_for_it() {
        assertThat(askAnn()).isEqualTo(YES);
        assertThat(ask(Stage.SURVEY, Signed.email(Stage.SURVEY, ANN), ",\"dismissed\":true")
                        .text())
                .isEqualTo(NO);
        assertThat(noted()).containsKey("dismissedRelational");
        stage.pass(Duration.ofDays(30));
        assertThat(askAnn()).isEqualTo(YES);
        assertThat(stage.stored()).isEmpty();
    }

    @Test
    void a_survey_for_customers_asks_no_prospect() {
        annIs(Relation.PROSPECT);
        assertThat(askAnn()).isEqualTo(NO);
        assertThat(noted()).doesNotContainKey("askedRelational");
    }

    @Test
    void of_nobody_who_is_not_signed_it_is_told() {
        for (String person : List.of(
                "null",
                "{\"email\":\"" + ANN + "\"}",
                Signed.person("guessed", Stage.SURVEY, "{\"survey\":\"demo\",\"expires\":9999999999}"))) {
            Answer answer = ask(Stage.SURVEY, person, "");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errors()).singleElement().asString().startsWith("person");
        }
        assertThat(noted()).isEmpty();
    }

    @Test
    void it_is_refused_as_answers_are() {
        stage.add("own", Map.of("allowed_origins", List.of("https://shop.example")));
        String body = "{\"person\":" + Signed.email("own", ANN) + "}";
        assertThat(stage.send(Event.askings("own", body).header("Origin", "https://other.example"))
                        .status())
                .isEqualTo(403);
        assertThat(stage.send(Event.askings("own", body).header("Content-Type", "text/plain"))
                        .status())
                .isEqualTo(415);
        assertThat(stage.send(Event.askings("none", body)).status()).isEqualTo(404);
        assertThat(stage.send(Event.askings("own", "[]")).status()).isEqualTo(400);
        stage.secrets.goAway();
        assertThat(stage.send(Event.askings("own", body)).status()).isEqualTo(503);
    }

    @Test
    void a_closed_survey_asks_nobody() {
        stage.add("closed", Map.of("limits", Map.of("closes_at", Stage.NOON.getEpochSecond())));
        assertThat(ask("closed", Signed.email("closed", ANN), "").text()).isEqualTo(NO);
    }

    @Test
    void of_several_tabs_at_once_one_asks() throws Exception {
        int tabs = 4;
        ExecutorService threads = Executors.newFixedThreadPool(tabs);
        try {
            for (int round = 0; round < 20; round++) {
                String person = Signed.email(Stage.SURVEY, "ann" + round + "@shop.example");
                CyclicBarrier together = new CyclicBarrier(tabs);
                Callable<String> tab = () -> {
                    together.await();
                    return ask(Stage.SURVEY, person, "").text();
                };
                List<String> told = new ArrayList<>();
                for (Future<String> answer : threads.invokeAll(Collections.nCopies(tabs, tab))) {
                    told.add(answer.get());
                }
                assertThat(told).containsOnlyOnce(YES);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_answer_of_somebody_signed_is_theirs_and_counts_as_an_asking() {
        annIs(Relation.CUSTOMER);
        String body = Stage.submission("\"person\":" + Signed.email(Stage.SURVEY, ANN));
        assertThat(stage.post(body).status()).isEqualTo(201);
        Map<String, AttributeValue> response = stage.onlyStored();
        String noon = Long.toString(Stage.NOON.getEpochSecond());
        assertThat(response.get("person").s()).isEqualTo("7");
        assertThat(noted())
                .containsEntry("askedRelational", AttributeValue.fromN(noon))
                .containsEntry("respondedAt", AttributeValue.fromN(noon))
                .containsEntry(
                        "askedBy",
                        AttributeValue.fromS("response-" + response.get("id").s()))
                .containsEntry("responded", AttributeValue.fromM(Map.of(Stage.SURVEY, AttributeValue.fromN(noon))));
        assertThat(askAnn()).isEqualTo(NO);
    }

    /** Whoever did not hear that the first edition arrived sends it again, or a later one. */
    @Test
    void each_edition_and_resend_notes_the_answer_once_more() {
        String person = ",\"person\":" + Signed.email(Stage.SURVEY, ANN);
        stage.post(Stage.submission("\"seq\":1" + person));
        for (String seq : List.of("\"seq\":1", "\"seq\":2")) {
            stage.pass(Duration.ofMinutes(1));
            assertThat(stage.post(Stage.submission(seq + person)).status()).isEqualTo(200);
        }
        assertThat(noted().get("respondedAt").n()).isEqualTo(Long.toString(Stage.NOON.getEpochSecond() + 120));
        stage.erase(stage.onlyStored().get("id").s());
        stage.pass(Duration.ofMinutes(1));
        assertThat(stage.post(Stage.submission("\"seq\":3" + person)).status()).isEqualTo(410);
        assertThat(noted().get("respondedAt").n()).isEqualTo(Long.toString(Stage.NOON.getEpochSecond() + 120));
    }

    @Test
    void the_answer_of_somebody_unsigned_is_noted_for_nobody() {
        annIs(Relation.CUSTOMER);
        assertThat(stage.post(Stage.submission("\"person\":{\"email\":\"" + ANN + "\"}"))
                        .status())
                .isEqualTo(201);
        assertThat(stage.onlyStored()).doesNotContainKey("person");
        assertThat(noted()).doesNotContainKeys("askedRelational", "respondedAt", "responded");
    }
}
