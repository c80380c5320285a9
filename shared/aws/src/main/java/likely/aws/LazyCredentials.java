package likely.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Makes a provider of credentials at its first use. The SDK's providers hold a random number generator, which spreads
 * their refreshes: in a snapshot it would be the same one in every copy.
 */
final class LazyCredentials implements AwsCredentialsProvider {
    private final Supplier<AwsCredentialsProvider> maker;
    private @Nullable AwsCredentialsProvider made;

    LazyCredentials(Supplier<AwsCredentialsProvider> maker) {
        this.maker = maker;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return provider().resolveCredentials();
    }

    private synchronized AwsCredentialsProvider provider() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
