package likely.e2e.client;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Somebody who calls the service, with headers that go with each call. */
public final class Caller {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final JSON WITH_NULLS = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private final List<String> headers;

    private Caller(List<String> headers) {
        this.headers = List.copyOf(headers);
    }

    /** A visitor, who has no key. */
    public static Caller anybody() {
        return new Caller(List.of());
    }

    public static Caller owner() {
        return withKey(Target.get().key());
    }

    public static Caller withKey(String key) {
        String basic = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
        return anybody().with("Authorization", "Basic " + basic);
    }

    public Caller with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Caller(more);
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    public Reply post(String path, Object json) {
        return with("Content-Type", "application/json").send("POST", path, text(json));
    }

    public Reply put(String path, Object json) {
        return with("Content-Type", "application/json").send("PUT", path, text(json));
    }

    /**
     * Sends a request.
     *
     * @param path below the base address, or a whole address as a Link has it
     */
    public Reply send(String method, String path, String body) {
        URI address =
                path.startsWith("http") ? URI.create(path) : Target.get().url().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60)) // a function that starts cold under a loaded machine
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return Reply.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String text(Object json) {
        try {
            return json instanceof String text ? text : WITH_NULLS.asString(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
