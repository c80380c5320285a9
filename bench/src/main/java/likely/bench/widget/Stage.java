package likely.bench.widget;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A shop's page at localhost, and at 127.0.0.1, another origin, the service of the widget that is in it. The page has a
 * picture, and loads for as long as that is held back.
 */
final class Stage implements AutoCloseable {

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Kettle</title><link rel="icon" href="data:,">
            %s</head><body><main><h1>Kettle</h1><p>Pours as slowly as you do.</p><button>Buy it</button>%s</main></body></html>
            """;
    private static final String PICTURE = "<img src=\"/picture\" alt=\"A kettle\" width=\"80\" height=\"80\">";
    private static final String KETTLE = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"80\"/>";

    private final HttpServer http;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Contender contender = Contender.NOTHING;
    private volatile CountDownLatch drawn = new CountDownLatch(1);

    Stage() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.setExecutor(Executors.newCachedThreadPool());
        http.start();
    }

    String shop() {
        return "http://localhost:" + http.getAddress().getPort() + "/";
    }

    private String service() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    void show(Contender next) {
        contender = next;
        drawn = new CountDownLatch(1);
        asked.clear();
    }

    /** Lets the page have its picture, with which it has loaded. */
    void draw() {
        drawn.countDown();
    }

    /** The requests that the widget has made since it was put into the page, each as its method and path. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            exchange.getRequestBody().readAllBytes();
            switch (path) {
                case "/empty" -> send(exchange, "text/html", PAGE.formatted("", ""));
                case "/page" ->
                    send(
                            exchange,
                            "text/html",
                            PAGE.formatted(contender.page().replace("SERVICE", service()), PICTURE));
                case "/picture" -> {
                    drawn.await();
                    send(exchange, "image/svg+xml", KETTLE);
                }
                default -> {
                    asked.add(exchange.getRequestMethod() + " " + path);
                    serve(exchange, path);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpExchange exchange, String path) throws IOException {
        byte[] script = contender.scripts().get(path);
        if (script != null) {
            send(exchange, "text/javascript", script);
        } else {
            send(exchange, path.endsWith(".js") ? "text/javascript" : "application/json", reply(path));
        }
    }

    private String reply(String path) {
        return contender.replies().entrySet().stream()
                .filter(reply -> path.startsWith(reply.getKey()))
                .max(Comparator.comparingInt(reply -> reply.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse("{}");
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        send(exchange, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
        exchange.getResponseHeaders().add("Access-Control-Allow-Headers", "*");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
