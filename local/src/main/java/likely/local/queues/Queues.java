package likely.local.queues;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Resource;
import likely.embedded.Template;
import likely.local.DataFolder;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The template's queues on ElasticMQ, which keeps queues and messages in an H2 file. */
public final class Queues implements AutoCloseable {

    private final int port = freePort();
    private final CompletableFuture<Running> running;
    private final Map<String, String> urlsByArn = new LinkedHashMap<>();

    /** ElasticMQ when it is up. */
    private record Running(Function0<Terminated> stop, SqsClient client) {}

    /** Starts ElasticMQ beside everything else, because it takes longest and is asked last. */
    public Queues(Template template, DataFolder folder) {
        List<Resource> queues = template.resources("AWS::SQS::Queue");
        queues.forEach(queue -> urlsByArn.put(template.attribute(queue.id(), "Arn"), template.ref(queue.id())));
        running = CompletableFuture.supplyAsync(() -> start(template, queues, folder));
    }

    public URI endpoint() {
        return URI.create("http://localhost:" + port);
    }

    /** A client, once the queues are there. */
    public SqsClient client() {
        return running.join().client();
    }

    public boolean has(String arn) {
        return urlsByArn.containsKey(arn);
    }

    public String url(String arn) {
        String url = urlsByArn.get(arn);
        if (url == null) {
            throw new IllegalArgumentException("No queue " + arn);
        }
        return url;
    }

    public void send(String arn, String body) {
        client().sendMessage(b -> b.queueUrl(url(arn)).messageBody(body));
    }

    @Override
    public void close() {
        running.join().client().close();
        running.join().stop().apply();
    }

    private Running start(Template template, List<Resource> queues, DataFolder folder) {
        Function0<Terminated> stop = new ElasticMQServer(new ElasticMQServerConfig(config(port, folder))).start();
        SqsClient client = SqsClient.builder()
                .endpointOverride(endpoint())
                .region(Region.of(Template.REGION))
                .credentialsProvider(EmbeddedDynamoDb.CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        // Those that name a dead letter queue come after it.
        queues.stream().sorted(Comparator.comparing(QueueSettings::hasRedrive)).forEach(queue -> {
            String name = template.attribute(queue.id(), "QueueName");
            client.createQueue(b -> b.queueName(name).attributes(QueueSettings.of(queue)));
        });
        return new Running(stop, client);
    }

    private static Config config(int port, DataFolder folder) {
        // H2 would otherwise hold a committed message back for half a second.
        String file = "jdbc:h2:" + folder.resolve("queues") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("rest-sqs.bind-hostname", "127.0.0.1");
        settings.put("rest-sqs.bind-port", port);
        settings.put("node-address.port", port);
        settings.put("rest-stats.enabled", false);
        settings.put("aws.region", Template.REGION);
        settings.put("aws.accountId", Template.ACCOUNT);
        settings.put("messages-storage.enabled", true);
        settings.put("messages-storage.uri", file);
        return ConfigFactory.parseMap(settings).withFallback(ConfigFactory.load());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
