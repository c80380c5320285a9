package likely.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A function of the template. Like Lambda it gives an instance one call at a time, and makes another when all are busy. */
public final class LambdaFunction {

    private static final Logger LOG = Logger.getLogger(LambdaFunction.class.getName());

    private final String id;
    private final String name;
    private final String arn;
    private final Duration timeout;
    private final int memory;
    private final AsynchronousCalls asynchronous;
    private final HandlerFactory factory;
    private final ExecutorService workers;
    private final Queue<RequestStreamHandler> idle = new ConcurrentLinkedQueue<>();

    LambdaFunction(FunctionDefinition definition, Map<String, String> environment, ExecutorService workers) {
        this.id = definition.id();
        this.name = definition.name();
        this.arn = definition.arn();
        this.timeout = definition.timeout();
        this.memory = definition.memory();
        this.asynchronous = definition.asynchronous();
        this.factory = new HandlerFactory(name, definition.handler(), environment);
        this.workers = workers;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String arn() {
        return arn;
    }

    public Duration timeout() {
        return timeout;
    }

    public int memory() {
        return memory;
    }

    AsynchronousCalls asynchronous() {
        return asynchronous;
    }

    /** Calls the function and waits for its answer, its exception or its time-out; the latter two are logged here. */
    public String invoke(String event) throws FunctionFailure, InterruptedException {
        Invocation invocation = new Invocation(this);
        Future<String> answer = workers.submit(() -> run(event, invocation));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw logged(FunctionFailure.timedOut(invocation.getAwsRequestId(), timeout));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw logged(FunctionFailure.thrown(cause == null ? e : cause));
        }
    }

    private String run(String event, Invocation invocation) throws Exception {
        CurrentFunction.enter(name);
        try {
            RequestStreamHandler handler = instance();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, invocation);
            // Only after a good call: one that threw or timed out may be left in any state.
            if (!Thread.currentThread().isInterrupted()) {
                idle.add(handler);
            }
            return out.toString(StandardCharsets.UTF_8);
        } finally {
            CurrentFunction.leave();
        }
    }

    private RequestStreamHandler instance() throws Exception {
        @Nullable RequestStreamHandler handler = idle.poll();
        return handler != null ? handler : factory.make();
    }

    private FunctionFailure logged(FunctionFailure failure) {
        LOG.log(Level.WARNING, () -> name + " failed: " + failure.trace());
        return failure;
    }
}
