package likely.e2e.client;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The installation under test: the one at LIKELY_URL with the owner's key LIKELY_KEY, or else a `local` that this
 * process starts and stops.
 *
 * @param url ends with a slash
 * @param aws the AWS services behind it, where the suite may look behind the API
 * @param local whether it is the local command, which shows its bus at /_local/bus
 */
public record Target(URI url, String key, Optional<Aws> aws, boolean local) {

    /** Whether it is an imitation, in which things may be damaged on purpose. */
    public boolean disposable() {
        return local || System.getenv("AWS_ENDPOINT_URL") != null;
    }

    /** Started at the first use, so that one process serves every test class; a failure is each test's. */
    private static final class Started {
        private static final Supplier<Target> TARGET = started();

        private static Supplier<Target> started() {
            try {
                Target target = start();
                return () -> target;
            } catch (RuntimeException e) {
                return () -> {
                    throw new IllegalStateException(e.getMessage(), e);
                };
            }
        }
    }

    public static Target get() {
        return Started.TARGET.get();
    }

    /** Whether it is another one than this process starts; asking starts none. */
    public static boolean elsewhere() {
        String url = System.getenv("LIKELY_URL");
        return url != null && !url.isBlank();
    }

    private static Target start() {
        if (!elsewhere()) {
            return LocalProcess.start();
        }
        String url = System.getenv("LIKELY_URL");
        String key = Optional.ofNullable(System.getenv("LIKELY_KEY"))
                .orElseThrow(
                        () -> new IllegalStateException("LIKELY_URL is set and LIKELY_KEY, its owner's key, is not"));
        return new Target(URI.create(url.endsWith("/") ? url : url + "/"), key, Aws.ofEnvironment(), false);
    }
}
