package likely.local;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.EmbeddedSes;
import likely.embedded.Template;
import likely.local.bus.Bus;
import likely.local.calls.CallRecorder;
import likely.local.clock.ClockPage;
import likely.local.clock.MovableClock;
import likely.local.demo.DemoPages;
import likely.local.demo.DemoShop;
import likely.local.http.AwsEndpoint;
import likely.local.http.Front;
import likely.local.http.Gateway;
import likely.local.http.InvokeEndpoint;
import likely.local.lambda.Functions;
import likely.local.mailbox.Mailbox;
import likely.local.queues.QueuePumps;
import likely.local.queues.Queues;
import likely.local.schedules.Scheduler;
import likely.local.secrets.Secrets;
import likely.local.streams.StreamPumps;
import likely.local.topics.Topics;

/** The template at work: everything in it started in the order of need, and stopped in the reverse. */
public final class Installation implements AutoCloseable {

    private static final String SENDER = "survey@likely.example";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Map<String, String> environment;
    private final Secrets secrets;
    private final Front front;

    private Installation(Settings settings, Template given, Clock clock, Sleeper sleeper) {
        try {
            settings.calls().ifPresent(CallRecorder::record);
            DataFolder folder = started(DataFolder.open(settings.data()));
            front = started(new Front(settings.port()));
            Template template = withOwnAddress(given, front.address());
            Supported.check(template);
            MovableClock moved = new MovableClock(folder, clock);
            Queues queues = started(new Queues(template, folder));
            EmbeddedDynamoDb dynamo = started(EmbeddedDynamoDb.inFolder(folder.resolve("dynamodb"), 0));
            dynamo.tables(template);
            secrets = new Secrets(template, folder);
            EmbeddedSes ses = started(EmbeddedSes.start(moved.withZone(ZoneOffset.UTC)));
            AwsEndpoint endpoint = started(new AwsEndpoint());
            secrets.serve(endpoint);
            environment = environment(moved, dynamo, queues, ses, endpoint);
            Functions functions = started(new Functions(template, environment, queues::send, moved, sleeper));
            InvokeEndpoint.serve(endpoint, functions);
            Bus bus = new Bus(template, (arn, event) -> deliver(arn, event, functions, queues), moved);
            bus.serve(endpoint);
            Topics topics =
                    new Topics(template, (id, event) -> functions.invokeLater(functions.byId(id), event), moved);
            Mailbox mailbox = new Mailbox(template, ses, folder, topics, moved);
            started(new StreamPumps(template, functions, dynamo, queues, folder, clock, sleeper));
            started(new QueuePumps(template, functions, queues, sleeper));
            Scheduler scheduler = started(
                    Scheduler.start(template, moved, (id, event) -> functions.invokeLater(functions.byId(id), event)));
            moved.onMove(scheduler::wake);
            started(front)
                    .open( // once more, to be the first that stops
                            List.of(new DemoShop(bus), new DemoPages(), new ClockPage(moved), mailbox, bus),
                            new Gateway(template, functions, moved));
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

    /** The template with this machine's address and a sender's, for the links and the heads of mails. */
    private static Template withOwnAddress(Template given, URI front) {
        String address = front.toString();
        Map<String, String> own = new LinkedHashMap<>();
        own.put("PublicUrl", address.substring(0, address.length() - 1));
        own.put("MailFrom", SENDER);
        own.keySet().removeIf(parameter -> !given.hasParameter(parameter));
        return given.with(own);
    }

    /** What the SDKs read, by their own names, and the clock's file; every function gets it. */
    private static Map<String, String> environment(
            MovableClock clock, EmbeddedDynamoDb dynamo, Queues queues, EmbeddedSes ses, AwsEndpoint endpoint) {
        return Map.of(
                MovableClock.VARIABLE,
                clock.file().toString(),
                "AWS_REGION",
                Template.REGION,
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local",
                "AWS_ENDPOINT_URL_DYNAMODB",
                dynamo.endpoint().toString(),
                "AWS_ENDPOINT_URL_SQS",
                queues.endpoint().toString(),
                "AWS_ENDPOINT_URL_SES",
                ses.endpoint().toString(),
                "AWS_ENDPOINT_URL_EVENTBRIDGE",
                endpoint.address().toString(),
                "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                endpoint.address().toString(),
                "AWS_ENDPOINT_URL_LAMBDA",
                endpoint.address().toString());
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
