package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import likely.aws.dynamodb.DynamoPlans;
import likely.surveys.campaigns.SampleCampaign;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.SampleInvitation;
import likely.surveys.json.Json;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CampaignsTest {
    private final Api api = new Api();
    private String survey;
    private String viewer;

    @BeforeEach
    void keys() {
        api.get("/v1/session");
        survey = key("survey");
        viewer = key("viewer");
    }

    private String key(String role) {
        return (String) api.owner("POST", "/v1/surveys/demo/keys")
                .json("{\"role\":\"" + role + "\"}")
                .send()
                .object()
                .get("key");
    }

    @Test
    void a_campaign_is_made_read_listed_changed_and_switched_off() {
        Map<String, Object> made = make(SampleCampaign.quarterly());

        assertThat(made)
                .containsEntry("survey", "demo")
                .containsEntry("enabled", true)
                .containsEntry("version", 1);
        String path = "/v1/campaigns/" + made.get("id");
        assertThat(api.get(path).object()).isEqualTo(made);
        assertThat(api.get("/v1/campaigns").list()).containsExactly(made);

        Api.Answer changed = api.owner("PUT", path)
                .json("{\"name\":\"Each quarter\",\"version\":1}")
                .send();
        assertThat(changed.object()).containsEntry("name", "Each quarter").containsEntry("version", 2);
        assertThat(api.owner("PUT", path)
                        .json("{\"name\":\"X\",\"version\":1}")
                        .send()
                        .status())
                .isEqualTo(409);
        assertThat(api.owner("DELETE", path).send().object())
                .containsEntry("enabled", false)
                .containsEntry("version", 3);
        assertThat(api.get(path).status()).isEqualTo(200);
    }

    @Test
    void what_is_wrong_is_named_with_its_field() {
        Api.Answer refused = api.owner("POST", "/v1/campaigns")
                .json("{\"trigger\":{\"type\":\"schedule\",\"rule\":\"FREQ=SOMETIMES\",\"start\":\"2026-01-01\"}}")
                .send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("\"name\"", "\"trigger.rule\"", "is not a recurrence of RFC 5545");
    }

    @Test
    void what_follows_an_answer_is_off_at_first_and_a_link_for_promoters_alone_warns() {
        Map<String, Object> made = make(Json.object("""
                {"name":"Review","texts":{"en":{"mail.intro":"Tell others: https://reviews.example/acme"}},
                 "trigger":{"type":"answer","band":"promoter"}}
                """));

        assertThat(made).containsEntry("enabled", false);
        assertThat(String.valueOf(made.get("warnings"))).contains("asking only promoters breaks review sites' rules");
    }

    @Test
    void each_role_has_its_calls() {
        String id = (String) make(SampleCampaign.quarterly()).get("id");

        assertStatus("GET", "/v1/campaigns", 200, 200);
        assertStatus("GET", "/v1/campaigns/" + id, 200, 200);
        assertStatus("GET", "/v1/campaigns/" + id + "/rehearsal", 200, 200);
        assertStatus("GET", "/v1/people/1/why", 200, 200);
        assertStatus("PUT", "/v1/campaigns/" + id, 200, 403);
        assertStatus("DELETE", "/v1/campaigns/" + id, 200, 403);
        assertStatus("POST", "/v1/campaigns", 422, 403);
        assertStatus("POST", "/v1/events", 422, 403);
        assertStatus("GET", "/v1/campaigns?survey=shop", 403, 403);
        assertThat(api.get("/v1/campaigns/5").status()).isEqualTo(404);
        assertThat(api.get("/v1/people/99/why").status()).isEqualTo(404);
    }

    private void assertStatus(String method, String path, int own, int view) {
        assertThat(api.call(method, path).key(survey).json("{}").send().status())
                .as("%s %s", method, path)
                .isEqualTo(own);
        assertThat(api.call(method, path).key(viewer).json("{}").send().status())
                .as("%s %s as viewer", method, path)
                .isEqualTo(view);
    }

    @Test
    void a_rehearsal_tells_whom_it_will_ask_when_what_holds_back_and_what_it_costs() {
        for (int i = 2; i <= 9; i++) {
            api.person(Integer.toString(i));
        }
        plan(SampleInvitation.waiting("70", "9")); // an order's survey, due long ago, which will be the first to go
        api.clock.set(Instant.ofEpochSecond(SampleInvitation.NOW - 3_600));
        String id = (String) make(Json.object("""
                        {"name":"Weekly","reminders":{"count":3},
                         "trigger":{"type":"schedule","rule":"FREQ=WEEKLY","start":"2023-11-15","at":"09:00"}}
                        """)).get("id");

        List<Map<String, Object>> pages =
                pages("/v1/campaigns/" + id + "/rehearsal?days=10&per_page=2&usd_per_thousand=1");

        assertThat(pages)
                .hasSizeGreaterThan(4)
                .allSatisfy(page -> assertThat((Integer) page.get("people")).isLessThanOrEqualTo(2));
        assertThat(sum(pages, "people")).isEqualTo(9);
        // On the 15th eight are asked; the ninth was asked about an order on the 14th. On the 22nd all are in
        // quarantine.
        List<Map<?, ?>> askings = askings(pages);
        assertThat(askings).hasSize(18);
        assertThat(askings.stream().filter(asking -> asking.get("held_back_by").equals(List.of())))
                .hasSize(9);
        assertThat(askings.stream()
                        .filter(asking -> asking.get("person").equals("9"))
                        .toList())
                .extracting(asking -> String.valueOf(asking.get("held_back_by")))
                .containsExactly("[floor]", "[]");
        // Eight surveys with two reminders each, of three that the ceiling would allow, and the ninth's survey.
        assertThat(sum(pages, "mails")).isEqualTo(8 * 3 + 1);
        assertThat(pages.stream()
                        .mapToDouble(page -> ((Number) page.get("usd")).doubleValue())
                        .sum())
                .isCloseTo(0.025, Offset.offset(1e-9));
        assertThat(String.valueOf(pages)).contains("ceiling").doesNotContain("@example.com");
    }

    private List<Map<String, Object>> pages(String first) {
        List<Map<String, Object>> pages = new ArrayList<>();
        String next = first;
        while (next != null) {
            Api.Answer answer = api.get(next);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            pages.add(answer.object());
            next = answer.next();
        }
        return pages;
    }

    private static int sum(List<Map<String, Object>> pages, String field) {
        return pages.stream().mapToInt(page -> (Integer) page.get(field)).sum();
    }

    private static List<Map<?, ?>> askings(List<Map<String, Object>> pages) {
        List<Map<?, ?>> askings = new ArrayList<>();
        pages.forEach(page -> ((List<?>) page.get("askings")).forEach(asking -> askings.add((Map<?, ?>) asking)));
        return askings;
    }

    @Test
    void only_a_schedule_can_be_rehearsed() {
        String id = (String) make(SampleCampaign.afterOrder()).get("id");

        Api.Answer answer = api.get("/v1/campaigns/" + id + "/rehearsal");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("has no schedule");
        assertThat(api.get("/v1/campaigns/" + make(SampleCampaign.quarterly()).get("id") + "/rehearsal?days=0")
                        .body())
                .contains("is not a number from 1 to 400");
    }

    @Test
    void why_tells_each_campaigns_rules_and_what_became_of_each_mail() {
        make(SampleCampaign.quarterly());
        make(SampleCampaign.withTrigger(
                SampleCampaign.quarterly(), "audience", Map.of("properties", Map.of("plan", List.of("pro")))));
        plan(SampleInvitation.waiting("70", "1"));

        Map<String, Object> why = api.get("/v1/people/1/why").object();

        List<?> campaigns = (List<?>) why.get("campaigns");
        assertThat(campaigns).hasSize(2);
        assertThat(String.valueOf(campaigns))
                .contains("not_in_audience_because=properties", "not_in_audience_because=null")
                .contains("rule=quarantine, passes=true");
        assertThat(String.valueOf(why.get("mails"))).contains("id=70", "state=scheduled", "kind=survey");
        assertThat(String.valueOf(why)).doesNotContain("@example.com");
    }

    @Test
    void an_event_is_put_on_the_bus_once_it_is_right() {
        Map<String, Object> made = make(SampleCampaign.afterOrder());

        Api.Answer taken = api.call("POST", "/v1/events")
                .key(survey)
                .json("{\"type\":\"OrderCompleted\",\"detail\":{\"order\":1042,\"email\":\"ada@shop.example\"}}")
                .send();

        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.object()).containsEntry("campaigns", List.of(made.get("id")));
        assertThat(api.events)
                .containsExactly(List.of(
                        "likely.api",
                        "OrderCompleted",
                        "{\"order\":1042,\"email\":\"ada@shop.example\",\"survey\":\"demo\"}"));

        Api.Answer refused = api.owner("POST", "/v1/events")
                .json("{\"type\":\"OrderCompleted\",\"detail\":{\"email\":\"ada\"}}")
                .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("detail.order");
        assertThat(api.call("POST", "/v1/events")
                        .key(survey)
                        .json("{\"type\":\"X\",\"detail\":{\"survey\":\"other\"}}")
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(api.events).hasSize(1);
    }

    private Map<String, Object> make(Map<String, Object> document) {
        Api.Answer answer =
                api.owner("POST", "/v1/campaigns").json(Json.write(document)).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.object();
    }

    private void plan(Invitation invitation) {
        new DynamoPlans(api.dynamoDb, api.tables.tableName("Invitations")).add(List.of(invitation));
    }
}
