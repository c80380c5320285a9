package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The calls of docs/api.md, made by curl as they stand there. */
class DocumentedCallsTest {
    private final Api api = new Api();

    @Test
    void every_documented_call_succeeds() throws Exception {
        Path root = Files.exists(Path.of("docs/api.md")) ? Path.of("") : Path.of("../..");
        String calls = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(root.resolve("docs/api.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining());
        assertThat(calls).contains("curl");

        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
        try {
            ProcessBuilder shell = new ProcessBuilder("sh", "-exc", "command -v curl >&2 || exit 127\n" + calls);
            shell.environment()
                    .put("BASE", "http://localhost:" + http.getAddress().getPort());
            shell.environment().put("KEY", Api.OWNER);
            Process process = shell.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assumeTrue(process.waitFor() != 127, "there is no curl here");

            assertThat(process.exitValue()).as(output).isZero();
            assertThat(output).contains("\"role\":\"owner\"", "Quick and friendly", "segment:region", "{\"ok\":true}");
        } finally {
            http.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Api.Call call = api.call(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString())
                    .header("X-Forwarded-Proto", "http");
            exchange.getRequestHeaders().forEach((name, values) -> call.header(name, values.get(0)));
            byte[] body = exchange.getRequestBody().readAllBytes();
            Api.Answer answer = (body.length == 0 ? call : call.body(new String(body, StandardCharsets.UTF_8))).send();
            api.count();
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().put(name, List.of(value)));
            byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }
}
