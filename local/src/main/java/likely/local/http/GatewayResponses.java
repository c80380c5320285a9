package likely.local.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import likely.embedded.Properties;
import likely.embedded.TemplateException;
import likely.local.Json;

/** Replies that API Gateway makes itself, in the shape that the template's GatewayResponses give them. */
final class GatewayResponses {

    /** The kinds that can happen here, with API Gateway's own status and message. */
    enum Kind {
        MISSING_AUTHENTICATION_TOKEN(403, "Missing Authentication Token"),
        REQUEST_TOO_LARGE(413, "Request Too Long"),
        INTEGRATION_FAILURE(502, "Internal server error"),
        INTEGRATION_TIMEOUT(504, "Endpoint request timed out");

        final int status;
        final String message;

        Kind(int status, String message) {
            this.status = status;
            this.message = message;
        }

        String fallback() {
            return status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
        }
    }

    private final Properties responses;

    GatewayResponses(Properties responses) {
        this.responses = responses;
    }

    Reply of(Kind kind) {
        Properties response = responses.object(responses.has(kind.name()) ? kind.name() : kind.fallback());
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", List.of("application/json"));
        headers.put("x-amzn-ErrorType", List.of(kind.name()));
        Properties declared = response.object("ResponseParameters").object("Headers");
        declared.names().forEach(name -> headers.put(name, List.of(literal(declared, name))));
        String template = response.object("ResponseTemplates")
                .optionalText("application/json")
                .orElse("{\"message\":$context.error.messageString}");
        String body = template.replace("$context.error.messageString", Json.text(kind.message))
                .replace("$context.error.message", kind.message);
        return new Reply(response.number("StatusCode", kind.status), headers, Body.of(body));
    }

    private static String literal(Properties headers, String name) {
        String value = headers.text(name);
        if (value.length() < 2 || !value.startsWith("'") || !value.endsWith("'")) {
            throw new TemplateException(headers.where() + "." + name + ": only quoted values are supported here");
        }
        return value.substring(1, value.length() - 1);
    }
}
