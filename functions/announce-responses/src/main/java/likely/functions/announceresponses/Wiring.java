package likely.functions.announceresponses;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import likely.aws.Clients;
import likely.aws.Settings;
import likely.aws.streams.FailedRecordQueue;
import likely.aws.streams.StreamBatch;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the function together, at compile time. */
@Factory
final class Wiring {
    /** What the handler works with. */
    record Parts(Bus bus, StreamBatch.FailedRecords queue) {}

    @Singleton
    Parts parts(Settings settings) {
        return new Parts(
                new Bus(Clients.of(EventBridgeClient.builder(), "EVENTBRIDGE", settings), settings.text("BUS")),
                new FailedRecordQueue(
                        Clients.of(SqsClient.builder(), "SQS", settings), settings.text("UNANNOUNCED_QUEUE")));
    }
}
