package likely.local.streams;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import likely.embedded.Template;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The stream of one table as it is now. */
final class StreamSource {

    private final DynamoDbClient dynamo;
    private final DynamoDbStreamsClient streams;
    private final String table;
    private final String arn;
    private final StreamEvents events;

    StreamSource(DynamoDbClient dynamo, DynamoDbStreamsClient streams, String table) {
        this.dynamo = dynamo;
        this.streams = streams;
        this.table = table;
        this.arn = dynamo.describeTable(b -> b.tableName(table)).table().latestStreamArn();
        this.events = new StreamEvents(arn.replace(":ddblocal:", ":" + Template.REGION + ":"));
    }

    String arn() {
        return arn;
    }

    List<Shard> shards() {
        List<Shard> shards = new ArrayList<>();
        String last = null;
        do {
            String from = last;
            StreamDescription page = streams.describeStream(
                            b -> b.streamArn(arn).exclusiveStartShardId(from))
                    .streamDescription();
            shards.addAll(page.shards());
            last = page.lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }

    ShardReader reader(String shard, Optional<String> position) {
        return new ShardReader(streams, arn, shard, position, events);
    }

    Redelivery redelivery(StreamMapping mapping, Clock clock) {
        return new Redelivery(dynamo, table, events, mapping.filter(), mapping.batchSize(), clock);
    }
}
