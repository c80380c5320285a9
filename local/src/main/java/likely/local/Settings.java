package likely.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How this machine runs, from the environment.
 *
 * @param port of the front; 0 takes any free one
 * @param data the folder that keeps tables, queues, secrets and checkpoints
 * @param key the owner's key, when the owner chose one
 * @param calls the file that records the handlers' AWS calls, when wanted
 */
public record Settings(int port, Path data, Optional<String> key, Optional<Path> calls) {

    public static Settings from(Map<String, String> environment) {
        return new Settings(
                port(environment.getOrDefault("LIKELY_PORT", "8080")),
                Path.of(environment.getOrDefault("LIKELY_DATA", ".likely")),
                Optional.ofNullable(environment.get("LIKELY_KEY")).filter(key -> !key.isBlank()),
                Optional.ofNullable(environment.get("LIKELY_CALLS")).map(Path::of));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new LocalException("LIKELY_PORT is no port number: " + text, e);
        }
    }
}
