package likely.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import likely.surveys.Unavailable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * One secret and the version before it, which stays valid after a rotation. Read at the first use and kept for five
 * minutes; never read while a function starts, because SnapStart would freeze it.
 */
public final class Secrets implements Supplier<List<String>> {
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Supplier<SecretsManagerClient> client;
    private final String secretId;
    private final Clock clock;
    private @Nullable List<String> values;
    private Instant readAt = Instant.EPOCH;

    public Secrets(Supplier<SecretsManagerClient> client, String secretId, Clock clock) {
        this.client = client;
        this.secretId = secretId;
        this.clock = clock;
    }

    /** The newest first; one or two of them. */
    @Override
    public synchronized List<String> get() {
        List<String> kept = values;
        Instant now = clock.instant();
        if (kept == null || now.isAfter(readAt.plus(KEPT)) || now.isBefore(readAt)) {
            kept = read();
            values = kept;
            readAt = now;
        }
        return kept;
    }

    private List<String> read() {
        List<String> read = new ArrayList<>();
        try {
            read.add(version("AWSCURRENT"));
            read.add(version("AWSPREVIOUS"));
        } catch (ResourceNotFoundException e) {
            if (read.isEmpty()) {
                throw new Unavailable(e);
            } // else it was never rotated
        } catch (SdkException e) {
            throw new Unavailable(e);
        }
        return List.copyOf(read);
    }

    private String version(String stage) {
        return client.get()
                .getSecretValue(g -> g.secretId(secretId).versionStage(stage))
                .secretString();
    }
}
