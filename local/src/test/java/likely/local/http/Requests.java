package likely.local.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests to pages, as a program sends them; a browser's headers are added by name and value. */
public final class Requests {

    private Requests() {}

    public static Request get(String pathAndQuery, String... headers) {
        return request("GET", pathAndQuery, "", of(headers));
    }

    public static Request post(String path, String form, String... headers) {
        return request("POST", path, form, of(headers));
    }

    private static Map<String, List<String>> of(String... headers) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("Host", List.of("localhost:8080"));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        return all;
    }

    private static Request request(String method, String target, String body, Map<String, List<String>> headers) {
        int question = target.indexOf('?');
        return new Request(
                method,
                question < 0 ? target : target.substring(0, question),
                question < 0 ? null : target.substring(question + 1),
                headers,
                Body.of(body),
                "HTTP/1.1",
                "127.0.0.1",
                8080);
    }
}
