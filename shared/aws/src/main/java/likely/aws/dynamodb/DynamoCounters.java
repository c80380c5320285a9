package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.optionalNumber;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import likely.scoring.Tally;
import likely.surveys.scores.Counters;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The counters of the table Scores, as they are read: one query a survey or segment, whatever the number of days. */
public final class DynamoCounters implements Counters {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoCounters(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public SortedMap<LocalDate, Tally> days(
            String survey, @Nullable String segment, @Nullable LocalDate first, @Nullable LocalDate last) {
        Map<String, AttributeValue> values = Map.of(
                ":counter", s(ScoreKeys.counterPartition(survey, segment)),
                ":first", s(first == null ? "0" : first + "#"),
                ":last", s(last == null ? "~" : last + "#~"));
        SortedMap<LocalDate, long[]> bins = new TreeMap<>();
        new Pages(
                        dynamoDb,
                        q -> q.tableName(table)
                                .keyConditionExpression("pk = :counter AND sk BETWEEN :first AND :last")
                                .expressionAttributeValues(values))
                .forEachRemaining(item -> add(item, bins));
        SortedMap<LocalDate, Tally> days = new TreeMap<>();
        bins.forEach((day, counts) -> {
            Tally tally = Tally.of(counts);
            if (!tally.isEmpty()) {
                days.put(day, tally);
            }
        });
        return days;
    }

    /** The shards of a counter are summed before anything is made of them: one alone may be below 0. */
    private static void add(Map<String, AttributeValue> shard, SortedMap<LocalDate, long[]> bins) {
        String sk = text(shard, "sk");
        long[] counts = bins.computeIfAbsent(LocalDate.parse(sk.substring(0, sk.indexOf('#'))), day -> new long[11]);
        for (int score = 0; score <= 10; score++) {
            Long count = optionalNumber(shard, "b" + score);
            counts[score] += count == null ? 0 : count;
        }
    }

    @Override
    public List<String> values(String survey, String name, int most) {
        Map<String, AttributeValue> partition = Map.of(":values", s(ScoreKeys.valuesPartition(survey, name)));
        Pages pages = new Pages(
                dynamoDb,
                q -> q.tableName(table)
                        .keyConditionExpression("pk = :values")
                        .expressionAttributeValues(partition)
                        .limit(most));
        List<String> values = new ArrayList<>();
        while (values.size() < most && pages.hasNext()) {
            values.add(text(pages.next(), "sk"));
        }
        return values;
    }
}
