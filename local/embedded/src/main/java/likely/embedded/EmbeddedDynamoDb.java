package likely.embedded;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB Local inside this JVM, behind HTTP on the loopback address. Its handlers run on a Jetty server made here: its
 * own server class listens on every address, knows no free port, and reports its use over the network.
 */
public final class EmbeddedDynamoDb implements AutoCloseable {

    public static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    private static final AtomicInteger STACKS = new AtomicInteger();
    // Held here, because the log manager keeps loggers weakly and a level set on a collected one is lost.
    private static final Logger[] QUIET = {
        Logger.getLogger("org.eclipse.jetty"),
        Logger.getLogger("com.almworks.sqlite4java"),
        Logger.getLogger("com.amazonaws.util.Base64") // recommends JAXB
    };

    private final Server server;
    private final LocalDynamoDBServerHandler handler;
    private final List<Runnable> writeListeners = new CopyOnWriteArrayList<>();
    private final URI endpoint;
    private final DynamoDbClient client;

    private EmbeddedDynamoDb(@Nullable Path folder, int port) {
        for (Logger logger : QUIET) {
            logger.setLevel(Level.SEVERE);
        }
        QueuedThreadPool threads = new QueuedThreadPool(64, 4);
        threads.setName("dynamodb");
        threads.setDaemon(true);
        server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            handler = new LocalDynamoDBServerHandler(
                    new LocalDynamoDBRequestHandler(
                            0, folder == null, folder == null ? null : folder.toString(), true, false),
                    null);
            server.setHandler(new ContextHandler(new WriteNotice(handler, this::written), "/"));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("DynamoDB Local did not start on port " + port, e);
        } catch (Exception e) { // Jetty's start() declares it
            throw new IllegalStateException("DynamoDB Local did not start", e);
        }
        endpoint = URI.create("http://localhost:" + connector.getLocalPort());
        client = DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(Template.REGION))
                .credentialsProvider(CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    public static EmbeddedDynamoDb inMemory() {
        return new EmbeddedDynamoDb(null, 0);
    }

    /** Keeps its data in a folder; port 0 takes any free one. */
    public static EmbeddedDynamoDb inFolder(Path folder, int port) {
        return new EmbeddedDynamoDb(folder, port);
    }

    /** One in memory for all tests of this JVM, never closed; {@link #freshTables} keeps them apart. */
    public static EmbeddedDynamoDb shared() {
        return Shared.INSTANCE;
    }

    public URI endpoint() {
        return endpoint;
    }

    public DynamoDbClient client() {
        return client;
    }

    /** Calls back after each write, so that readers of the streams need not poll. */
    public void onWrite(Runnable listener) {
        writeListeners.add(listener);
    }

    private void written() {
        writeListeners.forEach(Runnable::run);
    }

    /** Makes what is missing of the template's tables. */
    public Tables tables(Template template) {
        return Tables.create(client, template);
    }

    /** Empty tables of the template under a stack name that was not used before in this JVM. */
    public Tables freshTables(Template template) {
        return Tables.createAnew(client, template.asStack("test-" + STACKS.incrementAndGet()));
    }

    @Override
    public void close() {
        client.close();
        try {
            server.stop();
        } catch (Exception e) { // Jetty's stop() declares it
            throw new IllegalStateException("DynamoDB Local did not stop", e);
        } finally {
            handler.close();
        }
    }

    private static final class Shared {
        static final EmbeddedDynamoDb INSTANCE = inMemory();
    }
}
