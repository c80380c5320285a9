package likely.local.calls;

import java.nio.file.Path;
import java.util.Optional;
import likely.local.Json;
import likely.local.lambda.CurrentFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Notes each AWS call that a handler makes, so that a test can hold the template's permissions against what is used. The
 * SDK makes it itself, from the class path; so where the notes go is set for the whole process.
 */
public final class CallRecorder implements ExecutionInterceptor {

    private static volatile @Nullable CallFile file;

    /** Starts to append to a file. */
    public static void record(Path path) {
        file = new CallFile(path);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        CallFile into = file;
        Optional<String> function = CurrentFunction.name();
        if (into == null || function.isEmpty()) {
            return;
        }
        SdkRequest request = context.request();
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        Calls.of(function.get(), service, operation, request).forEach(call -> into.append(Json.text(call)));
    }
}
