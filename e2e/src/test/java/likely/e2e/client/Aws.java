package likely.e2e.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The AWS services behind an installation: to call a function, to look at a queue, to damage a counter on purpose. */
public final class Aws {
    /** An imitation takes any credentials; a real account's come from the SDK's own places. */
    private static final StaticCredentialsProvider ANY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    private final String stack;
    private final DynamoDbClient dynamoDb;
    private final SqsClient sqs;
    private final LambdaClient lambda;
    private final Optional<EventBridgeClient> bus;

    private Aws(
            String stack,
            DynamoDbClient dynamoDb,
            SqsClient sqs,
            LambdaClient lambda,
            Optional<EventBridgeClient> bus) {
        this.stack = stack;
        this.dynamoDb = dynamoDb;
        this.sqs = sqs;
        this.lambda = lambda;
        this.bus = bus;
    }

    /** Where AWS_ENDPOINT_URL leads, the stack LIKELY_STACK; nowhere when there is no such stack's name. */
    static Optional<Aws> ofEnvironment() {
        return Optional.ofNullable(System.getenv("LIKELY_STACK")).map(stack -> {
            Optional<URI> endpoint =
                    Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")).map(URI::create);
            return new Aws(
                    stack,
                    client(DynamoDbClient.builder(), endpoint),
                    client(SqsClient.builder(), endpoint),
                    client(LambdaClient.builder(), endpoint),
                    Optional.of(client(EventBridgeClient.builder(), endpoint)));
        });
    }

    /** Of a local process. */
    static Aws of(long process) {
        Ports ports = Ports.of(process);
        return new Aws(
                "likely",
                client(DynamoDbClient.builder(), Optional.of(ports.saying("com.amazonaws.dynamodb"))),
                client(SqsClient.builder(), Optional.of(ports.saying("queue.amazonaws.com"))),
                client(LambdaClient.builder(), Optional.of(ports.saying("UnknownOperationException"))),
                Optional.empty());
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, Optional<URI> endpoint) {
        builder.httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.apiCallTimeout(Duration.ofMinutes(2)));
        endpoint.ifPresent(at -> builder.endpointOverride(at)
                .credentialsProvider(ANY)
                .region(Region.of(
                        Optional.ofNullable(System.getenv("AWS_REGION")).orElse("eu-west-1"))));
        return builder.build();
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    public SqsClient sqs() {
        return sqs;
    }

    /** EventBridge's own API, where there is one. */
    public Optional<EventBridgeClient> bus() {
        return bus;
    }

    public String stack() {
        return stack;
    }

    /** The name of the stack's table of that logical id. */
    public String table(String id) {
        return dynamoDb.listTablesPaginator(l -> {}).tableNames().stream()
                .filter(name -> name.startsWith(stack + "-" + id))
                .findFirst()
                .orElseThrow();
    }

    public String queueUrl(String name) {
        return sqs.getQueueUrl(g -> g.queueName(stack + "-" + name)).queueUrl();
    }

    /** How many messages of a queue wait, at that address. */
    public int waiting(String url) {
        return Integer.parseInt(sqs.getQueueAttributes(
                        g -> g.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    /** Calls a function and answers what it answered. */
    public String invoke(String function, String event) {
        InvokeResponse reply = lambda.invoke(i -> i.functionName(stack + "-" + function + ":live")
                .payload(SdkBytes.fromString(event, StandardCharsets.UTF_8)));
        String text = reply.payload().asString(StandardCharsets.UTF_8);
        if (reply.functionError() != null) {
            throw new AssertionError(function + " failed: " + text);
        }
        return text;
    }
}
