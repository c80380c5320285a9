package likely.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import likely.embedded.Properties;
import likely.embedded.TemplateException;
import likely.local.Json;
import likely.local.Workers;
import org.jspecify.annotations.Nullable;

/** The AWS services that have no library to imitate them: JSON 1.1 operations by target, and REST paths by prefix. */
public final class AwsEndpoint implements AutoCloseable {

    private static final int LIMIT = 8 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(AwsEndpoint.class.getName());

    private final HttpServer server;
    private final ExecutorService workers = Workers.pool("aws");
    private final Map<String, Function<Properties, Map<String, @Nullable Object>>> operations =
            new ConcurrentHashMap<>();
    private final Map<String, RestOperation> paths = new ConcurrentHashMap<>();

    public AwsEndpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Serves an operation such as {@code AWSEvents.PutEvents}. */
    public void operation(String target, Function<Properties, Map<String, @Nullable Object>> operation) {
        operations.put(target, operation);
    }

    /** Serves what lies under a path. */
    public void path(String prefix, RestOperation operation) {
        paths.put(prefix, operation);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = Request.read(exchange, LIMIT);
            reply(request).send(exchange);
        }
    }

    private Reply reply(Request request) {
        try {
            String target = request.header("X-Amz-Target").orElse("");
            var operation = operations.get(target);
            if (operation != null) {
                String body = request.body().text();
                Properties input = Properties.of(Json.object(body), target);
                return Reply.of(200, "application/x-amz-json-1.1", Body.of(Json.text(operation.apply(input))));
            }
            for (var path : paths.entrySet()) {
                if (request.path().startsWith(path.getKey())) {
                    return rest(request, path.getKey(), path.getValue());
                }
            }
            throw new AwsError(
                    400, "UnknownOperationException", request.method() + " " + request.path() + " " + target);
        } catch (AwsError e) {
            return error(e);
        } catch (TemplateException | IllegalArgumentException e) {
            return error(new AwsError(400, "ValidationException", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "A local AWS service failed", e);
            return error(new AwsError(500, "InternalFailure", String.valueOf(e.getMessage())));
        }
    }

    private static Reply error(AwsError e) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("__type", e.code());
        error.put("message", e.getMessage());
        Reply reply = Reply.of(e.status(), "application/x-amz-json-1.1", Body.of(Json.text(error)));
        reply.headers().put("x-amzn-ErrorType", List.of(e.code()));
        return reply;
    }

    private static Reply rest(Request request, String prefix, RestOperation operation) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach((name, values) -> headers.put(name, values.get(0)));
        RestOperation.Answer answer = operation.call(
                request.path().substring(prefix.length()),
                headers,
                request.body().text());
        Reply reply = Reply.json(answer.status(), answer.body());
        answer.headers().forEach((name, value) -> reply.headers().put(name, List.of(value)));
        return reply;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
