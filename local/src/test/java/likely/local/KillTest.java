package likely.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the machine under load and holds what was acknowledged against what is stored and counted. The end-to-end suite does
 * it to the service itself; here are the pumps alone.
 */
class KillTest {

    private static final int KILLS = 2;
    private static final int ANSWERS_BEFORE_A_KILL = 15;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();

    @TempDir
    Path data;

    @Test
    void a_killed_machine_loses_no_acknowledged_answer_and_no_count() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start();
            URI address = address(process);
            int enough = acknowledged.size() + ANSWERS_BEFORE_A_KILL;
            Thread load = new Thread(() -> answerUntilItDies(address));
            load.start();
            await(() -> acknowledged.size() >= enough);
            process.destroyForcibly().waitFor();
            load.join();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * ANSWERS_BEFORE_A_KILL);

        Process last = start();
        URI address = address(last);
        Stored stored = Stored.read(client, address);
        assertThat(stored.answers()).containsAll(acknowledged);
        // Stored may exceed acknowledged by those whose reply the kill cut off; all that is stored must be counted.
        await(() -> Stored.read(client, address).counted() >= stored.answers().size());
        assertThat(Stored.read(client, address).counted())
                .isEqualTo(stored.answers().size());
        last.destroyForcibly().waitFor();
    }

    private void answerUntilItDies(URI address) {
        while (true) {
            String id = "answer-" + next.incrementAndGet();
            HttpRequest request = HttpRequest.newBuilder(address.resolve("answers/" + id))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 201) {
                    acknowledged.add(id);
                }
            } catch (IOException killed) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dsqlite4java.library.path=" + System.getProperty("sqlite4java.library.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestInstallation.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static URI address(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready ")) {
                return URI.create(line.substring("ready ".length()));
            }
        }
        throw new IllegalStateException("The machine ended before it was ready");
    }

    private static void await(Condition condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.holds()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }
}
