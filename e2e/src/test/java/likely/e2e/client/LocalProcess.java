package likely.e2e.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The local command, started from its jar on a free port, with a folder of its own that is empty at first. It may be
 * killed and started again; it is stopped with this process.
 */
public final class LocalProcess {
    private static final String READY = "Likely is ready at ";
    private static final Path FOLDER = root().resolve("e2e/target/local");

    private final Path folder;
    private final Map<String, String> settings;
    private final String key = UUID.randomUUID().toString().replace("-", "")
            + UUID.randomUUID().toString().replace("-", "");
    private Process process;

    private LocalProcess(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
        empty(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /** The one that serves every test class. */
    static Target start() {
        return new LocalProcess(FOLDER, Map.of("LIKELY_CALLS", CALLS.toString())).run();
    }

    /** One besides, that a test may do anything to, not started yet; made to start soon rather than to run long. */
    public static LocalProcess besides(String name) {
        return new LocalProcess(
                root().resolve("e2e/target").resolve(name),
                Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
    }

    /** Starts it with what it kept; it listens elsewhere each time, and has the same key. */
    public Target run() {
        Path root = root();
        Path log = folder.resolve("local.log");
        try {
            ProcessBuilder command = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dsqlite4java.library.path=" + root.resolve("local/target/native"), // DynamoDB Local's SQLite
                    "-jar",
                    jar(root).toString());
            command.directory(root.toFile());
            command.environment().put("LIKELY_PORT", "0");
            command.environment().put("LIKELY_DATA", folder.resolve("data").toString());
            command.environment().put("LIKELY_KEY", key);
            command.environment().remove("LIKELY_CALLS");
            command.environment().putAll(settings);
            command.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            process = command.start();
            return new Target(ready(process, log), key, Optional.of(Aws.of(process.pid())), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does, at once and without a farewell. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What the handlers called, for the proof of permissions. */
    static final Path CALLS = FOLDER.resolve("calls.jsonl");

    /** The repository: the folder above the module, wherever Maven was started. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("template.yaml")) ? here : here.getParent();
    }

    private static Path jar(Path root) throws IOException {
        Path target = root.resolve("local/target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                Optional<Path> jar = files.filter(
                                file -> file.getFileName().toString().matches("local-.*\\.jar"))
                        .findFirst();
                if (jar.isPresent()) {
                    return jar.get();
                }
            }
        }
        throw new IllegalStateException("There is no jar of local: run ./mvnw package -DskipTests first");
    }

    private static URI ready(Process process, Path log) throws IOException {
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                Thread rest = new Thread(() -> output.lines().forEach(each -> {})); // or a full pipe would stop it
                rest.setDaemon(true);
                rest.start();
                return URI.create(line.substring(READY.length()).strip());
            }
        }
        throw new IllegalStateException("local did not start: " + Files.readString(log));
    }

    private static void empty(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    List<Path> inner = files.sorted(Comparator.reverseOrder()).toList();
                    for (Path file : inner) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
