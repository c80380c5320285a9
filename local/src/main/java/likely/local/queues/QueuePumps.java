package likely.local.queues;

import java.util.concurrent.ExecutorService;
import likely.embedded.Properties;
import likely.embedded.Resource;
import likely.embedded.Template;
import likely.local.Invoker;
import likely.local.Sleeper;
import likely.local.Workers;
import likely.local.lambda.Functions;

/** A pump for each SQS event of the template's functions. */
public final class QueuePumps implements AutoCloseable {

    private final ExecutorService workers = Workers.pool("queue");

    public QueuePumps(Template template, Functions functions, Queues queues, Sleeper sleeper) {
        for (Resource function : template.resources("AWS::Serverless::Function")) {
            Properties events = function.properties().object("Events");
            for (String name : events.names()) {
                Properties event = events.object(name);
                if (event.text("Type").equals("SQS")
                        && event.object("Properties").flag("Enabled", true)) {
                    QueueMapping mapping = QueueMapping.of(event.object("Properties"));
                    String url = queues.url(mapping.queueArn());
                    Invoker invoker = functions.byId(function.id())::invoke;
                    workers.execute(() -> new QueuePump(mapping, url, queues.client(), invoker, sleeper).run());
                }
            }
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
