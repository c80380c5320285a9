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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import likely.web.WebFiles.Folder;

/**
 * Two origins on one port: at 127.0.0.1 a shop, whose every path but that of its picture is the page that the test has put
 * there; at localhost the public surface that the widget talks to, under /live/ as in a stage of API Gateway.
 */
final class ShopServer implements AutoCloseable {

    private static final String BASE = "/live/";
    private static final String LIBRARY = "integrations/web/v1/library/demo/delighted.js";
    private static final JSON WITH_NULLS = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private final HttpServer http;
    private final WebFiles files = new WebFiles();

    /** Every body that was posted as an answer, those that were refused included. */
    final List<Map<String, Object>> posted = new CopyOnWriteArrayList<>();

    /** Every body of a question whether a person may be asked. */
    final List<Map<String, Object>> askings = new CopyOnWriteArrayList<>();

    /** The languages that each request for settings wished. */
    final List<String> settingsAsked = new CopyOnWriteArrayList<>();

    /** What the browser tells of the page's content security policy. */
    final List<String> violations = new CopyOnWriteArrayList<>();

    /** The shop's picture is sent when this is open. */
    final CountDownLatch picture = new CountDownLatch(1);

    volatile Map<String, Object> settings =
            MockData.settings("How likely is it that you would recommend Acme to a friend or colleague?", "en", false);
    volatile String page = "";
    volatile Map<String, String> pageHeaders = Map.of();
    volatile int postStatus = 201;
    volatile String retryAfter = "0";
    volatile boolean mayAsk = true;

    ShopServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        http.start();
    }

    /** An address of the service. */
    String service(String path) {
        return "http://localhost:" + port() + BASE + path;
    }

    /** An address of the shop. */
    String shop(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    private int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/violations")) {
                violations.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                send(exchange, 204, "text/plain", "");
            } else if (path.equals("/picture")) {
                picture.await();
                send(exchange, 200, "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>");
            } else if (!path.startsWith(BASE)) {
                pageHeaders.forEach(exchange.getResponseHeaders()::add);
                send(exchange, 200, "text/html; charset=utf-8", page);
            } else {
                serve(exchange, path.substring(BASE.length()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpExchange exchange, String path) throws IOException {
        exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            exchange.getResponseHeaders().add("Access-Control-Allow-Headers", "content-type");
            send(exchange, 204, "text/plain", "");
            return;
        }
        switch (path) {
            case "surveys/demo" -> {
                var query = exchange.getRequestURI().getRawQuery();
                settingsAsked.add(URLDecoder.decode(query.replaceFirst("^language=", ""), UTF_8));
                json(exchange, 200, settings);
            }
            case "surveys/demo/responses" -> record(exchange);
            case "surveys/demo/askings" -> {
                var body = JSON.std.mapFrom(exchange.getRequestBody());
                askings.add(body);
                json(exchange, 200, object("ask", mayAsk && !body.containsKey("dismissed")));
            }
            case LIBRARY -> file(exchange, "delighted.js");
            default -> file(exchange, path.replace("assets/widget.0123456789abcdef.", "widget."));
        }
    }

    private void record(HttpExchange exchange) throws IOException {
        var body = JSON.std.mapFrom(exchange.getRequestBody());
        posted.add(body);
        exchange.getResponseHeaders().add("Access-Control-Expose-Headers", "Retry-After");
        exchange.getResponseHeaders().add("Retry-After", retryAfter);
        json(exchange, postStatus, object("id", "1", "survey", "demo", "submissionId", body.get("submissionId")));
    }

    private void file(HttpExchange exchange, String name) throws IOException {
        var file = files.find(Folder.PUBLIC, name);
        if (file.isPresent()) {
            send(exchange, 200, file.get().contentType(), file.get().text());
        } else {
            json(exchange, 404, object("status", 404, "message", "Not Found"));
        }
    }

    private static void json(HttpExchange exchange, int status, Object body) throws IOException {
        send(exchange, status, "application/json; charset=utf-8", WITH_NULLS.asString(body));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        var bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
