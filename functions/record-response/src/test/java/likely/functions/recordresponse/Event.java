package likely.functions.recordresponse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.surveys.json.Json;

/** A proxy event of a REST API, with what the function looks at. */
final class Event {
    private final Map<String, Object> event = new LinkedHashMap<>();
    private final Map<String, Object> headers = new LinkedHashMap<>();
    private final Map<String, Object> query = new LinkedHashMap<>();

    private Event(String method, String resource, String path) {
        event.put("resource", resource);
        event.put("path", path);
        event.put("httpMethod", method);
        event.put("multiValueHeaders", headers);
        event.put("requestContext", context());
        event.put("isBase64Encoded", false);
    }

    static Event of(String method, String path) {
        return new Event(method, path, path);
    }

    static Event post(String survey, String body) {
        return responses("POST", survey)
                .header("Content-Type", "application/json")
                .body(body);
    }

    static Event responses(String method, String survey) {
        return new Event(method, "/surveys/{survey}/responses", "/surveys/" + survey + "/responses")
                .parameter("survey", survey);
    }

    static Event askings(String survey, String body) {
        return new Event("POST", "/surveys/{survey}/askings", "/surveys/" + survey + "/askings")
                .parameter("survey", survey)
                .header("Content-Type", "application/json")
                .body(body);
    }

    static Event settings(String survey) {
        return new Event("GET", "/surveys/{survey}", "/surveys/" + survey).parameter("survey", survey);
    }

    /** A page behind a link: {@code answer} or {@code unsubscribe}. */
    static Event page(String method, String route, String token) {
        return new Event(method, "/" + route + "/{token}", "/" + route + "/" + token).parameter("token", token);
    }

    static Event asset(String name) {
        return new Event("GET", "/assets/{asset}", "/assets/" + name).parameter("asset", name);
    }

    Event query(String name, String value) {
        query.put(name, List.of(value));
        event.put("multiValueQueryStringParameters", query);
        return this;
    }

    /** As API Gateway tells who calls it. */
    Event from(String address) {
        Map<String, Object> context = new LinkedHashMap<>(context());
        context.put("identity", Map.of("sourceIp", address));
        event.put("requestContext", context);
        return this;
    }

    private Map<String, Object> context() {
        return Map.of("path", "/live" + event.get("path"), "stage", "live");
    }

    /** The fields of a form, as a browser sends them. */
    Event form(String fields) {
        return header("Content-Type", "application/x-www-form-urlencoded").body(fields);
    }

    Event parameter(String name, String value) {
        event.put("pathParameters", Map.of(name, value));
        return this;
    }

    Event header(String name, String value) {
        headers.put(name, List.of(value));
        return this;
    }

    Event without(String header) {
        headers.remove(header);
        return this;
    }

    Event body(String body) {
        event.put("body", body);
        return this;
    }

    Event base64(String body) {
        event.put("isBase64Encoded", true);
        return body(body);
    }

    /** With "headers" and no "multiValueHeaders", as other senders of such events have it. */
    Event singleHeaders(Map<String, String> single) {
        event.remove("multiValueHeaders");
        event.put("headers", single);
        return this;
    }

    String json() {
        return Json.write(event);
    }
}
