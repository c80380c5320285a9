package likely.functions.recount;

import java.util.Map;
import java.util.function.Supplier;
import likely.surveys.json.Json;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** The next invocation of this function, which goes on with a run. */
final class HandOver {
    private static final String ALIAS = "live";

    private final Supplier<LambdaClient> lambda;
    private final String function;

    HandOver(Supplier<LambdaClient> lambda, String function) {
        this.lambda = lambda;
        this.function = function;
    }

    void to(String run) {
        String payload = Json.write(Map.of("task", "resume", "run", run));
        lambda.get()
                .invoke(i -> i.functionName(function)
                        .qualifier(ALIAS)
                        .invocationType(InvocationType.EVENT)
                        .payload(SdkBytes.fromUtf8String(payload)));
    }
}
