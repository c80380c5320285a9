package likely.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import likely.embedded.Template;
import likely.local.Json;
import likely.local.bus.Bus;
import likely.local.http.Reply;
import likely.local.http.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoShopTest {

    /** Computed by Python's hmac over the payload. */
    private static final String SIGNATURE = "1148aa17dc41165700907bbc21960d93b9c7415b30d25c5c4a7f4c20d8b89279";

    private final Bus bus = new Bus(
            Template.load(Path.of("src/test/resources/template.yaml")), (arn, event) -> {}, InstantSource.system());
    private final DemoShop shop =
            new DemoShop(bus, new Signer(survey -> "key of " + survey, () -> Instant.ofEpochSecond(1_000)));

    @Test
    void an_order_is_told_to_the_bus_with_who_bought_what() {
        Reply reply = post("/demo/orders", "email=ann%40example.com&name=Ann&locale=de&colour=slate&region=US");

        assertThat(reply.status()).isEqualTo(201);
        Map<String, Object> event = Json.object(bus.last().get(0));
        assertThat(event).containsEntry("source", "demo.shop").containsEntry("detail-type", "OrderCompleted");
        assertThat((Map<?, ?>) event.get("detail"))
                .isEqualTo(Map.of(
                        "order", Json.object(reply.body().text()).get("order"),
                        "product", "gooseneck-kettle",
                        "colour", "slate",
                        "region", "US",
                        "person", Map.of("email", "ann@example.com", "name", "Ann", "locale", "de")));
    }

    @Test
    void a_person_comes_to_a_page_of_the_order_and_may_send_it_back() {
        Reply bought = post("/demo/orders", "email=ann%40example.com&order=A-1", "Accept", "text/html");
        assertThat(bought.status()).isEqualTo(303);
        assertThat(bought.headers().get("Location")).containsExactly("orders/A-1");
        assertThat(get("/demo/orders/A-1").body().text()).contains("A-1", "OrderCompleted", "Return the order");

        post("/demo/orders/A-1/return", "", "Accept", "text/html");

        assertThat(Json.object(bus.last().get(1)))
                .containsEntry("detail-type", "OrderReturned")
                .containsEntry("detail", Map.of("order", "A-1"));
        assertThat(get("/demo/orders/A-1").body().text()).contains("Sent back").doesNotContain("Return the order");
    }

    @Test
    void an_order_without_an_address_comes_back_with_what_was_filled_in() {
        Reply reply = post("/demo/orders", "email=%3Cann&name=Ann&colour=brick", "Accept", "text/html");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().text()).contains("email: an address", "value=\"&lt;ann\"", "value=\"Ann\"", "Brick");
        assertThat(post("/demo/orders", "name=Ann").body().text()).contains("email");
        assertThat(bus.last()).isEmpty();
    }

    @Test
    void another_sites_page_orders_nothing() {
        assertThat(post("/demo/orders", "email=ann%40example.com", "Origin", "https://x.example")
                        .status())
                .isEqualTo(403);
        assertThat(bus.last()).isEmpty();
    }

    @Test
    void what_is_no_order_is_not_found() {
        for (String path : List.of("/demo/orders", "/demo/orders/", "/demo/orders/%3Cb%3E")) {
            assertThat(get(path).status()).isEqualTo(404);
        }
        assertThat(post("/demo/orders/A-1", "").status()).isEqualTo(404);
        assertThat(post("/demo/orders", "email=ann%40example.com&product=boat").status())
                .isEqualTo(400);
        assertThat(get("/demo/products/boat").status()).isEqualTo(404);
        assertThat(shop.answer(Requests.get("/demo/shop.css"))).isEmpty();
    }

    @Test
    void the_checkout_shows_what_was_chosen() {
        assertThat(get("/demo/checkout?product=grinder&colour=slate&region=APAC")
                        .body()
                        .text())
                .contains("Hand Grinder, Slate", "Delivery, Asia and Pacific", "value=\"slate\"", "grinder-slate.svg")
                .doesNotContain("data-survey=");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, http://127.0.0.1:8080",
        "127.0.0.1:8080, http://localhost:8080",
        "localhost, http://127.0.0.1",
    })
    void the_widget_comes_from_this_machines_other_name_which_the_policy_allows(String host, String api) {
        Reply page = get("/demo", "Host", host);

        assertThat(page.body().text()).contains("src=\"" + api + "/widget.js\" data-survey=\"demo\"");
        assertThat(page.headers().get("Content-Security-Policy").get(0))
                .contains("script-src 'self' " + api + ";", "connect-src 'self' " + api + ";", "style-src 'self';")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.example", "localhost:8080'; script-src *", "localhost.shop.example"})
    void under_any_other_name_everything_is_of_one_origin(String host) {
        Reply page = get("/demo", "Host", host);

        assertThat(page.body().text()).contains("src=\"/widget.js\"");
        assertThat(page.headers().get("Content-Security-Policy").get(0)).contains("script-src 'self';");
    }

    @Test
    void each_way_of_asking_has_a_page_with_its_survey() {
        Map<String, String> surveys = Map.of(
                "/demo", "demo",
                "/demo/products/grinder", "demo-scroll",
                "/demo/products/dripper", "demo-seen",
                "/demo/products/cups", "demo-exit",
                "/demo/orders/A-1", "demo-order");

        surveys.forEach(
                (page, survey) -> assertThat(get(page).body().text()).contains("data-survey=\"" + survey + "\""));
        assertThat(get("/demo/orders/A-1").body().text()).contains("data-event=\"order_confirmed\"");
        assertThat(get("/demo/products/dripper").body().text()).contains("id=\"reviews\"");
    }

    @Test
    void who_signs_in_is_known_to_each_page_by_a_signature_for_its_survey() {
        Reply signedIn = post("/demo/account", "email=ann%40example.com&name=Ann", "Accept", "text/html");
        String cookie = signedIn.headers().get("Set-Cookie").get(0);
        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/demo");

        String page = get("/demo", "Cookie", "other=1; " + cookie.split(";", 2)[0])
                .body()
                .text();

        String payload = page.replaceAll("(?s).*data-payload=\"([^\"]*)\".*", "$1");
        assertThat(new String(Base64.getUrlDecoder().decode(payload), UTF_8))
                .isEqualTo("{\"survey\":\"demo\",\"expires\":4600,\"email\":\"ann@example.com\",\"name\":\"Ann\"}");
        assertThat(page.replaceAll("(?s).*data-signature=\"([^\"]*)\".*", "$1")).isEqualTo(SIGNATURE);
        assertThat(get("/demo").body().text()).doesNotContain("data-payload");
    }

    @Test
    void who_signs_out_is_nobody_again() {
        String cookie = post("/demo/account", "email=ann%40example.com")
                .headers()
                .get("Set-Cookie")
                .get(0)
                .split(";", 2)[0];
        assertThat(get("/demo/account", "Cookie", cookie).body().text()).contains("Hello, ann@example.com");

        Reply left = post("/demo/account/leave", "", "Cookie", cookie);

        assertThat(left.headers().get("Set-Cookie").get(0)).contains("Max-Age=0");
        assertThat(get("/demo/account", "Cookie", cookie).body().text()).contains("Sign in");
        assertThat(post("/demo/account", "email=nobody", "Accept", "text/html").status())
                .isEqualTo(400);
        assertThat(post("/demo/account", "email=a%40b.example", "Origin", "https://x.example")
                        .status())
                .isEqualTo(403);
    }

    private Reply get(String path, String... headers) {
        return shop.answer(Requests.get(path, headers)).orElseThrow();
    }

    private Reply post(String path, String form, String... headers) {
        return shop.answer(Requests.post(path, form, headers)).orElseThrow();
    }
}
