package likely.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import likely.aws.Waits;
import likely.aws.dynamodb.DynamoLedger;
import likely.aws.dynamodb.DynamoResponses;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Tables;
import likely.embedded.Template;
import likely.scoring.Score;
import likely.surveys.Response;
import likely.surveys.ResponseId;
import likely.surveys.Touchpoint;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Image;
import likely.surveys.ledger.Tallying;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Write units a response: of its put with the time index, and of its share of the tally's transactions, for batches of
 * 1, 10 and 100 answers on 8 counters. The calls are made against DynamoDB Local and taken down; the units are computed
 * from the items' sizes, because DynamoDB Local reports too few for transactions.
 */
public final class WriteUnits {
    private static final int COUNTERS = 8;
    private static final List<String> INDEXED = List.of("id", "timeShard", "timeKey", "score", "segments");

    private final List<SdkRequest> calls = new ArrayList<>();

    private WriteUnits() {}

    public static void main(String[] arguments) {
        System.out.println("answers  counters  put+index  transactions  actions  tally  sum (write units a response)");
        for (int answers : new int[] {1, 10, 100}) {
            new WriteUnits().measure(answers);
        }
    }

    private void measure(int answers) {
        try (EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory();
                DynamoDbClient client = recording(database)) {
            Tables tables = database.tables(Template.find());
            DynamoResponses responses = new DynamoResponses(client, tables.tableName("Responses"), Clock.systemUTC());
            DynamoLedger ledger = new DynamoLedger(client, tables.tableName("Scores"));
            Tallying tallying = new Tallying(ledger, new Waits());
            // The first batch notes the segments' values, once for ever: it is not what a response costs.
            record(responses, tallying, batch(100, "warm"));
            calls.clear();
            record(responses, tallying, batch(answers, "measured"));
            print(answers);
        }
    }

    private static void record(DynamoResponses responses, Tallying tallying, List<Response> batch) {
        batch.forEach(responses::record);
        tallying.count(batch.stream()
                .map(response -> new Image(response.id(), 1, Contribution.of(response), false))
                .toList());
    }

    private void print(int answers) {
        double put = 0;
        double tally = 0;
        int transactions = 0;
        int actions = 0;
        for (SdkRequest call : calls) {
            if (call instanceof PutItemRequest request) {
                put += ItemSize.writeUnits(request.item()) + ItemSize.writeUnits(indexed(request.item()));
            } else if (call instanceof TransactWriteItemsRequest request) {
                transactions++;
                actions += request.transactItems().size();
                for (TransactWriteItem item : request.transactItems()) {
                    tally += 2
                            * (item.put() == null
                                    ? counterUnits(item)
                                    : ItemSize.writeUnits(item.put().item()));
                }
            }
        }
        System.out.printf(
                "%7d  %8d  %9.2f  %12d  %7d  %5.2f  %.2f%n",
                answers, COUNTERS, put / answers, transactions, actions, tally / answers, (put + tally) / answers);
    }

    /** A counter with each of its bins at a billion, the largest that it will be. */
    private static long counterUnits(TransactWriteItem item) {
        Map<String, AttributeValue> counter = new HashMap<>(item.update().key());
        for (int score = 0; score <= 10; score++) {
            counter.put("b" + score, AttributeValue.fromN("1000000000"));
        }
        counter.put("n", AttributeValue.fromN("11000000000"));
        return ItemSize.writeUnits(counter);
    }

    private static Map<String, AttributeValue> indexed(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> projected = new HashMap<>(item);
        projected.keySet().retainAll(INDEXED);
        return projected;
    }

    /** Answers with a comment of usual length; the whole survey's counter and seven regions' make eight. */
    private static List<Response> batch(int answers, String name) {
        List<Response> batch = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            String submission = name + "-" + i + "-submission";
            String region = "region-" + i % (COUNTERS - 1);
            batch.add(new Response(
                    ResponseId.of("bench", submission),
                    "bench",
                    submission,
                    1,
                    0,
                    Score.of(i % 11),
                    "Delivery was quick, and the people on the phone were friendly. I would buy here again.",
                    Map.of("reason", "price"),
                    Map.of("region", region, "plan", "pro"),
                    List.of("region=" + region),
                    null,
                    Map.of(),
                    Map.of(),
                    "en",
                    "https://shop.example/products/kettle",
                    Touchpoint.WIDGET,
                    LocalDate.of(2026, 11, 22),
                    1_795_000_000L + i,
                    1_795_000_000L + i,
                    null,
                    false));
        }
        return batch;
    }

    private DynamoDbClient recording(EmbeddedDynamoDb database) {
        ExecutionInterceptor interceptor = new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                calls.add(context.request());
            }
        };
        return DynamoDbClient.builder()
                .endpointOverride(database.endpoint())
                .region(Region.of(Template.REGION))
                .credentialsProvider(EmbeddedDynamoDb.CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.addExecutionInterceptor(interceptor))
                .build();
    }
}
