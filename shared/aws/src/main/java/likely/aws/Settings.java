package likely.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A function's environment variables; an absent one is an error that names it, at the start and not at the first use. */
public record Settings(Map<String, String> values) {
    public Settings {
        values = Map.copyOf(values);
    }

    public static Settings ofProcess() {
        return new Settings(System.getenv());
    }

    public String text(String name) {
        return optional(name)
                .orElseThrow(() -> new IllegalStateException("The environment variable " + name + " is not set"));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** Where a service is, when it is not where the SDK would look: AWS_ENDPOINT_URL_DYNAMODB and its kin. */
    public Optional<URI> endpoint(String service) {
        return optional("AWS_ENDPOINT_URL_" + service)
                .or(() -> optional("AWS_ENDPOINT_URL"))
                .map(URI::create);
    }
}
