package likely.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The payloads under events/, which stands beside template.yaml. */
public final class Samples {
    private Samples() {}

    /** Reads one by its path inside events/. */
    public static String read(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("template.yaml"))) {
                try {
                    return Files.readString(folder.resolve("events").resolve(name));
                } catch (IOException e) {
                    throw new UncheckedIOException("no sample events/" + name, e);
                }
            }
        }
        throw new IllegalStateException("no template.yaml above the working directory");
    }
}
