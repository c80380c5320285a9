package likely.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From the POST of an answer to the score that shows it, as a client sees both: time from sending the POST until
 * {@code /v1/metrics} counts the answer. Takes the address and the owner's key of a running Likely.
 */
public final class PostToScore {
    private static final int ANSWERS = 200;
    private static final Pattern COUNT = Pattern.compile("\"response_count\":(\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String authorization;

    private PostToScore(String url, String key) {
        this.url = url;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String address = arguments[0];
        new PostToScore(address.endsWith("/") ? address : address + "/", arguments[1]).run();
    }

    private void run() throws IOException, InterruptedException {
        countEverybody();
        long counted = count();
        double[] millis = new double[ANSWERS];
        for (int i = -10; i < ANSWERS; i++) {
            long start = System.nanoTime();
            post(i);
            counted++;
            while (count() < counted) {
                Thread.sleep(5);
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "POST to visible score: p50 %.0f ms, p99 %.0f ms (%d answers, one after the other)%n",
                millis[ANSWERS / 2],
                millis[ANSWERS * 99 / 100],
                ANSWERS);
    }

    /** All answers come from this machine, which is no place that is to be slowed. */
    private void countEverybody() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "v1/surveys/demo"))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"limits\":{\"per_place\":null}}"))
                .build();
        int status = http.send(request, BodyHandlers.ofString()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("PUT was answered " + status);
        }
    }

    private void post(int i) throws IOException, InterruptedException {
        String body = "{\"submissionId\":\"" + UUID.randomUUID() + "\",\"score\":" + Math.floorMod(i, 11) + "}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "surveys/demo/responses"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        int status = http.send(request, BodyHandlers.ofString()).statusCode();
        if (status != 201) {
            throw new IllegalStateException("POST was answered " + status);
        }
    }

    private long count() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "v1/metrics?survey=demo&since=0"))
                .header("Authorization", authorization)
                .build();
        Matcher count =
                COUNT.matcher(http.send(request, BodyHandlers.ofString()).body());
        if (!count.find()) {
            throw new IllegalStateException("/v1/metrics has no response_count");
        }
        return Long.parseLong(count.group(1));
    }
}
