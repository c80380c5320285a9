package likely.local.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import likely.local.lambda.FunctionFailure;
import likely.local.lambda.Functions;
import likely.local.lambda.LambdaFunction;

/** Lambda's Invoke: POST /2015-03-31/functions/{name}/invocations; a qualifier names the one version there is. */
public final class InvokeEndpoint implements RestOperation {

    private static final String PREFIX = "/2015-03-31/functions/";
    private static final String SUFFIX = "/invocations";

    private final Functions functions;

    private InvokeEndpoint(Functions functions) {
        this.functions = functions;
    }

    public static void serve(AwsEndpoint endpoint, Functions functions) {
        endpoint.path(PREFIX, new InvokeEndpoint(functions));
    }

    @Override
    public Answer call(String path, Map<String, String> headers, String body) {
        if (!path.endsWith(SUFFIX)) {
            throw new AwsError(404, "ResourceNotFoundException", path);
        }
        String name = URLDecoder.decode(path.substring(0, path.length() - SUFFIX.length()), StandardCharsets.UTF_8);
        LambdaFunction function = functions
                .find(name)
                .orElseThrow(() -> new AwsError(404, "ResourceNotFoundException", "Function not found: " + name));
        String event = body.isEmpty() ? "{}" : body;
        return switch (headers.getOrDefault("X-Amz-Invocation-Type", "RequestResponse")) {
            case "RequestResponse" -> wait(function, event);
            case "Event" -> {
                functions.invokeLater(function, event);
                yield new Answer(202, Map.of(), "");
            }
            case "DryRun" -> new Answer(204, Map.of(), "");
            default -> throw new AwsError(400, "InvalidParameterValueException", "X-Amz-Invocation-Type");
        };
    }

    private static Answer wait(LambdaFunction function, String event) {
        try {
            return new Answer(200, Map.of("X-Amz-Executed-Version", "$LATEST"), function.invoke(event));
        } catch (FunctionFailure failure) {
            Map<String, String> headers =
                    Map.of("X-Amz-Executed-Version", "$LATEST", "X-Amz-Function-Error", "Unhandled");
            return new Answer(200, headers, failure.errorJson());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AwsError(503, "ServiceException", "Shutting down");
        }
    }
}
