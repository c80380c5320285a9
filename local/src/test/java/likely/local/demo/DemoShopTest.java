package likely.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import likely.embedded.Template;
import likely.local.Json;
import likely.local.bus.Bus;
import likely.local.http.Reply;
import likely.local.http.Requests;
import org.junit.jupiter.api.Test;

class DemoShopTest {

    private final Bus bus = new Bus(
            Template.load(Path.of("src/test/resources/template.yaml")), (arn, event) -> {}, InstantSource.system());
    private final DemoShop shop = new DemoShop(bus);

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
        assertThat(shop.answer(Requests.get("/demo/demo.css"))).isEmpty();
    }

    @Test
    void the_checkout_shows_what_was_chosen() {
        assertThat(get("/demo/checkout?colour=slate&region=APAC").body().text())
                .contains("Gooseneck Kettle, Slate", "Delivery, Asia and Pacific", "value=\"slate\"");
    }

    private Reply get(String path) {
        return shop.answer(Requests.get(path)).orElseThrow();
    }

    private Reply post(String path, String form, String... headers) {
        return shop.answer(Requests.post(path, form, headers)).orElseThrow();
    }
}
