package likely.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import likely.local.Json;
import org.junit.jupiter.api.Test;

class ProxyEventTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void the_event_has_the_fields_of_the_documented_input_format() {
        Map<String, Object> event = event("", null);
        assertThat(event)
                .containsOnlyKeys(
                        "resource",
                        "path",
                        "httpMethod",
                        "headers",
                        "multiValueHeaders",
                        "queryStringParameters",
                        "multiValueQueryStringParameters",
                        "pathParameters",
                        "stageVariables",
                        "requestContext",
                        "body",
                        "isBase64Encoded");
        assertThat(Json.object(Json.text(event.get("requestContext"))))
                .containsEntry("stage", "live")
                .containsEntry("resourcePath", "/surveys/{survey}")
                .containsEntry("path", "/surveys/demo")
                .containsEntry("domainName", "localhost")
                .containsEntry("protocol", "HTTP/1.1")
                .containsEntry("requestTime", "22/Nov/2026:12:00:00 +0000")
                .containsEntry("requestTimeEpoch", 1795348800000L)
                .containsKeys("accountId", "apiId", "requestId", "resourceId", "extendedRequestId", "domainPrefix");
        assertThat(Json.text(event.get("requestContext"))).contains("\"sourceIp\":\"127.0.0.1\"");
    }

    @Test
    void what_is_absent_is_null() {
        assertThat(event("", null))
                .containsEntry("body", null)
                .containsEntry("queryStringParameters", null)
                .containsEntry("multiValueQueryStringParameters", null)
                .containsEntry("stageVariables", null);
    }

    @Test
    void a_repeated_name_has_its_last_value_and_all_of_them() {
        assertThat(event("", "a=1&a=2"))
                .containsEntry("queryStringParameters", Map.of("a", "2"))
                .containsEntry("multiValueQueryStringParameters", Map.of("a", List.of("1", "2")));
    }

    @Test
    void bytes_that_are_no_utf_8_are_replaced() {
        Map<String, Object> event = event(Body.of(new byte[] {'a', (byte) 0xff}), null);
        assertThat(event).containsEntry("body", "a\ufffd");
    }

    private static Map<String, Object> event(String body, String query) {
        return event(Body.of(body), query);
    }

    private static Map<String, Object> event(Body body, String query) {
        Request request = new Request(
                "GET",
                "/surveys/demo",
                query,
                Map.of("Host", List.of("localhost:8080")),
                body,
                "HTTP/1.1",
                "127.0.0.1",
                8080);
        Route route = new Route("GET", PathPattern.of("/surveys/{survey}"), null);
        String json =
                new ProxyEvent("api", "live", CLOCK).of(request, new Routes.Match(route, Map.of("survey", "demo")));
        return Json.object(json);
    }
}
