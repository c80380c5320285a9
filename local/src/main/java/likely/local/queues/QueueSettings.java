package likely.local.queues;

import java.util.LinkedHashMap;
import java.util.Map;
import likely.embedded.Properties;
import likely.embedded.Resource;
import likely.local.Json;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** AWS::SQS::Queue as the attributes of CreateQueue. */
final class QueueSettings {

    private static final Map<String, QueueAttributeName> ATTRIBUTES = Map.of(
            "VisibilityTimeout", QueueAttributeName.VISIBILITY_TIMEOUT,
            "MessageRetentionPeriod", QueueAttributeName.MESSAGE_RETENTION_PERIOD,
            "DelaySeconds", QueueAttributeName.DELAY_SECONDS,
            "ReceiveMessageWaitTimeSeconds", QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS,
            "FifoQueue", QueueAttributeName.FIFO_QUEUE,
            "ContentBasedDeduplication", QueueAttributeName.CONTENT_BASED_DEDUPLICATION);

    private QueueSettings() {}

    static Map<QueueAttributeName, String> of(Resource queue) {
        Properties properties = queue.properties();
        Map<QueueAttributeName, String> attributes = new LinkedHashMap<>();
        ATTRIBUTES.forEach((property, attribute) ->
                properties.optionalText(property).ifPresent(value -> attributes.put(attribute, value)));
        if (hasRedrive(queue)) {
            Properties redrive = properties.object("RedrivePolicy");
            attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    Json.text(Map.of(
                            "deadLetterTargetArn",
                            redrive.text("deadLetterTargetArn"),
                            "maxReceiveCount",
                            redrive.text("maxReceiveCount"))));
        }
        return attributes;
    }

    static boolean hasRedrive(Resource queue) {
        return queue.properties().has("RedrivePolicy");
    }
}
