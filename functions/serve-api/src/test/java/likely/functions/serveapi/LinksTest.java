package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import likely.aws.dynamodb.DynamoMadeLinks;
import likely.surveys.Touchpoint;
import likely.surveys.answering.MadeLink;
import likely.surveys.links.Link;
import likely.surveys.links.Link.Purpose;
import likely.surveys.links.Links;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A link that no mail carries is made by a call, and opens the survey's page as a mail's does. */
class LinksTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    private final Api api = new Api(Optional.of("https://nps.acme.example/live"));
    private final long now = api.clock.instant().getEpochSecond();

    LinksTest() {
        api.get("/v1/session"); // makes the default survey
    }

    private Api.Answer make(String json) {
        return api.owner("POST", "/v1/links").json(json).send();
    }

    private static String token(Map<String, Object> link) {
        return ((String) link.get("url")).replaceFirst(".*/", "");
    }

    private MadeLink stored(Map<String, Object> link) {
        return new DynamoMadeLinks(api.dynamoDb, api.tables.tableName("Invitations"))
                .find((String) link.get("id"))
                .orElseThrow();
    }

    @Test
    void a_link_is_for_one_answer_in_180_days_unless_it_says_otherwise() {
        Api.Answer answer = make("{}");

        long end = now + Duration.ofDays(180).toSeconds();
        Map<String, Object> link = answer.object();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(link.keySet()).containsExactly("id", "survey", "url", "answers", "expires_at", "qr_svg");
        assertThat(link)
                .containsEntry("survey", "demo")
                .containsEntry("answers", 1)
                .containsEntry("expires_at", (int) end);
        assertThat((String) link.get("url")).startsWith("https://nps.acme.example/live/answer/");
        assertThat(new Links(() -> List.of(Api.LINK_SECRET)).read(Purpose.ANSWER, token(link), end - 1))
                .contains(new Link(Purpose.ANSWER, (String) link.get("id"), end));
        assertThat(stored(link).asked().touchpoint()).isEqualTo(Touchpoint.CALL);
    }

    @Test
    void what_is_said_of_it_is_kept_for_its_answers() {
        Map<String, Object> ofOne = make("{\"person\":1,\"touchpoint\":\"checkout\",\"properties\":{\"till\":3}}")
                .object();
        Map<String, Object> ofMany = api.owner("POST", "/v1/links")
                .form("answers=100000&expires_at=" + (now + 60) + "&properties[shop]=Bonn")
                .send()
                .object();

        assertThat(stored(ofOne).asked())
                .extracting("person", "address", "touchpoint", "properties", "answers")
                .containsExactly("1", null, Touchpoint.CHECKOUT, Map.of("till", "3"), 1);
        assertThat(stored(ofMany))
                .extracting("asked.properties", "asked.answers", "closesAt", "createdAt", "used")
                .containsExactly(Map.of("shop", "Bonn"), 100_000, now + 60, now, 0L);
    }

    @Test
    void one_says_how_many_of_its_answers_are_taken() {
        String id = (String) make("{\"answers\":5}").object().get("id");

        Map<String, Object> link = api.get("/v1/links/" + id).object();

        assertThat(link.keySet()).containsExactly("id", "answers", "used", "expires_at", "created_at");
        assertThat(link)
                .containsEntry("id", id)
                .containsEntry("answers", 5)
                .containsEntry("used", 0)
                .containsEntry("created_at", (int) now);
        for (String other : List.of("1", "x", "lease%23send-due", "")) {
            assertThat(api.get("/v1/links/" + other).status()).as(other).isEqualTo(404);
        }
    }

    @Test
    void what_is_wrong_is_refused_by_name() {
        Map<String, String> wrong = Map.of(
                "{\"answers\":0}",
                "answers",
                "{\"answers\":100001}",
                "answers",
                "{\"answers\":2,\"person\":\"1\"}",
                "answers",
                "{\"expires_at\":" + now + "}",
                "expires_at",
                "{\"expires_at\":" + (now + 733 * 86_400L) + "}",
                "expires_at",
                "{\"touchpoint\":\"email\"}",
                "touchpoint",
                "{\"person\":\"77\"}",
                "person",
                "{\"person\":\"p1@example.com\"}",
                "person",
                "{\"properties\":{\"a\":[]}}",
                "properties.a");
        wrong.forEach((json, field) -> {
            Api.Answer answer = make(json);
            assertThat(answer.status()).as(json).isEqualTo(422);
            assertThat(((Map<?, ?>) answer.object().get("errors")).keySet().toString())
                    .as(json)
                    .isEqualTo("[" + field + "]");
        });
    }

    @Test
    void a_surveys_key_makes_and_sees_its_own_and_a_viewers_none() {
        String shop = (String) api.owner("POST", "/v1/surveys")
                .json("{\"id\":\"shop\",\"name\":\"Shop\",\"brand\":\"Acme\"}")
                .send()
                .object()
                .get("key");
        String viewer = (String) api.owner("POST", "/v1/surveys/demo/keys")
                .json("{\"role\":\"viewer\"}")
                .send()
                .object()
                .get("key");
        String demos = "/v1/links/" + make("{}").object().get("id");

        Api.Answer own = api.call("POST", "/v1/links").key(shop).json("{}").send();
        assertThat(own.object()).containsEntry("survey", "shop");
        assertThat(api.call("GET", demos).key(shop).send().status()).isEqualTo(403);
        assertThat(api.call("GET", demos).key(viewer).send().status()).isEqualTo(403);
        assertThat(api.call("POST", "/v1/links").key(viewer).json("{}").send().status())
                .isEqualTo(403);
    }

    @Test
    void an_erased_persons_link_leads_nowhere_and_keeps_nothing_of_them() {
        Map<String, Object> link =
                make("{\"person\":1,\"properties\":{\"order\":\"A-1\"}}").object();

        assertThat(api.owner("DELETE", "/v1/people/1").send().status()).isEqualTo(202);

        assertThat(api.get("/v1/links/" + link.get("id")).status()).isEqualTo(404);
        assertThat(api.dynamoDb
                        .getItem(g -> g.tableName(api.tables.tableName("Invitations"))
                                .key(Map.of("id", AttributeValue.fromS((String) link.get("id")))))
                        .item())
                .doesNotContainKeys("person", "properties", "evidence");
    }

    /** Module by module the code that the library makes of the address, with light around it. */
    @Test
    void the_image_is_the_addresss_code() throws Exception {
        Map<String, Object> link = make("{}").object();
        Element svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(((String) link.get("qr_svg")).getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();

        QrCode code = QrCode.encodeText((String) link.get("url"), QrCode.Ecc.MEDIUM);
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 " + (code.size + 8) + " " + (code.size + 8));
        Set<List<Integer>> drawn = new HashSet<>();
        String path = ((Element) svg.getLastChild()).getAttribute("d");
        assertThat(RUN.matcher(path).replaceAll("")).isEmpty();
        RUN.matcher(path).results().forEach(run -> {
            assertThat(run.group(4)).isEqualTo(run.group(3));
            for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                drawn.add(List.of(Integer.parseInt(run.group(1)) + i - 4, Integer.parseInt(run.group(2)) - 4));
            }
        });
        Set<List<Integer>> dark = new HashSet<>();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.add(List.of(x, y));
                }
            }
        }
        assertThat(drawn).isEqualTo(dark).isNotEmpty();
    }
}
