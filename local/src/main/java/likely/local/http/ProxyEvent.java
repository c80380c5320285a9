package likely.local.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import likely.embedded.Template;
import likely.local.Json;
import org.jspecify.annotations.Nullable;

/**
 * The event that a REST API sends to a function behind a proxy integration. Names and nulls are those of
 * docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html (input format); paths look
 * as behind a custom domain, without the stage.
 */
final class ProxyEvent {

    private static final DateTimeFormatter REQUEST_TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** Headers between the client and API Gateway, which no function gets to see. */
    private static final Set<String> HOP = Set.of(
            "Connection",
            "Content-Length",
            "Content-Encoding",
            "Expect",
            "Te",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade");

    private static final List<String> NULL_IDENTITY = List.of(
            "accessKey",
            "accountId",
            "caller",
            "cognitoAuthenticationProvider",
            "cognitoAuthenticationType",
            "cognitoIdentityId",
            "cognitoIdentityPoolId",
            "principalOrgId",
            "user",
            "userArn");

    private final String apiId;
    private final String stage;
    private final InstantSource clock;

    ProxyEvent(String apiId, String stage, InstantSource clock) {
        this.apiId = apiId;
        this.stage = stage;
        this.clock = clock;
    }

    String of(Request request, Routes.Match match) {
        Map<String, List<String>> headers = request.headersAnd(Map.of(
                "X-Forwarded-For", request.sourceIp(),
                "X-Forwarded-Port", String.valueOf(request.port()),
                "X-Forwarded-Proto", "http"));
        headers.keySet().removeAll(HOP);
        Map<String, List<String>> query = QueryString.parse(request.query());
        String resource = match.route().path().resource();
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("resource", resource);
        event.put("path", request.path());
        event.put("httpMethod", request.method());
        event.put("headers", last(headers));
        event.put("multiValueHeaders", headers);
        event.put("queryStringParameters", query.isEmpty() ? null : last(query));
        event.put("multiValueQueryStringParameters", query.isEmpty() ? null : query);
        event.put("pathParameters", match.parameters().isEmpty() ? null : match.parameters());
        event.put("stageVariables", null);
        event.put("requestContext", context(request, resource));
        event.put("body", request.body().length() == 0 ? null : request.body().text());
        event.put("isBase64Encoded", false);
        return Json.text(event);
    }

    private Map<String, @Nullable Object> context(Request request, String resource) {
        Instant now = clock.instant();
        String domain = domain(request.header("Host").orElse("localhost"));
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        context.put("resourceId", Integer.toHexString(resource.hashCode()));
        context.put("resourcePath", resource);
        context.put("httpMethod", request.method());
        context.put("extendedRequestId", Long.toHexString(now.toEpochMilli()));
        context.put("requestTime", REQUEST_TIME.format(now));
        context.put("requestTimeEpoch", now.toEpochMilli());
        context.put("path", request.path());
        context.put("accountId", Template.ACCOUNT);
        context.put("protocol", request.protocol());
        context.put("stage", stage);
        context.put("domainPrefix", domain.contains(".") ? domain.substring(0, domain.indexOf('.')) : domain);
        context.put("domainName", domain);
        context.put("requestId", UUID.randomUUID().toString());
        context.put("identity", identity(request));
        context.put("apiId", apiId);
        return context;
    }

    private static Map<String, @Nullable Object> identity(Request request) {
        Map<String, @Nullable Object> identity = new LinkedHashMap<>();
        NULL_IDENTITY.forEach(name -> identity.put(name, null));
        identity.put("sourceIp", request.sourceIp());
        identity.put("userAgent", request.header("User-Agent").orElse(null));
        return identity;
    }

    private static String domain(String host) {
        int colon = host.lastIndexOf(':');
        return colon < 0 || host.endsWith("]") ? host : host.substring(0, colon);
    }

    private static Map<String, String> last(Map<String, List<String>> values) {
        Map<String, String> single = new LinkedHashMap<>();
        values.forEach((name, all) -> single.put(name, all.get(all.size() - 1)));
        return single;
    }
}
