package likely.functions.tallyscores;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import likely.aws.Clients;
import likely.aws.Settings;
import likely.aws.Waits;
import likely.aws.dynamodb.DynamoLedger;
import likely.aws.streams.FailedRecordQueue;
import likely.aws.streams.StreamBatch;
import likely.surveys.ledger.Tallying;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the function together, at compile time. */
@Factory
final class Wiring {
    /** What the handler works with. */
    record Parts(Tallying tallying, StreamBatch.FailedRecords queue) {}

    @Singleton
    Parts parts(Settings settings) {
        DynamoDbClient dynamoDb = Clients.of(DynamoDbClient.builder(), "DYNAMODB", settings);
        SqsClient sqs = Clients.of(SqsClient.builder(), "SQS", settings);
        return new Parts(
                new Tallying(new DynamoLedger(dynamoDb, settings.text("SCORES_TABLE")), new Waits()),
                new FailedRecordQueue(sqs, settings.text("UNCOUNTABLE_QUEUE")));
    }
}
