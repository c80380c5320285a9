package likely.local.streams;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import likely.local.EventFilter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Delivers each item of a table as it is now. A stream forgets after a day, and a machine may be off for longer: what
 * changed meanwhile is then made good from the table. Consumers must bear a second delivery anyway.
 */
final class Redelivery {

    private final DynamoDbClient dynamo;
    private final String table;
    private final StreamEvents events;
    private final EventFilter filter;
    private final int batchSize;
    private final Clock clock;

    Redelivery(
            DynamoDbClient dynamo, String table, StreamEvents events, EventFilter filter, int batchSize, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.events = events;
        this.filter = filter;
        this.batchSize = batchSize;
        this.clock = clock;
    }

    void run(BatchDelivery delivery) throws InterruptedException {
        List<String> keys = dynamo.describeTable(b -> b.tableName(table)).table().keySchema().stream()
                .map(KeySchemaElement::attributeName)
                .toList();
        AtomicLong position = new AtomicLong();
        Map<String, AttributeValue> from = Map.of();
        do {
            Map<String, AttributeValue> start = from;
            ScanResponse page = dynamo.scan(b -> {
                b.tableName(table).limit(batchSize).consistentRead(true);
                if (!start.isEmpty()) {
                    b.exclusiveStartKey(start);
                }
            });
            List<StreamRecord> batch = page.items().stream()
                    .map(item -> events.current(item, keys, position.incrementAndGet(), clock.instant()))
                    .filter(record -> filter.passes(record.event()))
                    .toList();
            if (!batch.isEmpty()) {
                delivery.deliver(batch);
            }
            from = page.lastEvaluatedKey();
        } while (!from.isEmpty());
    }
}
