package likely.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a machine has stored and counted, asked of its own function. */
record Stored(Set<String> answers, int counted) {

    static Stored read(HttpClient client, URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("stored")).build();
        String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        Map<String, ?> stored = Json.object(body);
        Set<String> answers =
                ((List<?>) stored.get("answers")).stream().map(String::valueOf).collect(Collectors.toSet());
        return new Stored(answers, ((Number) stored.get("counted")).intValue());
    }
}
