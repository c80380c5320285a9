package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A viewer reads what was said, and never by whom. */
class ViewerTest {
    private static final String SECRET = "zebra";

    private final Api api = new Api();
    private final List<String> ids = new ArrayList<>();
    private final String viewer;

    ViewerTest() {
        api.get("/v1/session");
        viewer = (String) api.owner("POST", "/v1/surveys/demo/keys")
                .json("{\"role\":\"viewer\"}")
                .send()
                .object()
                .get("key");
        Map<String, String> someone =
                Map.of("id", SECRET + "-id", "email", SECRET + "@example.com", "name", SECRET + " Smith");
        List.of(Answers.ofPerson("demo", someone, Map.of()), Answers.ofPerson("demo", Map.of(), someone))
                .forEach(response -> {
                    api.record(response);
                    ids.add(response.id());
                });
        Object person = api.owner("POST", "/v1/people")
                .json("{\"email\":\"" + SECRET + ".two@example.com\",\"name\":\"" + SECRET + " Two\"}")
                .send()
                .object()
                .get("id");
        ids.add((String) api.owner("POST", "/v1/survey_responses")
                .json("{\"person\":\"" + person + "\",\"score\":9}")
                .send()
                .object()
                .get("id"));
        api.count();
    }

    @Provide
    Arbitrary<String> targets() {
        Arbitrary<String> paths = Arbitraries.of(
                "survey_responses",
                "survey_responses.csv",
                "survey_responses/0",
                "survey_responses/1",
                "survey_responses/2",
                "metrics",
                "scores",
                "surveys",
                "surveys/demo",
                "surveys/demo/keys",
                "surveys/demo/identity_key",
                "people",
                "people?email=zebra@example.com",
                "people/77",
                "people/email:zebra@example.com",
                "people/77/erasure",
                "unsubscribes",
                "bounces",
                "session");
        Arbitrary<String> queries = Arbitraries.of(
                        "expand=person",
                        "expand[]=person",
                        "expand%5B%5D=person",
                        "expand[]=identity",
                        "expand[]=claim",
                        "segment=region",
                        "interval=day",
                        "order=desc:updated_at",
                        "updated_since=1",
                        "band=promoter",
                        "property[region]=EU")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("&", parts));
        return net.jqwik.api.Combinators.combine(paths, queries).as((path, query) -> path + "?" + query);
    }

    @Property(tries = 120)
    void no_call_tells_a_viewer_who_answered(@ForAll("targets") String target, @ForAll("methods") String method) {
        String path = "/v1/"
                + target.replace("responses/0", "responses/" + ids.get(0))
                        .replace("responses/1", "responses/" + ids.get(1))
                        .replace("responses/2", "responses/" + ids.get(2));

        Api.Answer answer =
                api.call(method, path).key(viewer).json("{\"score\":9}").send();

        assertThat(answer.body() + answer.headers()).doesNotContain(SECRET);
        if (!method.equals("GET")) {
            assertThat(answer.status()).isIn(403, 404, 405);
        }
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.frequency(
                net.jqwik.api.Tuple.of(5, "GET"),
                net.jqwik.api.Tuple.of(1, "POST"),
                net.jqwik.api.Tuple.of(1, "PUT"),
                net.jqwik.api.Tuple.of(1, "DELETE"));
    }

    @org.junit.jupiter.api.Test
    void others_see_who_has_proven_it() {
        assertThat(api.get("/v1/survey_responses?expand[]=person").body())
                .contains(SECRET + "@example.com", SECRET + " Smith");
        assertThat(api.get("/v1/survey_responses.csv").body()).contains(SECRET + "@example.com");
        assertThat(api.get("/v1/survey_responses?person_email=" + SECRET.toUpperCase(java.util.Locale.ROOT)
                                + "@example.com")
                        .list())
                .hasSize(1);
    }

    @org.junit.jupiter.api.Test
    void a_viewer_cannot_guess_addresses_either() {
        Api.Answer answer = api.call("GET", "/v1/survey_responses?person_email=" + SECRET + "@example.com")
                .key(viewer)
                .send();

        assertThat(answer.status()).isEqualTo(403);
    }
}
