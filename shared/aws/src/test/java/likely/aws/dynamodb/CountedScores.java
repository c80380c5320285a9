package likely.aws.dynamodb;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.ledger.Delta;
import likely.surveys.ledger.Entry;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a table Scores holds, read by a scan. */
public final class CountedScores {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public CountedScores(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** The counters that are not zero, all shards together; each shard's n must be the sum of its bins. */
    public Map<CounterKey, Delta> counters() {
        Map<CounterKey, Delta> counters = new HashMap<>();
        for (Map<String, AttributeValue> item : items()) {
            String pk = Attributes.text(item, "pk");
            if (!pk.startsWith(ScoreKeys.COUNT) && !pk.startsWith(ScoreKeys.TOTAL)) {
                continue;
            }
            Delta shard = new Delta();
            for (int bin = 0; bin <= 10; bin++) {
                Long count = Attributes.optionalNumber(item, "b" + bin);
                shard.add(bin, count == null ? 0 : count);
            }
            if (shard.total() != Attributes.number(item, "n")) {
                throw new AssertionError("n is not the sum of the bins of " + item);
            }
            Delta counter =
                    counters.computeIfAbsent(ScoreKeys.counter(pk, Attributes.text(item, "sk")), key -> new Delta());
            for (int bin = 0; bin <= 10; bin++) {
                counter.add(bin, shard.bin(bin));
            }
        }
        counters.values().removeIf(Delta::isNothing);
        return counters;
    }

    /** The answers of one survey on one day, eleven counts. */
    public List<Long> day(String survey, LocalDate day) {
        return bins(new CounterKey(survey, null, day));
    }

    /** The answers of one segment on one day, eleven counts. */
    public List<Long> day(String survey, String segment, LocalDate day) {
        return bins(new CounterKey(survey, segment, day));
    }

    /** How many shards of a survey's counter of a day exist. */
    public long shards(String survey, LocalDate day) {
        return items().stream()
                .filter(item -> Attributes.text(item, "pk").equals(ScoreKeys.COUNT + survey)
                        && Attributes.text(item, "sk").startsWith(day.toString()))
                .count();
    }

    /** The ledger's entry of a response, or null. */
    public @Nullable Entry entry(String response) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        g -> g.tableName(table).key(ScoreKeys.entry(response)).consistentRead(true))
                .item();
        return item.isEmpty() ? null : EntryItem.read(item);
    }

    /** The values that were noted of a segment. */
    public Set<String> values(String survey, String name) {
        Set<String> values = new TreeSet<>();
        items().stream()
                .filter(item -> Attributes.text(item, "pk").equals(ScoreKeys.valuesPartition(survey, name)))
                .forEach(item -> values.add(Attributes.text(item, "sk")));
        return values;
    }

    /** Spoils a response's entry, as a stray writer might. */
    public void spoil(String response) {
        Map<String, AttributeValue> item = new HashMap<>(ScoreKeys.entry(response));
        item.put("version", AttributeValue.fromS("one"));
        dynamoDb.putItem(p -> p.tableName(table).item(item));
    }

    /** Eleven counts with these at these scores: {@code bins(9, 1, 10, 2)}. */
    public static List<Long> bins(int... scoresAndCounts) {
        Long[] bins = new Long[11];
        Arrays.fill(bins, 0L);
        for (int i = 0; i < scoresAndCounts.length; i += 2) {
            bins[scoresAndCounts[i]] = (long) scoresAndCounts[i + 1];
        }
        return List.of(bins);
    }

    private List<Long> bins(CounterKey key) {
        Delta counter = counters().getOrDefault(key, new Delta());
        Long[] bins = new Long[11];
        Arrays.setAll(bins, counter::bin);
        return List.of(bins);
    }

    private List<Map<String, AttributeValue>> items() {
        return dynamoDb.scanPaginator(s -> s.tableName(table).consistentRead(true)).items().stream()
                .toList();
    }
}
