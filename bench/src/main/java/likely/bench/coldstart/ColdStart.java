package likely.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.bench.coldstart.Launch.Side;
import likely.surveys.ResponseId;

/**
 * Measures cold starts: from the start of the process until its answer to the first event is there, answered 201 and
 * stored in DynamoDB Local. The sides take turns, so that a machine that slows down slows all of them.
 */
public final class ColdStart {
    private static final String FUNCTION = "likely.functions.recordresponse.RecordResponse";
    private static final String PLAIN = "likely.functions.recordresponse.PlainRecordResponse";
    private static final int WARM_UPS = 2;

    private final Stack stack;
    private final Launch launch;
    private final Path work;

    private ColdStart(Stack stack, Launch launch, Path work) {
        this.stack = stack;
        this.launch = launch;
        this.work = work;
    }

    /** Arguments: the function's jar, the folder of the runtime's jars, a folder to write to, and the rounds. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path functionJar = Path.of(arguments[0]).toAbsolutePath();
        Path runtime = Path.of(arguments[1]).toAbsolutePath();
        Path work = Files.createDirectories(Path.of(arguments[2]).toAbsolutePath());
        int rounds = Integer.parseInt(arguments[3]);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path plainJar = PlainJar.write(functionJar, work.resolve("plain.jar"));
        try (Stack stack = new Stack()) {
            ColdStart bench = new ColdStart(stack, new Launch(java, runtime, stack.environment()), work);
            List<Side> sides = new ArrayList<>();
            sides.add(new Side("plain", plainJar, PLAIN, List.of()));
            sides.add(new Side("function", functionJar, FUNCTION, List.of()));
            for (Side side : List.copyOf(sides)) {
                sides.add(bench.archived(side));
            }
            Report.print(bench.measure(sides, rounds));
        }
    }

    /** The same side with a class data sharing archive of its own first run. */
    private Side archived(Side side) throws IOException, InterruptedException {
        Path archive = work.resolve(side.name() + ".jsa");
        Files.deleteIfExists(archive);
        Side recording = new Side(
                side.name(),
                side.jar(),
                side.handler(),
                List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off"));
        run(recording, Launch::end);
        return new Side(
                side.name() + " + AppCDS", side.jar(), side.handler(), List.of("-XX:SharedArchiveFile=" + archive));
    }

    private Map<String, List<Sample>> measure(List<Side> sides, int rounds) throws IOException, InterruptedException {
        Map<String, List<Sample>> measured = new LinkedHashMap<>();
        for (int round = -WARM_UPS; round < rounds; round++) {
            for (Side side : sides) {
                Sample sample = run(side, process -> process.destroyForcibly().waitFor());
                if (round >= 0) {
                    measured.computeIfAbsent(side.name(), name -> new ArrayList<>())
                            .add(sample);
                }
            }
        }
        return measured;
    }

    private Sample run(Side side, Ending ending) throws IOException, InterruptedException {
        String submissionId = "bench-" + Long.toString(System.nanoTime(), 36);
        try (RuntimeApi api = new RuntimeApi(Stack.event(submissionId))) {
            long started = System.nanoTime();
            Process process = launch.start(side, api.address(), work);
            try {
                RuntimeApi.Answer answer = api.answer();
                Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
                requireStored(answer.body(), submissionId);
                return new Sample((answer.nanoTime() - started) / 1e6, cpu.toMillis());
            } finally {
                ending.of(process);
            }
        }
    }

    private void requireStored(String answer, String submissionId) {
        String response = ResponseId.of(Stack.SURVEY, submissionId);
        if (!answer.contains("\"statusCode\":201") || !answer.contains(response) || !stack.isStored(response)) {
            throw new IllegalStateException(
                    "Not answered 201 and stored: " + answer + "; see " + work.resolve(Launch.LOG));
        }
    }

    private interface Ending {
        void of(Process process) throws InterruptedException;
    }
}
