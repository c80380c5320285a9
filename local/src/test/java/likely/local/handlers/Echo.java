package likely.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import likely.local.Json;

/** Answers with the event it got, or misbehaves as the path asks. */
public final class Echo implements RequestStreamHandler {

    private final String address;

    private Echo(String address) {
        this.address = address;
    }

    public static Echo create(Map<String, String> environment) {
        return new Echo(environment.getOrDefault("PUBLIC_URL", ""));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        Object path = Json.object(event).get("path");
        String answer = switch (String.valueOf(path)) {
            case "/v1/malformed" -> "{\"status\":200}";
            case "/v1/fails" -> throw new IllegalStateException("as asked");
            case "/v1/address" -> Json.text(Map.of("statusCode", 200, "body", address));
            case "/v1/slow" -> slow();
            case "/v1/cookies" ->
                "{\"statusCode\":200,\"multiValueHeaders\":{\"Set-Cookie\":[\"a=1\",\"b=2\"]},\"body\":\"\"}";
            default -> Json.text(Map.of("statusCode", 200, "body", event));
        };
        out.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static String slow() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "{}";
    }
}
