package likely.local;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.local.bus.Bus;
import likely.local.calls.CallRecorder;
import likely.local.http.AwsEndpoint;
import likely.local.http.DemoPages;
import likely.local.http.Front;
import likely.local.http.Gateway;
import likely.local.http.InvokeEndpoint;
import likely.local.lambda.Functions;
import likely.local.queues.QueuePumps;
import likely.local.queues.Queues;
import likely.local.schedules.Scheduler;
import likely.local.secrets.Secrets;
import likely.local.streams.StreamPumps;

/** The template at work: everything in it started in the order of need, and stopped in the reverse. */
public final class Installation implements AutoCloseable {

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Map<String, String> environment;
    private final Secrets secrets;
    private final Front front;

    private Installation(Settings settings, Template template, Clock clock, Sleeper sleeper) {
        try {
            Supported.check(template);
            settings.calls().ifPresent(CallRecorder::record);
            DataFolder folder = started(DataFolder.open(settings.data()));
            Queues queues = started(new Queues(template, folder));
            EmbeddedDynamoDb dynamo = started(EmbeddedDynamoDb.inFolder(folder.resolve("dynamodb"), 0));
            dynamo.tables(template);
            secrets = new Secrets(template, folder);
            AwsEndpoint endpoint = started(new AwsEndpoint());
            secrets.serve(endpoint);
            environment = environment(dynamo, queues, endpoint);
            Functions functions = started(new Functions(template, environment, sleeper));
            InvokeEndpoint.serve(endpoint, functions);
            Bus bus = new Bus(template, (arn, event) -> deliver(arn, event, functions, queues), clock);
            bus.serve(endpoint);
            front = started(
                    new Front(settings.port(), new Gateway(template, functions, clock), List.of(new DemoPages(), bus)));
            started(new StreamPumps(template, functions, dynamo, queues, folder, clock, sleeper));
            started(new QueuePumps(template, functions, queues, sleeper));
            started(Scheduler.start(
                    template, clock, sleeper, (id, event) -> functions.invokeLater(functions.byId(id), event)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public static Installation start(Settings settings, Template template, Clock clock, Sleeper sleeper) {
        return new Installation(settings, template, clock, sleeper);
    }

    public URI address() {
        return front.address();
    }

    /** The text of a secret, by logical id. */
    public Optional<String> secret(String id) {
        return secrets.current(id);
    }

    /** What every function gets besides its own variables: region, credentials, the services' endpoints. */
    Map<String, String> environment() {
        return environment;
    }

    /** What the SDKs read, by their own names; every function gets it. */
    private static Map<String, String> environment(EmbeddedDynamoDb dynamo, Queues queues, AwsEndpoint endpoint) {
        return Map.of(
                "AWS_REGION", Template.REGION,
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_DYNAMODB", dynamo.endpoint().toString(),
                "AWS_ENDPOINT_URL_SQS", queues.endpoint().toString(),
                "AWS_ENDPOINT_URL_EVENTBRIDGE", endpoint.address().toString(),
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", endpoint.address().toString(),
                "AWS_ENDPOINT_URL_LAMBDA", endpoint.address().toString());
    }

    private static void deliver(String arn, String event, Functions functions, Queues queues) {
        if (queues.has(arn)) {
            queues.send(arn, event);
        } else {
            functions.invokeLater(functions.find(arn).orElseThrow(() -> new LocalException("No target " + arn)), event);
        }
    }

    private <T extends AutoCloseable> T started(T part) {
        running.push(part);
        return part;
    }

    @Override
    public void close() {
        RuntimeException first = null;
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) { // as AutoCloseable declares it; the other parts must still be closed
                first = first == null ? new IllegalStateException("Stopping failed", e) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
