package likely.local;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import likely.embedded.EmbeddedDynamoDb;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The real SDK against a machine's endpoints. */
final class Aws {

    private final EventBridgeClient events;
    private final SecretsManagerClient secrets;
    private final LambdaClient lambda;
    private final SqsClient queues;

    Aws(Map<String, String> environment) {
        Region region = Region.of(environment.get("AWS_REGION"));
        events = EventBridgeClient.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_EVENTBRIDGE")))
                .region(region)
                .credentialsProvider(EmbeddedDynamoDb.CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        secrets = SecretsManagerClient.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_SECRETS_MANAGER")))
                .region(region)
                .credentialsProvider(EmbeddedDynamoDb.CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        queues = SqsClient.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_SQS")))
                .region(region)
                .credentialsProvider(EmbeddedDynamoDb.CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        lambda = LambdaClient.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_LAMBDA")))
                .region(region)
                .credentialsProvider(EmbeddedDynamoDb.CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    void putEvent(String type, String detail) {
        PutEventsRequestEntry entry = PutEventsRequestEntry.builder()
                .eventBusName("likely")
                .source("test")
                .detailType(type)
                .detail(detail)
                .build();
        int failed = events.putEvents(b -> b.entries(entry)).failedEntryCount();
        if (failed > 0) {
            throw new IllegalStateException("The bus refused the event");
        }
    }

    /** The next message of a queue; an error when none comes in time. */
    String receive(String queue, Duration patience) {
        String url = queues.getQueueUrl(b -> b.queueName(queue)).queueUrl();
        Instant end = Instant.now().plus(patience);
        while (Instant.now().isBefore(end)) {
            for (Message message : queues.receiveMessage(b -> b.queueUrl(url).waitTimeSeconds(2))
                    .messages()) {
                return message.body();
            }
        }
        throw new IllegalStateException("No message in " + queue);
    }

    String secret(String id) {
        return secrets.getSecretValue(b -> b.secretId(id)).secretString();
    }

    void invokeLater(String function, String event) {
        lambda.invoke(b ->
                b.functionName(function).invocationType(InvocationType.EVENT).payload(SdkBytes.fromUtf8String(event)));
    }

    String invoke(String function, String event) {
        return lambda.invoke(b -> b.functionName(function).payload(SdkBytes.fromUtf8String(event)))
                .payload()
                .asUtf8String();
    }
}
