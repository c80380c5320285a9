package likely.local.lambda;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import likely.embedded.Resource;
import likely.embedded.Template;
import likely.local.Sleeper;
import likely.local.Workers;

/** All functions of the template, found by logical id, name or ARN. */
public final class Functions implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Functions.class.getName());

    private final Map<String, LambdaFunction> byId = new LinkedHashMap<>();
    private final ExecutorService workers = Workers.pool("lambda");
    private final FailureQueue failures;
    private final InstantSource clock;
    private final Sleeper sleeper;

    /** Takes a message for a queue by its ARN. */
    @FunctionalInterface
    public interface FailureQueue {
        void send(String arn, String message);
    }

    /** The environment is what every function gets besides its own variables. */
    public Functions(
            Template template,
            Map<String, String> environment,
            FailureQueue failures,
            InstantSource clock,
            Sleeper sleeper) {
        this.failures = failures;
        this.clock = clock;
        this.sleeper = sleeper;
        for (Resource resource : template.resources("AWS::Serverless::Function")) {
            FunctionDefinition definition = FunctionDefinition.of(template, resource);
            Map<String, String> own = new LinkedHashMap<>(environment);
            own.putAll(definition.variables());
            own.put("AWS_LAMBDA_FUNCTION_NAME", definition.name());
            byId.put(resource.id(), new LambdaFunction(definition, own, workers));
        }
    }

    public LambdaFunction byId(String id) {
        LambdaFunction function = byId.get(id);
        if (function == null) {
            throw new IllegalArgumentException("No function " + id);
        }
        return function;
    }

    /** By name, ARN or partial ARN, with or without version or alias: there is one version of each here. */
    public Optional<LambdaFunction> find(String nameOrArn) {
        int marker = nameOrArn.indexOf("function:");
        String rest = marker < 0 ? nameOrArn : nameOrArn.substring(marker + "function:".length());
        String name = rest.contains(":") ? rest.substring(0, rest.indexOf(':')) : rest;
        return byId.values().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Calls without waiting; as in Lambda a failure is tried again, only sooner, and then told to who shall hear of it. */
    public void invokeLater(LambdaFunction function, String event) {
        workers.execute(() -> {
            try {
                attempt(function, event);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void attempt(LambdaFunction function, String event) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                function.invoke(event);
                return;
            } catch (FunctionFailure alreadyLogged) {
                if (attempt > function.asynchronous().retries()) {
                    giveUp(function, attempt, event, alreadyLogged);
                    return;
                }
            }
            sleeper.sleep(Duration.ofSeconds(attempt));
        }
    }

    private void giveUp(LambdaFunction function, int attempts, String event, FunctionFailure failure) {
        LOG.log(Level.WARNING, () -> function.name() + ": gave up an asynchronous call");
        function.asynchronous()
                .onFailure()
                .ifPresent(arn ->
                        failures.send(arn, GivenUp.message(function, attempts, event, failure, clock.instant())));
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
