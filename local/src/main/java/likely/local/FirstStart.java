package likely.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What the owner of a new installation would do first, so that the demo shop has something to ask, by page and by mail. */
final class FirstStart {
    /** Of what the demo shop tells the bus; an order that comes back before its hour is over is not asked about. */
    private static final String AFTER_AN_ORDER = """
            {"name": "After an order",
             "trigger": {"type": "event", "event": "OrderCompleted", "key": "order", "cancelled_by": ["OrderReturned"],
                         "delay": 3600, "properties": {"product": "product", "colour": "colour", "region": "region"}}}
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final String authorization;

    FirstStart(URI address, String key) {
        this.address = address;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    }

    /** Makes what is missing; a campaign that was switched off is still there, and is left alone. */
    void prepare() throws InterruptedException {
        call(200, request("v1/surveys")); // the owner's first call makes the default survey
        String campaigns = call(200, request("v1/campaigns"));
        if (campaigns.strip().equals("[]")) {
            call(
                    201,
                    request("v1/campaigns")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(AFTER_AN_ORDER)));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", authorization);
    }

    private String call(int expected, HttpRequest.Builder builder) throws InterruptedException {
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
        }
    }
}
