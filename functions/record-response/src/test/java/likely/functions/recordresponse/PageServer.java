package likely.functions.recordresponse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The pages and their files over HTTP, below {@code /live} as in a stage of API Gateway. */
final class PageServer implements AutoCloseable {
    private static final String BASE = "/live/";

    private final Stage stage;
    private final HttpServer http;

    PageServer(Stage stage) throws IOException {
        this.stage = stage;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext(BASE, this::answer);
        http.start();
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
            String[] path =
                    exchange.getRequestURI().getPath().substring(BASE.length()).split("/", 2);
            Event event = path[0].equals("assets")
                    ? Event.asset(path[1])
                    : Event.page(exchange.getRequestMethod(), path[0], path[1]);
            exchange.getRequestHeaders().forEach((name, values) -> event.header(name, values.get(0)));
            query(exchange.getRequestURI().getRawQuery(), event);
            event.body(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Answer answer = stage.send(event);
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().put(name, List.of(value.toString())));
            byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private static void query(String query, Event event) {
        for (String pair : (query == null ? "" : query).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                event.query(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
    }
}
