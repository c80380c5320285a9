package likely.bench.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The native part of the runtime interface client, unpacked once for all runs. */
final class NativeLibrary {
    private NativeLibrary() {}

    static Path extract(Path runtime) throws IOException {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        String entry = "jni/libaws-lambda-jni.linux-" + processor + ".so";
        Path client;
        try (Stream<Path> jars = Files.list(runtime)) {
            client = jars.filter(jar -> jar.getFileName().toString().contains("runtime-interface-client"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No runtime interface client in " + runtime));
        }
        Path library = runtime.resolve("libaws-lambda-jni.so");
        try (JarFile jar = new JarFile(client.toFile());
                InputStream in = jar.getInputStream(jar.getEntry(entry))) {
            Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
        }
        return library;
    }
}
