package likely.local.http;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import likely.embedded.Properties;
import likely.embedded.Resource;
import likely.embedded.Template;
import likely.embedded.TemplateException;
import likely.local.http.GatewayResponses.Kind;
import likely.local.lambda.FunctionFailure;
import likely.local.lambda.Functions;
import likely.local.lambda.LambdaFunction;

/** API Gateway: finds the route, makes the event, calls the function, reads its answer. */
public final class Gateway {

    static final int BODY_LIMIT = 10 * 1024 * 1024;
    /** Of a synchronous call to Lambda, each way. */
    private static final int PAYLOAD_LIMIT = 6 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(Gateway.class.getName());

    private final Routes routes;
    private final GatewayResponses responses;
    private final ProxyEvent events;
    private final int minimumCompressionSize;

    public Gateway(Template template, Functions functions, InstantSource clock) {
        List<Resource> apis = template.resources("AWS::Serverless::Api");
        if (apis.size() != 1) {
            throw new TemplateException("Expected one AWS::Serverless::Api, found " + apis.size());
        }
        Resource api = apis.get(0);
        Properties properties = api.properties();
        routes = Routes.of(template, functions);
        responses = new GatewayResponses(properties.object("GatewayResponses"));
        events = new ProxyEvent(template.ref(api.id()), properties.text("StageName"), clock);
        minimumCompressionSize = properties.number("MinimumCompressionSize", -1);
    }

    Reply answer(Request request) throws InterruptedException {
        Reply reply = unpacked(request)
                .packed(
                        minimumCompressionSize,
                        request.header("Accept-Encoding").orElse(""));
        reply.headers().put("x-amzn-RequestId", List.of(UUID.randomUUID().toString()));
        return reply;
    }

    private Reply unpacked(Request request) throws InterruptedException {
        Optional<Routes.Match> match = routes.find(request.method(), request.path());
        if (match.isEmpty()) {
            return responses.of(Kind.MISSING_AUTHENTICATION_TOKEN);
        }
        if (request.body().length() > BODY_LIMIT) {
            return responses.of(Kind.REQUEST_TOO_LARGE);
        }
        String event = events.of(request, match.get());
        return tooLarge(event)
                ? responses.of(Kind.REQUEST_TOO_LARGE)
                : call(match.get().route().function(), event);
    }

    private Reply call(LambdaFunction function, String event) throws InterruptedException {
        try {
            String answer = function.invoke(event);
            if (tooLarge(answer)) {
                LOG.log(Level.WARNING, () -> function.name() + " answered more than Lambda's 6 MB");
                return responses.of(Kind.INTEGRATION_FAILURE);
            }
            return ProxyReply.read(answer);
        } catch (FunctionFailure alreadyLogged) {
            return responses.of(alreadyLogged.timeout() ? Kind.INTEGRATION_TIMEOUT : Kind.INTEGRATION_FAILURE);
        } catch (IllegalArgumentException malformed) {
            LOG.log(Level.WARNING, malformed, () -> function.name() + " answered what API Gateway cannot read");
            return responses.of(Kind.INTEGRATION_FAILURE);
        }
    }

    private static boolean tooLarge(String payload) {
        return payload.length() > PAYLOAD_LIMIT / 4 && payload.getBytes(StandardCharsets.UTF_8).length > PAYLOAD_LIMIT;
    }
}
