package likely.functions.recordresponse;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** One secret with a current and maybe a previous version. */
final class FakeSecrets implements SecretsManagerClient {
    private String current;
    private @Nullable String previous;
    private int reads;
    private boolean away;

    FakeSecrets(String current) {
        this.current = current;
    }

    Supplier<SecretsManagerClient> supplier() {
        return () -> this;
    }

    void rotate(String next) {
        previous = current;
        current = next;
    }

    void goAway() {
        away = true;
    }

    int reads() {
        return reads;
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        reads++;
        String value = request.versionStage().equals("AWSCURRENT") ? current : previous;
        if (away || value == null) {
            throw ResourceNotFoundException.builder().message("no such version").build();
        }
        return GetSecretValueResponse.builder().secretString(value).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
