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
import likely.local.demo.Signer;
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
    private static final String OWNER_KEY = "OwnerKeySecret";

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
            DemoShop shop =
                    new DemoShop(bus, new Signer(survey -> identityKey(secrets, front.address(), survey), moved));
            started(front)
                    .open( // once more, to be the first that stops
                            List.of(shop, new DemoPages(), new ClockPage(moved), mailbox, bus),
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

    /** This machine's API as its owner calls it; nothing where the template has no such secret. */
    Optional<OwnerApi> owner() {
        return owner(secrets, address());
    }

    private static Optional<OwnerApi> owner(Secrets secrets, URI address) {
        return secrets.current(OWNER_KEY).map(key -> new OwnerApi(address, key));
    }

    /** The demo shop's: it asks the API for a survey's identity key when it first signs for that survey. */
    private static String identityKey(Secrets secrets, URI address, String survey) {
        OwnerApi api = owner(secrets, address).orElseThrow(() -> new LocalException("There is no owner's key"));
        Map<String, ?> reply = Json.object(api.get("v1/surveys/" + survey + "/identity_key"));
        return String.valueOf(reply.get("identity_key"));
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
