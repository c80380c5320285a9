package likely.functions.recount;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import likely.aws.Clients;
import likely.aws.Clocks;
import likely.aws.Log;
import likely.aws.Settings;
import likely.aws.Waits;
import likely.aws.dynamodb.DynamoLedger;
import likely.aws.dynamodb.DynamoRecountStore;
import likely.aws.dynamodb.DynamoRuns;
import likely.aws.dynamodb.DynamoSurveys;
import likely.surveys.ledger.Tallying;
import likely.surveys.recount.Recounting;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the function together, at compile time. */
@Factory
final class Wiring {
    /** What the handler works with. */
    record Parts(Recounting recounting, Redrive redrive, HandOver handOver) {}

    @Singleton
    Parts parts(Settings settings) {
        return parts(settings, Recounting.Limits.DEFAULT);
    }

    static Parts parts(Settings settings, Recounting.Limits limits) {
        DynamoDbClient dynamoDb = Clients.of(DynamoDbClient.builder(), "DYNAMODB", settings);
        String scores = settings.text("SCORES_TABLE");
        Clock clock = Clocks.of(settings);
        DynamoLedger ledger = new DynamoLedger(dynamoDb, scores);
        Recounting recounting = new Recounting(
                new Recounting.Parts(
                        new DynamoRecountStore(dynamoDb, settings.text("RESPONSES_TABLE"), scores, clock),
                        ledger,
                        new DynamoRuns(dynamoDb, scores, clock),
                        new DynamoSurveys(dynamoDb, settings.text("SURVEYS_TABLE"))::find,
                        clock,
                        new Waits(),
                        Wiring::pause,
                        numbers -> Log.info("recount.progress", numbers)),
                limits);
        Redrive redrive = new Redrive(
                Clients.of(SqsClient.builder(), "SQS", settings),
                settings.text("UNCOUNTABLE_QUEUE"),
                new Tallying(ledger, new Waits()));
        // Most runs end in their first invocation, and need no client for the next.
        HandOver handOver = new HandOver(
                () -> Clients.of(LambdaClient.builder(), "LAMBDA", settings), settings.text("RECOUNT_FUNCTION"));
        return new Parts(recounting, redrive, handOver);
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            // Going on at once would take for a difference what the stream has not told yet.
            throw new IllegalStateException("Interrupted while waiting for the stream", e);
        }
    }
}
