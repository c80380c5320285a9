package likely.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import likely.local.Json;
import likely.local.bus.Bus;
import likely.local.http.Page;
import likely.local.http.Reply;
import likely.local.http.Request;

/**
 * Checkout and orders. An order is a form to POST /demo/orders, which becomes OrderCompleted on the bus; a POST to
 * /demo/orders/NUMBER/return becomes OrderReturned. The shop keeps nothing: the bus remembers.
 */
final class Orders implements Page {

    static final String SOURCE = "demo.shop";

    private static final String CHECKOUT = "/demo/checkout";
    private static final String ORDERS = "/demo/orders";
    private static final String RETURN = "/return";
    private static final String COMPLETED = "OrderCompleted";
    private static final String RETURNED = "OrderReturned";
    private static final Map<String, String> REGIONS =
            Map.of("EU", "Europe", "US", "United States", "APAC", "Asia and Pacific");

    private final Bus bus;
    private final ShopView view;
    private final Sessions sessions;

    Orders(Bus bus, ShopView view, Sessions sessions) {
        this.bus = bus;
        this.view = view;
        this.sessions = sessions;
    }

    @Override
    public Optional<Reply> answer(Request request) {
        String path = request.path();
        if (path.equals(CHECKOUT) && request.method().equals("GET")) {
            return Optional.of(checkout(request, 200, request.parameters(), ""));
        }
        if (!path.equals(ORDERS) && !path.startsWith(ORDERS + "/")) {
            return Optional.empty();
        }
        return Optional.of(
                switch (request.method()) {
                    case "POST" -> request.fromElsewhere() ? Reply.forbidden() : act(request);
                    case "GET" -> show(request);
                    default -> Reply.problem(405, "Only GET and POST");
                });
    }

    private Reply act(Request request) {
        if (request.path().equals(ORDERS)) {
            return order(request);
        }
        String rest = request.path().substring(ORDERS.length() + 1);
        String number = rest.endsWith(RETURN) ? rest.substring(0, rest.length() - RETURN.length()) : "";
        if (!Order.isNumber(number)) {
            return Reply.problem(404, "There is no such order");
        }
        Map<String, String> detail = Map.of("order", number);
        bus.send(SOURCE, RETURNED, detail);
        return request.fromPage() ? Reply.seeOther("../" + number) : Reply.json(200, Json.text(detail));
    }

    private Reply order(Request request) {
        Order order;
        try {
            order = Order.of(request.form());
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            return request.fromPage() ? checkout(request, 400, request.form(), message) : Reply.problem(400, message);
        }
        bus.send(SOURCE, COMPLETED, order.completed());
        return request.fromPage()
                ? Reply.seeOther("orders/" + order.number())
                : Reply.json(201, Json.text(order.completed()));
    }

    /** Has no widget: nobody who is about to pay is asked anything. */
    private Reply checkout(Request request, int status, Map<String, String> fields, String error) {
        Map<String, Object> context = new LinkedHashMap<>(bought(fields));
        Optional<Customer> customer = sessions.of(request);
        context.put("title", "Checkout");
        context.put(
                "email",
                fields.getOrDefault("email", customer.map(Customer::email).orElse("")));
        context.put(
                "name", fields.getOrDefault("name", customer.map(Customer::name).orElse("")));
        context.put("error", error);
        return view.page(request, status, "checkout", null, context);
    }

    private Reply show(Request request) {
        String path = request.path();
        String number = path.equals(ORDERS) ? "" : path.substring(ORDERS.length() + 1);
        if (!Order.isNumber(number)) {
            return Reply.problem(404, "There is no such order");
        }
        List<Told> told = bus.last().stream()
                .map(Told::of)
                .filter(event -> event.isOf(number))
                .toList();
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("title", "Order " + number);
        context.put("number", number);
        context.put("told", told);
        context.put("returned", told.stream().anyMatch(event -> event.type().equals(RETURNED)));
        told.stream()
                .filter(event -> event.type().equals(COMPLETED))
                .findFirst()
                .ifPresent(event -> context.put("bought", bought(event.fields())));
        return view.page(request, 200, "order", Way.ORDER, context);
    }

    /** A product in its colour, and where it goes, for a page; what is not known is the first of its kind. */
    private static Map<String, Object> bought(Map<String, String> fields) {
        String said = fields.getOrDefault("product", "");
        Product product = Product.find(said).or(() -> Product.bySku(said)).orElse(Product.KETTLE);
        String colour = fields.getOrDefault("colour", "");
        String region = fields.getOrDefault("region", "");
        return Map.of(
                "product",
                product,
                "colour",
                Product.COLOURS.containsKey(colour) ? colour : "pine",
                "colourName",
                Product.COLOURS.getOrDefault(colour, "Pine"),
                "region",
                REGIONS.containsKey(region) ? region : "EU",
                "regionName",
                REGIONS.getOrDefault(region, "Europe"));
    }

    /** An event that the shop sent, as the bus remembers it. */
    private record Told(String source, String type, Map<?, ?> content, String detail) {

        static Told of(String json) {
            Map<String, ?> event = Json.object(json);
            Map<?, ?> content = event.get("detail") instanceof Map<?, ?> map ? map : Map.of();
            return new Told(
                    Objects.toString(event.get("source")),
                    Objects.toString(event.get("detail-type")),
                    content,
                    Json.indented(content));
        }

        boolean isOf(String number) {
            return source.equals(SOURCE) && number.equals(content.get("order"));
        }

        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            content.forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
            return fields;
        }
    }
}
