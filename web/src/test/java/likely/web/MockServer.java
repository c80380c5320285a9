package likely.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static likely.web.MockData.object;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import likely.web.WebFiles.Folder;

/**
 * The HTTP surface that the dashboard talks to, under /live/ as in a stage of API Gateway. For tests, and for a look by
 * hand: run {@code main} and sign in at /live/ with the key "owner" or "viewer".
 */
final class MockServer implements AutoCloseable {

    static final String BASE = "/live/";

    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final JSON WITH_NULLS = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private final HttpServer http;
    private final WebFiles files = new WebFiles();

    /** Every /v1 request line after the base. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    volatile Map<String, Object> score = MockData.score(41, 72, 187);
    volatile List<Map<String, Object>> days = MockData.days(30);
    volatile List<Map<String, Object>> answers = MockData.answers();
    volatile List<Map<String, Object>> sources = List.of();

    /** Connections are cut without an answer. */
    volatile boolean down;

    MockServer(int port) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.createContext("/", this::answer);
        http.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        http.start();
    }

    public static void main(String... arguments) throws IOException {
        var server = new MockServer(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8090);
        System.out.println(server.address(""));
    }

    String address(String path) {
        return "http://localhost:" + http.getAddress().getPort() + BASE + path;
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (down || !path.startsWith(BASE)) {
                return;
            }
            route(exchange, path.substring(BASE.length()));
        }
    }

    private void route(HttpExchange exchange, String path) throws IOException {
        var method = exchange.getRequestMethod();
        if (path.isEmpty()) {
            page(exchange, 200, role(exchange) == null ? signIn("") : file(Folder.DASHBOARD, "index.html"));
        } else if (path.equals("session")) {
            session(exchange, method);
        } else if (path.startsWith("dashboard/")) {
            send(exchange, files.find(Folder.DASHBOARD, path.substring(10)).orElse(null));
        } else if (path.startsWith("v1/")) {
            v1(exchange, method, path.substring(3));
        } else {
            json(exchange, 404, object("status", 404, "message", "Not Found"));
        }
    }

    private String file(Folder folder, String name) {
        return files.find(folder, name).orElseThrow().text();
    }

    private String signIn(String error) {
        return file(Folder.DASHBOARD, "signin.html").replace("<!--error-->", error);
    }

    private static String role(HttpExchange exchange) {
        var cookie = exchange.getRequestHeaders().getFirst("Cookie");
        return cookie == null || !cookie.contains("session=") ? null : cookie.replaceAll(".*session=(\\w*).*", "$1");
    }

    private void session(HttpExchange exchange, String method) throws IOException {
        var headers = exchange.getResponseHeaders();
        if (method.equals("DELETE")) {
            headers.add("Set-Cookie", "session=; Path=" + BASE + "; Max-Age=0; HttpOnly; SameSite=Strict");
            json(exchange, 200, object("ok", true));
            return;
        }
        var key = query(new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                .get("key");
        if (!List.of("owner", "viewer").contains(Objects.toString(key, ""))) {
            page(exchange, 401, signIn("This key is not known."));
            return;
        }
        headers.add("Set-Cookie", "session=" + key + "; Path=" + BASE + "; HttpOnly; SameSite=Strict");
        headers.add("Location", "./");
        exchange.sendResponseHeaders(303, -1);
    }

    private void v1(HttpExchange exchange, String method, String path) throws IOException {
        var role = role(exchange);
        if (role == null) {
            json(exchange, 401, object("status", 401, "message", "Unauthorized"));
            return;
        }
        var query = query(Objects.toString(exchange.getRequestURI().getRawQuery(), ""));
        asked.add(method + " " + path + " " + query);
        switch (path) {
            case "session" -> json(exchange, 200, object("role", role, "survey", null));
            case "surveys" ->
                json(
                        exchange,
                        200,
                        List.of(
                                survey("demo", "Acme kettle", List.of("region", "colour"), 50),
                                survey("empty", "A survey without answers", List.of(), null)));
            case "scores" -> json(exchange, 200, scores(query));
            case "survey_responses" -> json(exchange, 200, page(filtered(query), query));
            case "survey_responses.csv" -> csv(exchange, query);
            case "sources" -> json(exchange, 200, "demo".equals(query.get("survey")) ? sources : List.of());
            case "sources/2026-11-26-00ff00ff00ff00ff/exclude" -> json(exchange, 200, setAll(true));
            case "sources/2026-11-26-00ff00ff00ff00ff/include" -> json(exchange, 200, setAll(false));
            default -> one(exchange, method, path.substring("survey_responses/".length()));
        }
    }

    /** Half of what is left to do, as long as that is more than a hundred. */
    private Map<String, Object> setAll(boolean excluded) {
        var source = sources.get(0);
        int marked = (int) source.get("marked");
        int before = (int) source.get("excluded");
        int left = excluded ? marked - before : before;
        int changed = left > 100 ? left / 2 : left;
        sources = List.of(MockData.source(marked, before + (excluded ? changed : -changed)));
        return object("id", source.get("id"), "changed", changed, "more", changed < left);
    }

    private static Map<String, Object> survey(String id, String name, List<String> segments, Integer target) {
        return object(
                "id", id, "name", name, "brand", "Acme", "segments", segments, "time_zone", "UTC", "target", target);
    }

    private Map<String, Object> scores(Map<String, String> query) {
        var empty = "empty".equals(query.get("survey"));
        var reply = object("survey", query.get("survey"), "time_zone", "UTC", "bands", MockData.BANDS);
        reply.put(
                "score",
                empty ? MockData.score(0, 0, 0) : query.containsKey("interval") ? score : MockData.score(50, 70, 180));
        if (query.containsKey("interval")) {
            reply.put("days", empty ? List.of() : days);
        }
        if (query.containsKey("segment")) {
            reply.put("segments", MockData.segments());
        }
        return reply;
    }

    private List<Map<String, Object>> filtered(Map<String, String> query) {
        if ("empty".equals(query.get("survey"))) {
            return List.of();
        }
        var band = query.get("band");
        var region = query.get("property[region]");
        return answers.stream()
                .filter(answer -> List.of("suspect", "excluded").stream()
                        .allMatch(it -> !query.containsKey(it) || query.get(it).equals(String.valueOf(answer.get(it)))))
                .filter(answer -> band == null || band.equals(answer.get("band")))
                .filter(answer -> region == null
                        || (answer.get("person_properties") instanceof Map<?, ?> map
                                && region.equals(map.get("region"))))
                .toList();
    }

    private static <T> List<T> page(List<T> all, Map<String, String> query) {
        int size = Integer.parseInt(query.getOrDefault("per_page", "20"));
        int from = Math.min(all.size(), size * (Integer.parseInt(query.getOrDefault("page", "1")) - 1));
        return all.subList(from, Math.min(all.size(), from + size));
    }

    /** Two pages, the second under the address that the server believes to be its own. */
    private void csv(HttpExchange exchange, Map<String, String> query) throws IOException {
        var second = query.containsKey("page_info");
        if (!second) {
            exchange.getResponseHeaders()
                    .add(
                            "Link",
                            "<https://elsewhere.example/v1/survey_responses.csv?page_info=abc&survey=demo>; rel=\"next\"");
        }
        send(exchange, 200, "text/csv; charset=utf-8", "id,score,comment\r\n" + (second ? "2,3,b\r\n" : "1,9,a\r\n"));
    }

    private void one(HttpExchange exchange, String method, String path) throws IOException {
        var id = path.replaceFirst("/(exclude|include)$", "");
        var found = answers.stream().filter(it -> id.equals(it.get("id"))).findFirst();
        if (found.isEmpty()) {
            json(exchange, 404, object("status", 404, "message", "Not Found"));
            return;
        }
        if (method.equals("DELETE")) {
            var left = new ArrayList<>(answers);
            left.remove(found.get());
            answers = left;
            json(exchange, 202, object("ok", true));
            return;
        }
        if (method.equals("POST")) {
            found.get().put("excluded", path.endsWith("/exclude"));
        }
        json(exchange, 200, found.get());
    }

    private static Map<String, String> query(String encoded) {
        var map = new HashMap<String, String>();
        for (String pair : List.of(encoded.split("&", -1))) {
            int at = pair.indexOf('=');
            if (at > 0) {
                map.put(
                        URLDecoder.decode(pair.substring(0, at), UTF_8),
                        URLDecoder.decode(pair.substring(at + 1), UTF_8));
            }
        }
        return map;
    }

    private static void json(HttpExchange exchange, int status, Object body) throws IOException {
        send(exchange, status, "application/json; charset=utf-8", WITH_NULLS.asString(body));
    }

    private static void page(HttpExchange exchange, int status, String html) throws IOException {
        exchange.getResponseHeaders().add("Content-Security-Policy", CSP);
        send(exchange, status, "text/html; charset=utf-8", html);
    }

    private static void send(HttpExchange exchange, WebFile file) throws IOException {
        if (file == null) {
            json(exchange, 404, object("status", 404, "message", "Not Found"));
            return;
        }
        exchange.getResponseHeaders().add("ETag", file.etag());
        send(exchange, 200, file.contentType(), file.text());
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        var bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
