package likely.local.streams;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads one shard in order, from a checkpoint or its start. */
final class ShardReader implements ShardRecords {

    private final DynamoDbStreamsClient streams;
    private final String streamArn;
    private final String shardId;
    private final StreamEvents events;
    private Optional<String> position;
    private @Nullable String iterator;
    private boolean ended;

    ShardReader(
            DynamoDbStreamsClient streams,
            String streamArn,
            String shardId,
            Optional<String> position,
            StreamEvents events) {
        this.streams = streams;
        this.streamArn = streamArn;
        this.shardId = shardId;
        this.position = position;
        this.events = events;
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public List<StreamRecord> read(int limit) {
        if (ended) {
            return List.of();
        }
        String from = iterator == null ? iterator() : iterator;
        GetRecordsResponse response;
        try {
            response = streams.getRecords(b -> b.shardIterator(from).limit(limit));
        } catch (ExpiredIteratorException expired) {
            iterator = null;
            return List.of();
        } catch (TrimmedDataAccessException trimmed) {
            position = Optional.empty();
            iterator = null;
            return List.of();
        }
        iterator = response.nextShardIterator();
        ended = iterator == null;
        List<StreamRecord> records = response.records().stream().map(events::of).toList();
        if (!records.isEmpty()) {
            position = Optional.of(records.get(records.size() - 1).sequenceNumber());
        }
        return records;
    }

    private String iterator() {
        GetShardIteratorRequest.Builder request =
                GetShardIteratorRequest.builder().streamArn(streamArn).shardId(shardId);
        position.ifPresentOrElse(
                sequence -> request.sequenceNumber(sequence).shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER),
                () -> request.shardIteratorType(ShardIteratorType.TRIM_HORIZON));
        return streams.getShardIterator(request.build()).shardIterator();
    }
}
