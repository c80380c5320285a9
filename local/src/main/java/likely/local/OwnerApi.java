package likely.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** This machine's API, called over HTTP with the owner's key, as an owner's own server would call it. */
public final class OwnerApi {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final String key;

    /** @param address of the API, with a slash at its end */
    public OwnerApi(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    String key() {
        return key;
    }

    /** The body of what is there; any answer but 200 is a {@link LocalException}. */
    public String get(String path) {
        return call(200, request(path));
    }

    /** Makes something; any answer but 201 is a {@link LocalException}. */
    public String post(String path, String json) {
        return call(201, request(path).POST(BodyPublishers.ofString(json)));
    }

    /** Changes something; any answer but 200 is a {@link LocalException}. */
    public String put(String path, String json) {
        return call(200, request(path).PUT(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        String basic = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json");
    }

    private String call(int expected, HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        String what = request.method() + " " + request.uri().getPath();
        try {
            HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() != expected) {
                throw new LocalException(what + " answered " + reply.statusCode() + " to the owner's key");
            }
            return reply.body();
        } catch (IOException e) {
            throw new LocalException(what + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException(what + " was interrupted", e);
        }
    }
}
