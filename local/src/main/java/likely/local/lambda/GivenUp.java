package likely.local.lambda;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import likely.local.Json;
import org.jspecify.annotations.Nullable;

/**
 * What an asynchronous call's failure destination gets once no attempt is left:
 * docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html.
 */
final class GivenUp {

    private GivenUp() {}

    static String message(LambdaFunction function, int attempts, String event, FunctionFailure failure, Instant now) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("requestId", UUID.randomUUID().toString());
        request.put("functionArn", function.arn() + ":$LATEST");
        request.put("condition", "RetriesExhausted");
        request.put("approximateInvokeCount", attempts);
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("version", "1.0");
        message.put("timestamp", now.toString());
        message.put("requestContext", request);
        message.put("requestPayload", Json.parse(event));
        message.put(
                "responseContext",
                Map.of("statusCode", 200, "executedVersion", "$LATEST", "functionError", "Unhandled"));
        message.put("responsePayload", Json.parse(failure.errorJson()));
        return Json.text(message);
    }
}
