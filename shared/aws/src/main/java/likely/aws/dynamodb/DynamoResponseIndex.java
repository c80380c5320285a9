package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.optionalNumber;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;
import static likely.aws.dynamodb.Attributes.texts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import likely.scoring.Score;
import likely.surveys.answers.Entry;
import likely.surveys.answers.Merged;
import likely.surveys.answers.Place;
import likely.surveys.answers.Range;
import likely.surveys.answers.ResponseIndex;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The indexes of the table Responses. A survey is spread over shards, whose sequences are merged as they are read. */
public final class DynamoResponseIndex implements ResponseIndex {
    private static final int LEAST_A_PAGE = 20;

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoResponseIndex(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Iterator<Entry> byTime(Reading reading) {
        return merged(reading, "byTime", "timeShard", "timeKey");
    }

    @Override
    public Iterator<Entry> excluded(Reading reading) {
        return shard(reading, "byTime", "timeShard", "timeKey", ResponseItem.excludedShard(reading.survey()));
    }

    @Override
    public Iterator<Entry> byUpdate(Reading reading) {
        return merged(reading, "byUpdate", "updateShard", "updateKey");
    }

    @Override
    public Iterator<Entry> byPerson(String person) {
        return new Pages(
                        dynamoDb,
                        q -> q.tableName(table)
                                .indexName("byPerson")
                                .keyConditionExpression("person = :person")
                                .expressionAttributeValues(Map.of(":person", s(person))))
                .map(item -> entry(item, "timeKey"));
    }

    private Iterator<Entry> merged(Reading reading, String index, String partition, String sort) {
        List<Iterator<Entry>> shards = new ArrayList<>();
        for (int shard = 0; shard < ResponseItem.TIME_SHARDS; shard++) {
            shards.add(shard(reading, index, partition, sort, ResponseItem.timeShard(reading.survey(), shard)));
        }
        return new Merged(shards, reading.descending());
    }

    private Iterator<Entry> shard(Reading reading, String index, String partition, String sort, String shard) {
        String low = low(reading);
        String high = high(reading);
        if (low.compareTo(high) > 0) {
            return Collections.emptyIterator();
        }
        Map<String, AttributeValue> values = Map.of(":shard", s(shard), ":low", s(low), ":high", s(high));
        // Which shard has the next ones is not known: each is asked for as many as all are likely to give.
        int limit = reading.expected() == 1 ? 1 : Math.max(LEAST_A_PAGE, reading.expected());
        return new Pages(
                        dynamoDb,
                        q -> q.tableName(table)
                                .indexName(index)
                                .keyConditionExpression(partition + " = :shard AND " + sort + " BETWEEN :low AND :high")
                                .expressionAttributeValues(values)
                                .scanIndexForward(!reading.descending())
                                .limit(limit))
                .map(item -> entry(item, sort));
    }

    /** Digits sort behind {@code !} and before {@code ~}: what is between begins behind a key, or ends before it. */
    private static String low(Reading reading) {
        Long since = reading.range().since();
        String low = ResponseItem.timeKey(since == null ? 0 : Math.max(0, since));
        Place after = reading.after();
        String behind =
                after == null || reading.descending() ? low : ResponseItem.timeKey(after.at(), after.id()) + "!";
        return behind.compareTo(low) > 0 ? behind : low;
    }

    private static String high(Reading reading) {
        Range range = reading.range();
        Long until = range.until();
        String high = until == null ? "~" : until < 0 ? "" : ResponseItem.timeKey(until) + "#~";
        Place after = reading.after();
        if (after == null || !reading.descending()) {
            return high;
        }
        String before = ResponseItem.timeKey(after.at()) + "#" + before(after.id());
        return before.compareTo(high) < 0 ? before : high;
    }

    /** The greatest text of those that sort before an id: its last digit made one smaller, and more behind it. */
    private static String before(String id) {
        int last = id.length() - 1;
        return id.substring(0, last) + (char) (id.charAt(last) - 1) + "~";
    }

    private static Entry entry(Map<String, AttributeValue> item, String sort) {
        Long score = optionalNumber(item, "score");
        return new Entry(
                text(item, "id"),
                ResponseItem.moment(text(item, sort)),
                score == null ? null : Score.of(score.intValue()),
                texts(item, "segments"));
    }
}
