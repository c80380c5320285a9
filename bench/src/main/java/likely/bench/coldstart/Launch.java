package likely.bench.coldstart;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a function as Lambda's Java runtime does: its jar and the runtime interface client on one class path. */
final class Launch {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    /** What the functions print, in the folder that they run in. */
    static final String LOG = "functions.log";

    private static final long LONGEST_END_SECONDS = 60;

    private final Path java;
    private final String runtimeJars;
    private final Path nativeLibrary;
    private final Map<String, String> environment;

    /** @param runtime the folder with the runtime interface client's jars */
    Launch(Path java, Path runtime, Map<String, String> environment) throws IOException {
        this.java = java;
        try (Stream<Path> jars = Files.list(runtime)) {
            this.runtimeJars = jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .sorted()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
        this.nativeLibrary = NativeLibrary.extract(runtime);
        this.environment = environment;
    }

    /** What is started: one row of the report. */
    record Side(String name, Path jar, String handler, List<String> options) {}

    Process start(Side side, String runtimeApi, Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(side.options());
        // The client unpacks its library to one fixed path, which is the runtime's business and not the function's.
        command.add("-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=" + nativeLibrary);
        command.add("-cp");
        command.add(side.jar() + File.pathSeparator + runtimeJars);
        command.add(CLIENT);
        command.add(side.handler());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        builder.environment().put("_HANDLER", side.handler());
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve(LOG).toFile()));
        return builder.start();
    }

    /** Asks it to end, which is when it writes an archive. */
    static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The function does not end");
        }
    }
}
