package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import likely.surveys.Response;
import org.junit.jupiter.api.Test;

/** Answers that a place gave too many of: listed, taken out of the count, and put back. */
class SourcesTest {
    private final Api api = new Api();

    SourcesTest() {
        api.get("/v1/session");
        api.owner("POST", "/v1/surveys")
                .json("{\"id\":\"shop\",\"name\":\"Shop\",\"brand\":\"Acme\"}")
                .send();
    }

    /** Twenty promoters of whom nobody suspects anything. */
    private void honest() {
        long noon = api.clock.instant().getEpochSecond();
        for (int i = 0; i < 20; i++) {
            api.record(Answers.at("demo", 10, noon, ZoneOffset.UTC, Map.of()));
        }
    }

    private Map<String, Object> post(String target) {
        Api.Answer answer = api.owner("POST", "/v1/" + target).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        api.count();
        return answer.object();
    }

    private List<Object> nps() {
        Map<String, Object> all = api.get("/v1/metrics?since=0").object();
        // A part of a day, which is read from the index of answers by time.
        long noon = api.clock.instant().getEpochSecond();
        Map<String, Object> second =
                api.get("/v1/metrics?since=" + noon + "&until=" + noon).object();
        return List.of(all.get("response_count"), all.get("nps"), second.get("detractor_count"));
    }

    private List<Object> ids(String query) {
        return api.get("/v1/survey_responses?per_page=100" + query).list().stream()
                .map(row -> row.get("id"))
                .toList();
    }

    @Test
    void places_are_listed_with_what_came_from_them_and_never_an_address() {
        long noon = api.clock.instant().getEpochSecond();
        String first = api.crowd("demo", 3, 0).get(0).source();
        Response of = api.crowd("demo", 2, 0).get(0);
        api.crowd("shop", 1, 0);
        post("survey_responses/" + of.id() + "/exclude");

        assertThat(api.get("/v1/sources").list())
                .containsExactly(source(of.source(), 2, 1, noon, noon + 1), source(first, 3, 0, noon, noon + 2));
        assertThat(api.get("/v1/sources?survey=shop").list()).hasSize(1);
    }

    private static Map<String, Object> source(String id, int marked, int excluded, long first, long last) {
        return Map.of("id", id, "marked", marked, "excluded", excluded, "first_at", (int) first, "last_at", (int) last);
    }

    @Test
    void places_are_listed_page_after_page() {
        for (int i = 0; i < 3; i++) {
            api.crowd("demo", 1, 0);
        }

        Api.Answer page = api.get("/v1/sources?per_page=2");

        assertThat(page.list()).hasSize(2);
        assertThat(api.get(page.next()).list()).hasSize(1).doesNotContainAnyElementsOf(page.list());
    }

    @Test
    void the_score_moves_when_a_place_is_taken_out_and_back_when_it_is_put_back() {
        honest();
        String place = api.crowd("demo", 20, 0).get(0).source();
        api.count();
        assertThat(nps()).containsExactly(40, 0, 1);

        assertThat(post("sources/" + place + "/exclude")).isEqualTo(Map.of("id", place, "changed", 20, "more", false));
        assertThat(nps()).containsExactly(20, 100, 0);

        assertThat(post("sources/" + place + "/include")).isEqualTo(Map.of("id", place, "changed", 20, "more", false));
        assertThat(nps()).containsExactly(40, 0, 1);
    }

    @Test
    void a_second_time_changes_nothing() {
        honest();
        Response marked = api.crowd("demo", 3, 0).get(0);
        post("sources/" + marked.source() + "/exclude");

        assertThat(post("sources/" + marked.source() + "/exclude")).containsEntry("changed", 0);
        assertThat(post("survey_responses/" + marked.id() + "/exclude")).containsEntry("excluded", true);

        assertThat(nps()).containsExactly(20, 100, 0);
    }

    @Test
    void one_answer_is_taken_out_whoever_gave_it_and_stays_where_it_can_be_seen() {
        honest();
        Response marked = api.crowd("demo", 1, 0).get(0);
        Object other = ids("").get(0);
        api.clock.set(api.clock.instant().plusSeconds(60));

        assertThat(post("survey_responses/" + other + "/exclude"))
                .containsEntry("id", other)
                .containsEntry("excluded", true)
                .containsEntry("suspect", false);

        assertThat(api.get("/v1/survey_responses/" + other).object()).containsEntry("excluded", true);
        assertThat(ids("")).hasSize(21).contains(other);
        assertThat(ids("&excluded=true")).containsExactly(other);
        assertThat(ids("&excluded=false")).hasSize(20).doesNotContain(other);
        assertThat(ids("&suspect=true")).containsExactly(marked.id());
        assertThat(ids("&suspect=false&excluded=false")).hasSize(19);
        assertThat(ids("&order=desc:updated_at").get(0)).isEqualTo(other);
        assertThat(api.get("/v1/survey_responses.csv?excluded=true").body()).contains(other + ",", ",false,true\r\n");
        assertThat(post("survey_responses/" + other + "/include")).containsEntry("excluded", false);
        assertThat(ids("&excluded=true")).isEmpty();
    }

    @Test
    void what_is_changed_while_it_does_not_count_does_not_count_and_what_is_erased_is_gone() {
        honest();
        Response marked = api.crowd("demo", 1, 0).get(0);
        post("survey_responses/" + marked.id() + "/exclude");

        api.owner("PUT", "/v1/survey_responses/" + marked.id())
                .json("{\"score\":3}")
                .send();
        api.count();
        assertThat(nps()).containsExactly(20, 100, 0);
        assertThat(api.get("/v1/survey_responses/" + marked.id()).object()).containsEntry("excluded", true);

        api.owner("DELETE", "/v1/survey_responses/" + marked.id()).send();
        assertThat(ids("&excluded=true")).isEmpty();
        assertThat(api.owner("POST", "/v1/survey_responses/" + marked.id() + "/include")
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_viewer_may_not_and_another_surveys_key_sees_nothing_of_it() {
        Response marked = api.crowd("demo", 1, 0).get(0);
        List<String> writes = List.of(
                "/v1/sources/" + marked.source() + "/exclude", "/v1/survey_responses/" + marked.id() + "/exclude");
        String viewer = key("demo", "viewer");
        String shop = key("shop", "survey");

        for (String write : writes) {
            assertThat(api.call("POST", write).key(viewer).send().status()).isEqualTo(403);
            assertThat(api.call("POST", write).key(shop).send().status()).isEqualTo(404);
        }
        assertThat(api.call("GET", "/v1/sources").key(viewer).send().status()).isEqualTo(403);
        assertThat(api.call("GET", "/v1/sources").key(shop).send().list()).isEmpty();
        assertThat(ids("&excluded=true")).isEmpty();
        assertThat(api.call("POST", writes.get(0))
                        .key(key("demo", "survey"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    private String key(String survey, String role) {
        return (String) api.owner("POST", "/v1/surveys/" + survey + "/keys")
                .json("{\"role\":\"" + role + "\"}")
                .send()
                .object()
                .get("key");
    }

    @Test
    void what_is_no_place_is_not_found() {
        for (String place : List.of("nowhere", "2026-11-22-00000000000000ff", "..")) {
            assertThat(api.owner("POST", "/v1/sources/" + place + "/exclude")
                            .send()
                            .status())
                    .isEqualTo(404);
        }
        assertThat(api.get("/v1/survey_responses?excluded=perhaps").status()).isEqualTo(422);
    }
}
