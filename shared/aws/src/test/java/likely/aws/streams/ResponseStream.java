package likely.aws.streams;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.surveys.json.Json;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A table's stream in DynamoDB Local, read from its beginning as the events that Lambda would be given. */
public final class ResponseStream implements AutoCloseable {
    private final DynamoDbStreamsClient streams;
    private final String arn;

    public ResponseStream(DynamoDbClient dynamoDb, URI endpoint, String table) {
        this.arn = dynamoDb.describeTable(d -> d.tableName(table)).table().latestStreamArn();
        this.streams = DynamoDbStreamsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** Every record so far, oldest first. */
    public DynamodbEvent all() {
        return event(records());
    }

    /** Records by their places, in the order given. */
    public DynamodbEvent at(int... places) {
        List<Record> all = records();
        List<Record> some = new ArrayList<>();
        for (int place : places) {
            some.add(all.get(place));
        }
        return event(some);
    }

    /** How many there are so far. */
    public int size() {
        return records().size();
    }

    /** The event as the JSON that Lambda sends. */
    public String json() {
        return json(records(), arn);
    }

    private List<Record> records() {
        List<Record> records = new ArrayList<>();
        for (Shard shard : streams.describeStream(d -> d.streamArn(arn))
                .streamDescription()
                .shards()) {
            String iterator = streams.getShardIterator(g ->
                            g.streamArn(arn).shardId(shard.shardId()).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .shardIterator();
            while (iterator != null) {
                String from = iterator;
                GetRecordsResponse page = streams.getRecords(g -> g.shardIterator(from));
                records.addAll(page.records());
                iterator = page.records().isEmpty() ? null : page.nextShardIterator();
            }
        }
        records.sort(Comparator.comparing(each -> each.dynamodb().sequenceNumber()));
        return records;
    }

    private DynamodbEvent event(List<Record> records) {
        return read(json(records, arn));
    }

    /** Reads an event as Lambda's runtime does. */
    public static DynamodbEvent read(String json) {
        return LambdaEventSerializers.serializerFor(DynamodbEvent.class, ResponseStream.class.getClassLoader())
                .fromJson(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String json(List<Record> records, String arn) {
        return Json.write(Map.of(
                "Records", records.stream().map(each -> record(each, arn)).toList()));
    }

    private static Map<String, Object> record(Record record, String arn) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put(
                "ApproximateCreationDateTime",
                record.dynamodb().approximateCreationDateTime().getEpochSecond());
        change.put("Keys", image(record.dynamodb().keys()));
        if (record.dynamodb().hasOldImage()) {
            change.put("OldImage", image(record.dynamodb().oldImage()));
        }
        if (record.dynamodb().hasNewImage()) {
            change.put("NewImage", image(record.dynamodb().newImage()));
        }
        change.put("SequenceNumber", record.dynamodb().sequenceNumber());
        change.put("SizeBytes", record.dynamodb().sizeBytes());
        change.put("StreamViewType", record.dynamodb().streamViewTypeAsString());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("eventID", record.eventID());
        json.put("eventName", record.eventNameAsString());
        json.put("eventVersion", "1.1");
        json.put("eventSource", "aws:dynamodb");
        json.put("awsRegion", "eu-west-1");
        if (record.eventName() == OperationType.REMOVE) { // the tests delete what the store would let expire
            json.put("userIdentity", Map.of("type", "Service", "principalId", "dynamodb.amazonaws.com"));
        }
        json.put("dynamodb", change);
        json.put("eventSourceARN", arn);
        return json;
    }

    private static Map<String, Object> image(Map<String, AttributeValue> image) {
        Map<String, Object> json = new LinkedHashMap<>();
        image.forEach((name, value) -> json.put(name, value(value)));
        return json;
    }

    private static Map<String, Object> value(AttributeValue value) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s());
            case N -> Map.of("N", value.n());
            case BOOL -> Map.of("BOOL", value.bool());
            case L -> Map.of("L", value.l().stream().map(ResponseStream::value).toList());
            case M -> Map.of("M", image(value.m()));
            default -> throw new IllegalArgumentException("no response has an attribute of type " + value.type());
        };
    }

    @Override
    public void close() {
        streams.close();
    }
}
