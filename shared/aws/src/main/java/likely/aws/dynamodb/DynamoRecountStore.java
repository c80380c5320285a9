package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.optionalText;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;
import static likely.aws.dynamodb.Attributes.textMap;
import static likely.aws.dynamodb.Attributes.values;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import likely.aws.dynamodb.BatchReader.Projection;
import likely.surveys.json.Json;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.ledger.Ledger.Unreadable;
import likely.surveys.recount.Bins;
import likely.surveys.recount.RecountStore;
import likely.surveys.recount.Stored;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** What a recount reads, in DynamoDB: scans by the page, everything else by its key. Never a comment or an address. */
public final class DynamoRecountStore implements RecountStore {
    /** A page is what a run repeats at most, and what it holds in memory at once. */
    private static final int MOST_ON_A_PAGE = 1_000;

    private static final Projection COUNTED = Projection.of(List.of(
            "id",
            "survey",
            "rev",
            "score",
            "day",
            "segments",
            "limited",
            "erased",
            "excluded",
            "properties",
            "answers"));

    private final DynamoDbClient dynamoDb;
    private final String responsesTable;
    private final String scoresTable;
    private final int page;
    private final EntryReader entryReader;
    private final BatchReader responseReader;
    private final BatchReader presenceReader;
    private final BatchReader counterReader;
    private final Projection scoreItem;
    private final CounterMending mending;

    public DynamoRecountStore(DynamoDbClient dynamoDb, String responses, String scores, Clock clock) {
        this(dynamoDb, responses, scores, clock, MOST_ON_A_PAGE);
    }

    DynamoRecountStore(DynamoDbClient dynamoDb, String responses, String scores, Clock clock, int page) {
        this.dynamoDb = dynamoDb;
        this.responsesTable = responses;
        this.scoresTable = scores;
        this.page = page;
        this.entryReader = new EntryReader(dynamoDb, scores);
        this.responseReader = new BatchReader(dynamoDb, responses, COUNTED);
        this.presenceReader = new BatchReader(dynamoDb, responses, Projection.of(List.of("id")));
        List<String> counter = new ArrayList<>(List.of("pk", "sk"));
        counter.addAll(CounterItem.NUMBERS);
        this.counterReader = new BatchReader(dynamoDb, scores, Projection.of(counter));
        List<String> item = new ArrayList<>(counter);
        item.addAll(List.of("version", "rev", "survey", "day", "score", "segments", "limited", "expired"));
        this.scoreItem = Projection.of(item);
        this.mending = new CounterMending(dynamoDb, scores, clock);
    }

    @Override
    public Page<Stored> responses(@Nullable String from) {
        ScanResponse scanned = scan(responsesTable, COUNTED, from, false);
        return new Page<>(
                scanned.items().stream().map(DynamoRecountStore::stored).toList(), next(scanned));
    }

    @Override
    public List<Stored> responses(Collection<String> ids) {
        return responseReader.read(keys(ids)).stream()
                .map(DynamoRecountStore::stored)
                .toList();
    }

    @Override
    public Set<String> present(Collection<String> ids) {
        return presenceReader.read(keys(ids)).stream()
                .map(item -> text(item, "id"))
                .collect(Collectors.toSet());
    }

    @Override
    public Entries entries(Collection<String> responses) {
        Set<String> readable = new HashSet<>(responses);
        Set<String> unreadable = new HashSet<>();
        while (true) {
            try {
                return new Entries(entryReader.read(readable), unreadable);
            } catch (Unreadable e) {
                if (!readable.remove(e.response())) {
                    throw e;
                }
                unreadable.add(e.response());
            }
        }
    }

    @Override
    public Page<Row> scores(@Nullable String from, boolean consistent) {
        ScanResponse scanned = scan(scoresTable, scoreItem, from, consistent);
        List<Row> rows = new ArrayList<>();
        scanned.items().forEach(item -> row(item).ifPresent(rows::add));
        return new Page<>(rows, next(scanned));
    }

    private static Optional<Row> row(Map<String, AttributeValue> item) {
        String pk = text(item, "pk");
        try {
            if (pk.startsWith(ScoreKeys.LEDGER)) {
                return Optional.of(new Row.OfEntry(EntryItem.response(item), EntryItem.read(item)));
            } else if (pk.startsWith(ScoreKeys.COUNT) || pk.startsWith(ScoreKeys.TOTAL)) {
                String sk = text(item, "sk");
                return Optional.of(
                        new Row.OfCounter(ScoreKeys.counter(pk, sk), CounterItem.shard(sk), CounterItem.read(item)));
            }
            return Optional.empty(); // which values there are, and the places of runs
        } catch (RuntimeException e) { // an item that does not hold what it should is a finding, not a failure
            boolean entry = pk.startsWith(ScoreKeys.LEDGER);
            return Optional.of(new Row.Unreadable(entry ? pk.substring(ScoreKeys.LEDGER.length()) : "counter"));
        }
    }

    @Override
    public Map<CounterKey, Map<Integer, Bins>> counters(Collection<CounterKey> counters) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        Map<CounterKey, Map<Integer, Bins>> found = new LinkedHashMap<>();
        for (CounterKey counter : counters) {
            found.put(counter, new HashMap<>());
            for (int shard = 0; shard < ScoreKeys.COUNTER_SHARDS; shard++) {
                keys.add(ScoreKeys.counter(counter, shard));
            }
        }
        for (Map<String, AttributeValue> item : counterReader.read(keys)) {
            String sk = text(item, "sk");
            CounterKey counter = ScoreKeys.counter(text(item, "pk"), sk);
            found.computeIfAbsent(counter, c -> new HashMap<>()).put(CounterItem.shard(sk), CounterItem.read(item));
        }
        return found;
    }

    @Override
    public boolean repair(CounterRepair repair) {
        return mending.repair(repair);
    }

    private ScanResponse scan(String table, Projection projection, @Nullable String from, boolean consistent) {
        return Store.call(() -> dynamoDb.scan(s -> s.tableName(table)
                .projectionExpression(projection.text())
                .expressionAttributeNames(projection.names())
                .limit(page)
                .consistentRead(consistent)
                .exclusiveStartKey(from == null ? null : key(from))));
    }

    private static Stored stored(Map<String, AttributeValue> item) {
        String survey = optionalText(item, "survey");
        try {
            return new Stored.Countable(
                    survey, ResponseItem.image(item, false), textMap(item, "properties"), values(item, "answers"));
        } catch (RuntimeException e) { // a finding, not a failure
            return new Stored.Unreadable(text(item, "id"), survey);
        }
    }

    private static List<Map<String, AttributeValue>> keys(Collection<String> ids) {
        return ids.stream().distinct().map(id -> Map.of("id", s(id))).toList();
    }

    private static @Nullable String next(ScanResponse scanned) {
        if (!scanned.hasLastEvaluatedKey() || scanned.lastEvaluatedKey().isEmpty()) {
            return null;
        }
        Map<String, String> key = new LinkedHashMap<>();
        scanned.lastEvaluatedKey().forEach((name, value) -> key.put(name, value.s()));
        return Json.write(key);
    }

    private static Map<String, AttributeValue> key(String position) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        Json.object(position).forEach((name, value) -> key.put(name, s(String.valueOf(value))));
        return key;
    }
}
