package likely.bench.recount;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import likely.aws.dynamodb.DynamoLedger;
import likely.aws.dynamodb.DynamoRecountStore;
import likely.aws.dynamodb.DynamoRuns;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Tables;
import likely.embedded.Template;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Image;
import likely.surveys.ledger.Ledger;
import likely.surveys.ledger.Tallying;
import likely.surveys.recount.Options;
import likely.surveys.recount.RecountStore;
import likely.surveys.recount.Recounting;
import likely.surveys.recount.Recounting.Outcome;
import likely.surveys.recount.Runs;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Time and memory of a recount that finds nothing. Over pages made in memory it shows the recount's own work, its places
 * saved included; over DynamoDB Local it shows the calls too, at the speed of that program and not of the service.
 */
public final class RecountBench {
    private static final AtomicLong PEAK = new AtomicLong();

    private RecountBench() {}

    public static void main(String[] arguments) {
        watchHeap();
        System.out.printf(
                Locale.ROOT,
                "Java %s, at most %d MB of heap%n%n| store | answers | counters | seconds | microseconds an answer | heap after collections, peak MB |%n|---|--:|--:|--:|--:|--:|%n",
                Runtime.version().feature(),
                Runtime.getRuntime().maxMemory() >> 20);
        recount(new PagedAnswers(10_000), new InMemoryRuns()); // warms up, and is told of no one
        for (int answers : new int[] {10_000, 100_000, 1_000_000}) {
            PagedAnswers store = new PagedAnswers(answers);
            measure("pages in memory", () -> recount(store, new InMemoryRuns()));
        }
        DynamoDbClient dynamoDb = EmbeddedDynamoDb.shared().client();
        Tables tables = EmbeddedDynamoDb.shared().freshTables(Template.find());
        fill(dynamoDb, tables, 10_000);
        String scores = tables.tableName("Scores");
        measure(
                "DynamoDB Local",
                () -> recount(
                        new DynamoRecountStore(dynamoDb, tables.tableName("Responses"), scores, Clock.systemUTC()),
                        new DynamoLedger(dynamoDb, scores),
                        new DynamoRuns(dynamoDb, scores, Clock.systemUTC())));
        System.exit(0); // DynamoDB Local keeps threads
    }

    private interface Work {
        Map<String, Object> run();
    }

    private static void measure(String store, Work work) {
        System.gc();
        PEAK.set(0);
        long start = System.nanoTime();
        Map<String, Object> numbers = work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.gc();
        if (!Long.valueOf(0).equals(numbers.get("differences"))) {
            throw new IllegalStateException("A recount found differences where there are none: " + numbers);
        }
        long answers = (Long) numbers.getOrDefault("responses", 0L);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %,d | %.2f | %.1f | %d |%n",
                store,
                answers,
                (Long) numbers.getOrDefault("counters", 0L),
                seconds,
                seconds * 1e6 / answers,
                PEAK.get() >> 20);
    }

    private static Map<String, Object> recount(PagedAnswers store, Runs runs) {
        return recount(store, store, runs);
    }

    private static Map<String, Object> recount(RecountStore store, Ledger ledger, Runs runs) {
        Recounting recounting = new Recounting(
                new Recounting.Parts(
                        store,
                        ledger,
                        runs,
                        survey -> Optional.empty(),
                        Clock.systemUTC(),
                        attempt -> {},
                        wait -> {},
                        numbers -> {}),
                Recounting.Limits.DEFAULT);
        Outcome outcome = recounting.begin("bench", new Options(false, false, null), () -> Duration.ofHours(1));
        if (outcome instanceof Outcome.Finished finished) {
            return finished.numbers().toMap();
        }
        throw new IllegalStateException("The recount did not finish");
    }

    /** Puts answers into the tables, and counts them as the stream's function does. */
    private static void fill(DynamoDbClient dynamoDb, Tables tables, int answers) {
        Tallying tallying = new Tallying(new DynamoLedger(dynamoDb, tables.tableName("Scores")), attempt -> {});
        List<Image> images = new ArrayList<>();
        for (int from = 0; from < answers; from += 25) {
            List<WriteRequest> writes = new ArrayList<>();
            for (int i = from; i < from + 25; i++) {
                Contribution said = PagedAnswers.contribution(i);
                images.add(new Image("answer-" + i, 1, said, false));
                writes.add(WriteRequest.builder()
                        .putRequest(PutRequest.builder().item(item(i, said)).build())
                        .build());
            }
            dynamoDb.batchWriteItem(w -> w.requestItems(Map.of(tables.tableName("Responses"), writes)));
        }
        tallying.count(images);
    }

    private static Map<String, AttributeValue> item(int i, Contribution said) {
        return Map.of(
                "id",
                AttributeValue.fromS("answer-" + i),
                "survey",
                AttributeValue.fromS(said.survey()),
                "day",
                AttributeValue.fromS(said.day().toString()),
                "rev",
                AttributeValue.fromN("1"),
                "score",
                AttributeValue.fromN(Integer.toString(said.score().value())),
                "comment",
                AttributeValue.fromS("Delivery was quick, and the people on the phone were friendly."),
                "segments",
                AttributeValue.fromL(
                        said.segments().stream().map(AttributeValue::fromS).toList()));
    }

    /** Keeps what is left after each collection: what the work holds, with little of what it has thrown away. */
    private static void watchHeap() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(
                        (notification, handback) -> {
                            if (notification.getUserData() instanceof CompositeData data) {
                                long used =
                                        GarbageCollectionNotificationInfo.from(data)
                                                .getGcInfo()
                                                .getMemoryUsageAfterGc()
                                                .entrySet()
                                                .stream()
                                                .filter(pool -> isHeap(pool.getKey()))
                                                .map(Map.Entry::getValue)
                                                .mapToLong(MemoryUsage::getUsed)
                                                .sum();
                                PEAK.accumulateAndGet(used, Math::max);
                            }
                        },
                        null,
                        null);
            }
        }
    }

    private static boolean isHeap(String pool) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(bean -> bean.getName().equals(pool))
                .anyMatch(bean -> bean.getType() == java.lang.management.MemoryType.HEAP);
    }

    private static final class InMemoryRuns implements Runs {
        private final Map<String, Saved> saves = new HashMap<>();

        @Override
        public Optional<Saved> load(String run) {
            return Optional.ofNullable(saves.get(run));
        }

        @Override
        public void save(String run, Saved saved) {
            saves.put(run, saved);
        }
    }
}
