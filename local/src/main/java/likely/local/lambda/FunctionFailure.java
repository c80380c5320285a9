package likely.local.lambda;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import likely.local.Json;
import org.jspecify.annotations.Nullable;

/** A call that ended in an exception or ran out of time. */
public final class FunctionFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final String errorType;
    private final boolean timeout;

    private FunctionFailure(String errorType, @Nullable String message, boolean timeout, @Nullable Throwable cause) {
        super(message, cause);
        this.errorType = errorType;
        this.timeout = timeout;
    }

    static FunctionFailure thrown(Throwable cause) {
        return new FunctionFailure(cause.getClass().getName(), cause.getMessage(), false, cause);
    }

    static FunctionFailure timedOut(String requestId, Duration timeout) {
        String message = "%s Task timed out after %.2f seconds".formatted(requestId, timeout.toMillis() / 1000.0);
        return new FunctionFailure("Sandbox.Timedout", message, true, null);
    }

    public boolean timeout() {
        return timeout;
    }

    /** The payload that Lambda returns for it. */
    public String errorJson() {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("errorMessage", getMessage());
        error.put("errorType", errorType);
        Throwable cause = getCause();
        if (cause != null) {
            error.put(
                    "stackTrace",
                    Arrays.stream(cause.getStackTrace())
                            .map(StackTraceElement::toString)
                            .toList());
        }
        return Json.text(error);
    }

    /** The cause's stack trace, for the log. */
    public String trace() {
        StringWriter text = new StringWriter();
        Throwable cause = getCause();
        (cause == null ? this : cause).printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
