package likely.local.streams;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Properties;
import likely.embedded.Resource;
import likely.embedded.Template;
import likely.embedded.TemplateException;
import likely.local.DataFolder;
import likely.local.Sleeper;
import likely.local.Workers;
import likely.local.lambda.Functions;
import likely.local.queues.Queues;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A pump for each DynamoDB event of the template's functions, each on its own. */
public final class StreamPumps implements AutoCloseable {

    private final ExecutorService workers = Workers.pool("stream");
    private final DynamoDbStreamsClient streams;

    public StreamPumps(
            Template template,
            Functions functions,
            EmbeddedDynamoDb dynamo,
            Queues queues,
            DataFolder folder,
            Clock clock,
            Sleeper sleeper) {
        streams = DynamoDbStreamsClient.builder()
                .endpointOverride(dynamo.endpoint())
                .region(Region.of(Template.REGION))
                .credentialsProvider(EmbeddedDynamoDb.CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        Signal signal = new Signal();
        dynamo.onWrite(signal::raise);
        for (Resource function : template.resources("AWS::Serverless::Function")) {
            Properties events = function.properties().object("Events");
            for (String name : events.names()) {
                Properties event = events.object(name);
                if (event.text("Type").equals("DynamoDB")
                        && event.object("Properties").flag("Enabled", true)) {
                    StreamMapping mapping = StreamMapping.of(function.id() + "-" + name, event.object("Properties"));
                    StreamSource source = new StreamSource(dynamo.client(), streams, table(template, mapping));
                    workers.execute(new StreamPump(
                            mapping,
                            functions.byId(function.id()),
                            source,
                            new Checkpoints(folder, mapping.name(), source.arn(), clock),
                            message -> mapping.onFailure().ifPresent(arn -> queues.send(arn, message)),
                            signal,
                            clock,
                            sleeper,
                            workers));
                }
            }
        }
    }

    private static String table(Template template, StreamMapping mapping) {
        return template.byArn("AWS::DynamoDB::Table", "StreamArn", mapping.streamArn())
                .map(table -> template.tableName(table.id()))
                .orElseThrow(() ->
                        new TemplateException(mapping.name() + ": no table has the stream " + mapping.streamArn()));
    }

    @Override
    public void close() {
        workers.shutdownNow();
        streams.close();
    }
}
