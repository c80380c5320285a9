package likely.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.local.Json;
import likely.local.bus.Bus;
import likely.local.http.Page;
import likely.local.http.Reply;
import likely.local.http.Request;
import likely.local.http.View;

/**
 * The shop's server. An order is a form to POST /demo/orders, which becomes OrderCompleted on the bus; a POST to
 * /demo/orders/NUMBER/return becomes OrderReturned. The shop keeps nothing: the bus remembers.
 */
public final class DemoShop implements Page {

    static final String SOURCE = "demo.shop";

    private static final String ORDERS = "/demo/orders";
    private static final String RETURN = "/return";
    private static final Map<String, String> COLOURS = Map.of("pine", "Pine", "slate", "Slate", "brick", "Brick");
    private static final Map<String, String> REGIONS =
            Map.of("EU", "Europe", "US", "United States", "APAC", "Asia and Pacific");

    private final Bus bus;
    private final View checkout = View.of(DemoPages.FOLDER + "checkout.mustache");
    private final View ordered = View.of(DemoPages.FOLDER + "order.mustache");

    public DemoShop(Bus bus) {
        this.bus = bus;
    }

    @Override
    public Optional<Reply> answer(Request request) {
        String path = request.path();
        if (path.equals("/demo/checkout") && request.method().equals("GET")) {
            return Optional.of(checkout(200, request.parameters(), ""));
        }
        if (!path.equals(ORDERS) && !path.startsWith(ORDERS + "/")) {
            return Optional.empty();
        }
        return Optional.of(
                switch (request.method()) {
                    case "POST" -> request.fromElsewhere() ? Reply.forbidden() : act(request);
                    case "GET" -> show(path);
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
        bus.send(SOURCE, "OrderReturned", detail);
        return request.fromPage() ? Reply.seeOther("../" + number) : Reply.json(200, Json.text(detail));
    }

    private Reply order(Request request) {
        Order order;
        try {
            order = Order.of(request.form());
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            return request.fromPage() ? checkout(400, request.form(), message) : Reply.problem(400, message);
        }
        bus.send(SOURCE, "OrderCompleted", order.completed());
        return request.fromPage()
                ? Reply.seeOther("orders/" + order.number())
                : Reply.json(201, Json.text(order.completed()));
    }

    private Reply checkout(int status, Map<String, String> fields, String error) {
        Map<String, Object> context = new LinkedHashMap<>(fields);
        String colour = fields.getOrDefault("colour", "");
        String region = fields.getOrDefault("region", "");
        context.put("colour", COLOURS.containsKey(colour) ? colour : "pine");
        context.put("colourName", COLOURS.getOrDefault(colour, "Pine"));
        context.put("region", REGIONS.containsKey(region) ? region : "EU");
        context.put("regionName", REGIONS.getOrDefault(region, "Europe"));
        context.put("email", fields.getOrDefault("email", ""));
        context.put("name", fields.getOrDefault("name", ""));
        context.put("error", error);
        return checkout.reply(status, context);
    }

    private Reply show(String path) {
        String number = path.equals(ORDERS) ? "" : path.substring(ORDERS.length() + 1);
        if (!Order.isNumber(number)) {
            return Reply.problem(404, "There is no such order");
        }
        List<Map<String, String>> told = bus.last().stream()
                .map(Json::object)
                .filter(event -> SOURCE.equals(event.get("source"))
                        && event.get("detail") instanceof Map<?, ?> detail
                        && number.equals(detail.get("order")))
                .map(event -> Map.of(
                        "type", String.valueOf(event.get("detail-type")), "detail", Json.indented(event.get("detail"))))
                .toList();
        boolean returned = told.stream().anyMatch(event -> "OrderReturned".equals(event.get("type")));
        return ordered.reply(200, Map.of("number", number, "told", told, "returned", returned));
    }
}
