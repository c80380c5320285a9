package likely.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import likely.local.LocalException;
import likely.local.Workers;

/** The one address that people and clients use. */
public final class Front implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Front.class.getName());

    private final HttpServer server;
    private final ExecutorService workers = Workers.pool("front");
    private final Gateway gateway;
    private final List<Page> pages;

    public Front(int port, Gateway gateway, List<Page> pages) {
        this.gateway = gateway;
        this.pages = List.copyOf(pages);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new LocalException("Port " + port + " is taken; name another in LIKELY_PORT", e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = Request.read(exchange, Gateway.BODY_LIMIT);
            reply(request).send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The front failed", e);
            throw e;
        }
    }

    private Reply reply(Request request) throws InterruptedException {
        for (Page page : pages) {
            var content = page.at(request.path());
            if (content.isPresent() && request.method().equals("GET")) {
                return Reply.of(
                        content.get().status(),
                        content.get().type(),
                        content.get().body());
            }
        }
        return gateway.answer(request);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
