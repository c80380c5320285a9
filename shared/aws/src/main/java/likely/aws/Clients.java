package likely.aws;

import java.time.Duration;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** SDK clients as a function needs them: the JDK's own connections, short time-outs, credentials that stay fresh. */
public final class Clients {
    /** A caller waits at most as long as a browser does for a page; a stream function tries again anyway. */
    private static final Duration ONE_CALL = Duration.ofSeconds(8);

    private static final Duration ONE_ATTEMPT = Duration.ofSeconds(3);

    private Clients() {}

    /**
     * Builds one client.
     *
     * @param service the last part of the SDK's own variable for its endpoint, such as {@code DYNAMODB}
     */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C of(
            B builder, String service, Settings settings) {
        settings.endpoint(service).ifPresent(builder::endpointOverride);
        return common(builder)
                .region(Region.of(settings.text("AWS_REGION")))
                .credentialsProvider(credentials(settings))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /**
     * Builds a client whose calls are made once: no attempt follows another, since what is called cannot tell a second
     * one from the first.
     *
     * @param longest how long a call may take
     */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C once(
            B builder, String service, Settings settings, Duration longest) {
        settings.endpoint(service).ifPresent(builder::endpointOverride);
        return builder.defaultsMode(DefaultsMode.IN_REGION)
                .overrideConfiguration(o -> o.apiCallTimeout(longest)
                        .apiCallAttemptTimeout(longest)
                        .retryStrategy(AwsRetryStrategy.doNotRetry()))
                .region(Region.of(settings.text("AWS_REGION")))
                .credentialsProvider(credentials(settings))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(longest))
                .build();
    }

    /**
     * Builds a client that goes through all of the SDK but the network, to load it before a snapshot: its service is in
     * this process, and its credentials are made up.
     *
     * @param replies the JSON to answer, by the request's target, such as {@code DynamoDB_20120810.PutItem}
     */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C rehearsing(
            B builder, UnaryOperator<String> replies) {
        fresh(); // for its classes alone: nobody asks it
        return common(builder)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
                .httpClient(new RehearsedStore(replies))
                .build();
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B common(B builder) {
        return builder.defaultsMode(DefaultsMode.IN_REGION)
                .overrideConfiguration(o -> o.apiCallTimeout(ONE_CALL).apiCallAttemptTimeout(ONE_ATTEMPT));
    }

    /** Whose rights a client has: asked at each call, and never while it is built. */
    public static AwsCredentialsProvider credentials(Settings settings) {
        boolean local = settings.optional("AWS_ENDPOINT_URL_DYNAMODB").isPresent();
        if (local && settings.optional("AWS_ACCESS_KEY_ID").isPresent()) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    settings.text("AWS_ACCESS_KEY_ID"), settings.text("AWS_SECRET_ACCESS_KEY")));
        }
        return new LazyCredentials(Clients::fresh);
    }

    /**
     * A function that was restored from a snapshot has its credentials from the container address, others from the
     * environment; both are asked again before they run out.
     */
    private static AwsCredentialsProvider fresh() {
        return AwsCredentialsProviderChain.builder()
                .addCredentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .addCredentialsProvider(ContainerCredentialsProvider.builder().build())
                .build();
    }
}
