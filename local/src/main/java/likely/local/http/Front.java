package likely.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import likely.local.LocalException;
import likely.local.Workers;

/** The one address that people and clients use. */
public final class Front implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Front.class.getName());

    private final HttpServer server;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ExecutorService workers = Workers.pool("front");
    /** Takes its port at once, so that the address is known to what is started next; it answers once it is opened. */
    public Front(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new LocalException("Port " + port + " is taken; name another in LIKELY_PORT", e);
        }
        server.setExecutor(workers);
    }

    /** Answers from now on: the pages first, then the API. */
    public void open(List<Page> pages, Gateway gateway) {
        server.createContext("/", exchange -> handle(exchange, pages, gateway));
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private static void handle(HttpExchange exchange, List<Page> pages, Gateway gateway) throws IOException {
        try (exchange) {
            Request request = Request.read(exchange, Gateway.BODY_LIMIT);
            reply(request, pages, gateway).send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The front failed", e);
            throw e;
        }
    }

    private static Reply reply(Request request, List<Page> pages, Gateway gateway) throws InterruptedException {
        for (Page page : pages) {
            var answer = page.answer(request);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return gateway.answer(request);
    }

    /** May be called again. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        server.stop(0);
        workers.shutdownNow();
    }
}
